import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { BatchLine, badRequest, HuashuError, LIMITS } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { createPauses } from '../in-slices.ts'
import { parseJson } from '../parse-json.ts'
import { toWire } from '../plugins/errors.ts'
import { callerOf } from '../plugins/identity.ts'
import type { Principal } from '../principal.ts'
import { suggestOnce } from '../suggest-once.ts'
import { type Line, linesOf } from './lines-of.ts'

/** Answers are sent on in pieces of about this many characters. */
const CHUNK = 65_536

export function batchRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.register(async (scope) => {
    // the body stays a stream, whatever the client calls it: it may be larger than memory
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post(
      '/v1/suggestions/batch',
      {
        schema: {
          summary: 'NDJSON in (BatchLine), NDJSON out (BatchResult), same order, any size; a bad line answers alone.',
        },
      },
      (request, reply) => {
        const lines = linesOf(request.body as AsyncIterable<Buffer>, LIMITS.bodyBytes)
        const answers = Readable.from(answerLines(lines, callerOf(request), gateway), { objectMode: false })
        return reply.type('application/x-ndjson; charset=utf-8').send(answers)
      },
    )
  })
}

async function* answerLines(
  lines: AsyncIterable<Line>,
  principal: Principal,
  gateway: Gateway,
): AsyncGenerator<string> {
  const pause = createPauses()
  let out = ''
  for await (const line of lines) {
    out += `${JSON.stringify(await answerLine(line, principal, gateway))}\n`
    const paused = pause()
    if (paused === undefined && out.length < CHUNK) continue
    yield out
    out = ''
    await paused
  }
  if (out !== '') yield out
}

async function answerLine({ number: line, text }: Line, principal: Principal, gateway: Gateway): Promise<object> {
  let id: unknown = null
  try {
    if (text === undefined) throw new HuashuError('too_large', `line ${line}: larger than ${LIMITS.bodyBytes} bytes`)
    const raw = parseJson(text, `line ${line}`)
    id = idOf(raw)
    const { success, data, error } = BatchLine.safeParse(raw)
    if (!success) throw badRequest(error, `line ${line}`)
    return { id, line, ...(await suggestOnce(gateway, principal, data)) }
  } catch (error) {
    const shown = toWire(error)
    if (shown.code === 'internal') gateway.logger.error({ err: error }, 'batch line failed')
    return { id, line, ...shown.toBody() }
  }
}

/** The caller's id, readable even when the rest of the line is not. */
function idOf(raw: unknown): string | number | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null
  return typeof id === 'number' || (typeof id === 'string' && id.length <= LIMITS.idChars) ? id : null
}
