import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { StorePolicy } from '../../policy/index.ts'

/** As it is written; a whole of it is what `PUT /v1/policies` takes. */
const SCHEMA = z.toJSONSchema(StorePolicy, { io: 'input' })

/** What a policy may say, for forms and editors. */
export function policySchemaRoute(app: FastifyInstance): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/v1/policies/schema',
      { schema: { summary: 'The JSON Schema of a policy.', response: { 200: z.looseObject({}) } } },
      async (_request, reply) => {
        reply.header('cache-control', 'no-cache')
        return SCHEMA
      },
    )
}
