import type { FastifyError, FastifyInstance } from 'fastify'
import { type ErrorCode, HuashuError } from '../../protocol/index.ts'

/** Errors that fastify itself raises, by their HTTP status, in the words of the wire. */
const BY_STATUS: Readonly<Record<number, [ErrorCode, string]>> = {
  400: ['bad_request', 'the request cannot be read'],
  404: ['not_found', 'there is nothing at this address'],
  413: ['too_large', 'the body is larger than allowed'],
  415: ['bad_request', 'this content type is not read; send application/json'],
  429: ['rate_limited', 'too many requests; try again a little later'],
}

/** What a client may see of an error: catalogue errors as they are, everything else without its inside. */
export function toWire(error: unknown): HuashuError {
  if (error instanceof HuashuError) return error
  const known = BY_STATUS[(error as FastifyError).statusCode ?? 500]
  return known
    ? new HuashuError(known[0], known[1], { cause: error })
    : new HuashuError('internal', 'something went wrong here; it has been logged', { cause: error })
}

/** One error handler and one 404 for all routes. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const shown = toWire(error)
    if (shown.status >= 500 && shown.code !== 'unavailable') {
      request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed')
    }
    return reply.code(shown.status).send(shown.toBody())
  })
  // rate limited like the rest, else valid addresses could be found by trying
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) => {
    const [code, message] = BY_STATUS[404]!
    return reply.code(404).send(new HuashuError(code, message).toBody())
  })
}
