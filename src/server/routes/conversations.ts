import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ConversationsQuery, ConversationsResult, HuashuError } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const PAGE = 50

/** Which conversations are under way. Reading one of them in full is opening it, which the audit notes. */
export function conversationRoutes(app: FastifyInstance, { engine, openConversations }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/conversations',
    {
      schema: {
        summary:
          'The conversations of a store that are under way, on all processes that serve it. Roles lead and admin; agents see their own and those nobody has.',
        querystring: ConversationsQuery,
        response: { 200: ConversationsResult },
      },
    },
    async (request, reply) => {
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.query.store)
      const { limit = PAGE } = request.query
      reply.header('cache-control', 'no-store')
      return { store, conversations: await openConversations.list({ store, agent: viewerOf(principal), limit }) }
    },
  )
}

/** The agent whose conversations alone are seen; undefined = all are. @throws HuashuError `forbidden` */
function viewerOf({ roles, agent }: Principal): string | undefined {
  if (roles.includes('lead') || roles.includes('admin')) return undefined
  if (agent === undefined)
    throw new HuashuError('forbidden', 'this needs the role lead or admin, or the token of a paired agent')
  return agent.id
}
