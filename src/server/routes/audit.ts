import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ChatRead } from '../../insight/index.ts'
import { AuditQuery, AuditResult, HuashuError } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'

/** Who has read what was said. */
export function auditRoutes(app: FastifyInstance, { engine, database, log }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/audit',
    {
      schema: {
        summary: 'Who has looked at a conversation. Role admin.',
        querystring: AuditQuery,
        response: { 200: AuditResult },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      if (!principal.roles.includes('admin')) throw new HuashuError('forbidden', 'this needs the role admin')
      const { channel, conversationId } = request.query
      const store = storeFor(principal, engine, request.query.store)
      await log.flush()
      const records = await database.records({ store, channel, conversationId })
      return {
        reads: records.flatMap(({ kind, at, body }) =>
          kind === 'read' ? [{ at: new Date(at).toISOString(), ...(body as ChatRead) }] : [],
        ),
      }
    },
  )
}
