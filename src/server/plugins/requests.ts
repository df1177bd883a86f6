import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../observe.ts'
import { openSpan } from '../tracing.ts'

const ID = /^[\w.:-]{1,100}$/

/** The id of a request in logs, traces and the reply: the caller's own, when it sends a decent one. */
export function requestId({ headers }: { headers: FastifyRequest['headers'] }): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && ID.test(given) ? given : randomUUID()
}

/** Every request is counted and timed, can be traced, and carries its id back. */
export function followRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const span = openSpan('http request', () => ({
      'http.request.method': request.method,
      'http.route': routeOf(request),
      'huashu.request': request.id,
    }))
    reply.raw.once('close', () => {
      if (span.isRecording()) span.setAttribute('http.response.status_code', reply.statusCode)
      span.end()
    })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request)
    metrics.requestSeconds.observe(
      { route, status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    )
    request.log.debug({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
}

/** The address as it was registered: an id in it is no label. */
function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown'
}
