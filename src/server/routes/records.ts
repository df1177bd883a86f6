import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  EventRequest,
  EventResult,
  FeedbackRequest,
  FeedbackResult,
  MessagesRequest,
  MessagesResult,
} from '../../protocol/index.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { narrow, storeFor } from '../principal.ts'

/** What happened, told by programs: each is answered with 202 once durable, and pushed to the conversation's sockets before that. */
export function recordRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { engine, conversations, intake } = gateway
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/v1/messages',
    {
      schema: {
        summary: 'Record a message; its answer is pushed to every open socket of the conversation.',
        body: MessagesRequest,
        response: { 202: MessagesResult },
      },
    },
    async (request, reply) => {
      const { agent, channel, conversationId, facts, shopper, message: said } = request.body
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.body.store)
      const message = { ...said, messageId: said.messageId ?? randomUUID() }
      const speaker = principal.agent ?? agent
      if (message.role === 'agent' && speaker) message.agent ??= { id: speaker.id, name: speaker.name }
      const known = shopper ? { ...facts, shopper: { ...facts?.shopper, id: shopper.id } } : facts
      const duplicate = await conversations.use({ store, channel, conversationId }, async (conversation) => {
        if (agent)
          conversation.desk = { ...conversation.desk, agent: speaker, roles: narrow(principal.roles, agent.roles) }
        // before the message, so that its answer knows them
        const merged = known && intake.facts(conversation, known)
        const [wasThere] = await Promise.all([intake.message(conversation, message).stored, merged])
        return wasThere
      })
      return reply.code(202).send({ messageId: message.messageId, duplicate })
    },
  )

  typed.post(
    '/v1/events',
    {
      schema: {
        summary: 'Record what happened on the platform; idempotent by eventId.',
        body: EventRequest,
        response: { 202: EventResult },
      },
    },
    async (request, reply) => {
      const { channel = DEFAULT_CHANNEL, conversationId, ...event } = request.body
      const store = storeFor(callerOf(request), engine, event.store)
      const duplicate = await conversations.use({ store, channel, conversationId }, (conversation) =>
        intake.event(conversation, event),
      )
      return reply.code(202).send({ eventId: event.eventId, duplicate })
    },
  )

  typed.post(
    '/v1/feedback',
    {
      schema: {
        summary: 'Record what the agent did with a suggestion; idempotent by eventId.',
        body: FeedbackRequest,
        response: { 202: FeedbackResult },
      },
    },
    async (request, reply) => {
      const principal = callerOf(request)
      const feedback = principal.agent ? { ...request.body, agent: principal.agent } : request.body
      const result = await intake.feedback(feedback, principal)
      return reply.code(202).send({ eventId: feedback.eventId, ...result })
    },
  )
}
