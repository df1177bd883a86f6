import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HuashuError, KpisQuery, KpisResult } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { kpisCsv } from '../kpis/kpis-csv.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

/** The figures of a store (docs/kpis.md). Leads see all of them, agents their own. */
export function kpiRoutes(app: FastifyInstance, { engine, kpis }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/kpis',
    {
      schema: {
        summary:
          'The figures of a store by agent, day, channel, script or intent; as CSV with `format=csv` or `Accept: text/csv`. Roles lead and admin; agents see their own.',
        querystring: KpisQuery,
        response: {
          200: { content: { 'application/json': { schema: KpisResult }, 'text/csv': { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { store: asked, format, ...query } = request.query
      const principal = callerOf(request)
      const store = storeFor(principal, engine, asked)
      if (!kpis) throw new HuashuError('unavailable', 'this gateway does not count')
      const leads = principal.roles.includes('lead') || principal.roles.includes('admin')
      const result = await kpis.ask(store, leads ? query : { ...query, agent: ownOf(principal, query.agent) }, leads)
      reply.header('cache-control', 'no-store').header('vary', 'accept')
      const wantsCsv = format === undefined ? request.headers.accept?.includes('text/csv') : format === 'csv'
      if (!wantsCsv) return result
      const name = `kpis-${store}-${result.from}-${result.to}-by-${result.by}.csv`
      reply.header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8')
      return kpisCsv(result)
    },
  )
}

/** The agent whose figures a caller without a lead's role may see. @throws HuashuError `forbidden` */
function ownOf({ agent }: Principal, asked: string | undefined): string {
  if (agent === undefined)
    throw new HuashuError('forbidden', 'figures need the role lead or admin, or a ticket of the agent they are about')
  if (asked !== undefined && asked !== agent.id)
    throw new HuashuError('forbidden', 'query.agent: agents see their own figures only')
  return agent.id
}
