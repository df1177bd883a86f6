import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { redact } from '../../intents/index.ts'
import { ConversationsQuery, ConversationsResult, HuashuError, type OpenConversation } from '../../protocol/index.ts'
import { type Conversation, speaks } from '../conversation.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const PAGE = 50
const PREVIEW_CHARS = 120

/** Which conversations are under way. What was said is masked and cut; reading one of them in full is opening it, which the audit notes. */
export function conversationRoutes(app: FastifyInstance, { engine, conversations, replyClocks }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/conversations',
    {
      schema: {
        summary:
          'The conversations of a store that this process has in memory. Roles lead and admin; agents see their own and those nobody has.',
        querystring: ConversationsQuery,
        response: { 200: ConversationsResult },
      },
    },
    async (request, reply) => {
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.query.store)
      const sees = viewOf(principal)
      reply.header('cache-control', 'no-store')
      const shown = [...conversations.inMemory()]
        .filter((one) => one.store === store && sees(one))
        .sort((a, b) => waitOf(a) - waitOf(b) || b.usedAt - a.usedAt)
        .slice(0, request.query.limit ?? PAGE)
      return { store, conversations: shown.map(onWire) }
    },
  )

  function onWire(conversation: Conversation): OpenConversation {
    const { channel, conversationId, desk, state, usedAt, waitingSince } = conversation
    const said = conversation.turn.findLast(speaks)
    return {
      channel,
      conversationId,
      ...(desk.agent ? { agent: { id: desk.agent.id, name: desk.agent.name } } : {}),
      mood: state.mood,
      intent: state.openQuestions.at(-1)?.name ?? state.about?.[0]?.name ?? '',
      openQuestions: state.openQuestions.length,
      ...(waitingSince
        ? { waitingSince, dueAt: new Date(replyClocks.due(conversation, waitingSince).dueAt).toISOString() }
        : {}),
      usedAt: new Date(usedAt).toISOString(),
      ...(said?.text
        ? { last: { role: said.role === 'agent' ? 'agent' : 'shopper', text: previewOf(said.text) } }
        : {}),
    }
  }
}

/** @throws HuashuError `forbidden` */
function viewOf({ roles, agent }: Principal): (conversation: Conversation) => boolean {
  if (roles.includes('lead') || roles.includes('admin')) return () => true
  if (agent === undefined)
    throw new HuashuError('forbidden', 'this needs the role lead or admin, or the token of a paired agent')
  return ({ desk }) => desk.agent === undefined || desk.agent.id === agent.id
}

const waitOf = ({ waitingSince }: Conversation): number => (waitingSince ? Date.parse(waitingSince) : Infinity)

/** Masked before it is cut: half a phone number is not read as one. */
function previewOf(text: string): string {
  const masked = [...redact(text).text]
  return masked.length > PREVIEW_CHARS ? `${masked.slice(0, PREVIEW_CHARS).join('')}…` : masked.join('')
}
