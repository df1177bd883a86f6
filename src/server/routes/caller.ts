import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { CallerResult } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { mayTouch } from '../principal.ts'

/** What the caller may do: a page asks before it shows what would be refused. */
export function callerRoute(app: FastifyInstance, { access, engine, rewrites }: Gateway): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/v1/me',
      { schema: { summary: 'What the caller may do, and where.', response: { 200: CallerResult } } },
      async (request, reply) => {
        const principal = callerOf(request)
        const { roles, agent } = principal
        const stores = engine.storeIds.filter((store) => mayTouch(principal, store))
        reply.header('cache-control', 'no-store')
        return {
          open: access.open,
          roles: [...roles],
          stores,
          ...(agent ? { agent } : {}),
          rewriting: stores.some(rewrites.isOn),
        }
      },
    )
}
