import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HuashuError } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { mayTouch, type Principal } from '../principal.ts'

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
export function healthRoutes(
  app: FastifyInstance,
  { access, log, engine, ownership, rewriters, notes }: Gateway,
): void {
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
        summary:
          '200 when it can suggest; parts that fail are named in `degraded`, and to a caller with a key the stores it may touch.',
        response: { 200: Ready, 503: Ready },
      },
    },
    async (request, reply) => {
      const status = isDraining ? ('draining' as const) : ('ready' as const)
      const failing = {
        log: !log.healthy,
        rewrite: rewriters.isPaused,
        notes: notes.isPaused,
        redis: ownership.isAlone,
      }
      const degraded = Part.options.filter((part) => failing[part])
      const who = knownBy(request.headers.authorization)
      const stores = engine.storeIds.filter((store) => who && mayTouch(who, store))
      return reply.code(isDraining ? 503 : 200).send({ status, degraded, stores })
    },
  )

  /** Whoever watches needs no key; which stores there are is no matter of theirs. */
  function knownBy(header: string | undefined): Principal | undefined {
    try {
      return access.ofBearer(header)
    } catch (error) {
      if (error instanceof HuashuError) return undefined
      throw error
    }
  }
}

/** Figures for Prometheus. They say how busy all stores together are, so they are for callers who may touch all of them but the demo. */
export function metricsRoute(app: FastifyInstance, { engine, metrics, conversations, ownership }: Gateway): void {
  const summary = 'Figures for Prometheus, of all stores together: for keys that may touch every store but the demo.'
  app.get('/metrics', { schema: { summary } }, async (request, reply) => {
    const who = callerOf(request)
    if (!engine.storeIds.every((store) => store === engine.defaultStore || mayTouch(who, store)))
      throw new HuashuError('forbidden', 'this needs a key that may touch every store')
    metrics.conversations.set(conversations.size)
    metrics.alone.set(Number(ownership.isAlone))
    return reply
      .type(metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics())
  })
}
