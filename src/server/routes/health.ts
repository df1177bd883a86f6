import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Gateway } from '../gateway.ts'

const Alive = z.object({ status: z.literal('ok') }).meta({ id: 'Alive' })
const Part = z.enum(['log', 'rewrite', 'notes', 'redis'])
const Ready = z
  .object({
    status: z.enum(['ready', 'draining']),
    degraded: z.array(Part),
    stores: z.array(z.string()),
  })
  .meta({ id: 'Ready' })

/** For whoever watches over the process. */
export function healthRoutes(app: FastifyInstance, { log, engine, ownership, rewriters, notes }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  let isDraining = false
  app.addHook('preClose', async () => {
    isDraining = true
  })

  typed.get(
    '/healthz',
    { schema: { summary: '200 while the process lives.', response: { 200: Alive } } },
    async () => ({
      status: 'ok' as const,
    }),
  )

  typed.get(
    '/readyz',
    {
      schema: {
        summary: '200 when it can suggest; parts that fail are named in `degraded`.',
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_request, reply) => {
      const status = isDraining ? ('draining' as const) : ('ready' as const)
      const failing = {
        log: !log.healthy,
        rewrite: rewriters.isPaused,
        notes: notes.isPaused,
        redis: ownership.isAlone,
      }
      const degraded = Part.options.filter((part) => failing[part])
      return reply.code(isDraining ? 503 : 200).send({ status, degraded, stores: [...engine.storeIds] })
    },
  )
}

/** Figures for Prometheus. They say how busy a store is, so they are for callers with a key. */
export function metricsRoute(app: FastifyInstance, { metrics, conversations, ownership }: Gateway): void {
  app.get('/metrics', { schema: { summary: 'Figures for Prometheus.' } }, async (_request, reply) => {
    metrics.conversations.set(conversations.size)
    metrics.alone.set(Number(ownership.isAlone))
    return reply
      .type(metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics())
  })
}
