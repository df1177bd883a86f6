import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { HuashuError, OfStore, RewriteChange, RewriteSetting } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'

/** Which language model rewords a store's suggestions. */
export function rewritingRoutes(app: FastifyInstance, { engine, rewriters }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/rewrite',
    {
      schema: {
        summary: "Which language model rewords a store's suggestions, without its key. Roles lead and admin.",
        querystring: OfStore,
        response: { 200: RewriteSetting },
      },
    },
    async (request, reply) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      reply.header('cache-control', 'no-store')
      return rewriters.setting(storeFor(who, engine, request.query.store))
    },
  )

  typed.put(
    '/v1/rewrite',
    {
      schema: {
        summary:
          "Set which language model rewords a store's suggestions, or none; in force on every node within seconds. Role admin.",
        body: RewriteChange,
        response: { 200: RewriteSetting },
      },
    },
    async (request, reply) => {
      const who = callerOf(request)
      if (!who.roles.includes('admin')) throw new HuashuError('forbidden', 'this needs the role admin')
      const { store, ...change } = request.body
      reply.header('cache-control', 'no-store')
      return rewriters.set(storeFor(who, engine, store), who, change)
    },
  )
}
