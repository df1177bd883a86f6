import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { badRequest } from '../../protocol/index.ts'
import { parseJson } from '../parse-json.ts'

const WHERE: Readonly<Record<string, string>> = { querystring: 'query' }

/** Bodies in and out: our parser and schemas at the edge, plain JSON outwards (tests hold the answers against their schemas). */
export function speakJson(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as string))
    } catch (error) {
      done(error as Error)
    }
  })
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart = 'body' }) => (given: unknown) => {
    const { success, data, error } = schema.safeParse(given)
    return success ? { value: data } : { error: badRequest(error, WHERE[httpPart] ?? httpPart) }
  })
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}
