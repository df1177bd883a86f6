import { z } from 'zod'
import { Answer, ShownState, State, Warning } from './answer.ts'
import { AgentRef, Channel, Id, LocaleTag, Role, Text, Timestamp } from './atoms.ts'
import { ERROR_STATUS, type ErrorCode, ErrorDetail } from './errors.ts'
import { Facts } from './facts.ts'
import { LIMITS } from './limits.ts'
import { Message } from './message.ts'
import { CheckResult, EVENT_TYPES, FeedbackRequest } from './rest.ts'
import { Tone } from './tone.ts'

/** Fields every client frame may carry: `id` comes back as `re` on its direct answer. */
const frame = { id: Id.optional() }
const where = { store: Id.optional(), channel: Channel.optional(), conversationId: Id }

export const SessionOpen = z.object({
  ...frame,
  type: z.literal('session.open'),
  protocol: z.int(),
  ticket: z.string().max(200).optional(),
  stores: z.array(Id).max(100).optional(),
  agent: z.looseObject({ ...AgentRef.shape, roles: z.array(Role).optional() }),
  client: z.object({ name: z.string().max(80), version: z.string().max(40) }),
  uiLocale: LocaleTag.optional(),
  limit: z.int().min(1).max(LIMITS.suggestions).optional(),
  resume: z.record(z.string(), z.object({ epoch: z.string(), seq: z.int() })).optional(),
})
export const ConversationOpen = z.object({
  ...frame,
  ...where,
  type: z.literal('conversation.open'),
  shopper: z.object({ id: Id }).optional(),
  facts: Facts.optional(),
  history: z.array(Message).max(LIMITS.messages).optional(),
  /** Looks on: hears all, but does not become the agent for whom answers are made. */
  watch: z.boolean().optional(),
})
export const ConversationClose = z.object({ ...frame, ...where, type: z.literal('conversation.close') })
export const MessageAdd = z
  .object({ ...frame, ...where, ...Message.shape, type: z.literal('message.add'), messageId: Id })
  .refine((m) => (m.kind ?? 'text') !== 'text' || (m.text ?? '').trim() !== '', {
    path: ['text'],
    message: 'a text message needs a text',
  })
export const FactsUpdate = z.object({ ...frame, ...where, type: z.literal('facts.update'), facts: z.looseObject({}) })
export const EventAdd = z.object({
  ...frame,
  ...where,
  type: z.literal('event.add'),
  eventId: Id,
  event: z.enum(EVENT_TYPES),
  at: Timestamp,
  data: z.looseObject({}).optional(),
})
export const SuggestRequest = z.object({
  ...frame,
  ...where,
  type: z.literal('suggest.request'),
  query: Text.optional(),
})
export const DraftCheck = z.object({ ...frame, ...where, type: z.literal('draft.check'), draftId: Id, text: Text })
export const FeedbackAdd = z.object({ ...frame, ...FeedbackRequest.shape, type: z.literal('feedback.add') })
export const RewriteRequest = z.object({
  ...frame,
  ...where,
  type: z.literal('rewrite.request'),
  rewriteId: Id,
  turnId: Id,
  suggestionId: Id,
  tone: Tone.optional(),
})
export const RewriteCancel = z.object({
  ...frame,
  type: z.literal('rewrite.cancel'),
  rewriteId: Id,
  conversationId: Id.optional(),
})
export const NudgeDismiss = z.object({
  ...frame,
  type: z.literal('nudge.dismiss'),
  nudgeId: Id,
  conversationId: Id.optional(),
})
/** Asks for a token by which this session's page may call the REST of a panel; `store` as everywhere. */
export const TokenRequest = z.object({ ...frame, type: z.literal('token.request'), store: Id.optional() })
export const Ping = z.object({ ...frame, type: z.literal('ping') })

/** Every frame a client may send, by type. A type that is not here is ignored. */
export const CLIENT_FRAMES = {
  'session.open': SessionOpen,
  'conversation.open': ConversationOpen,
  'conversation.close': ConversationClose,
  'message.add': MessageAdd,
  'facts.update': FactsUpdate,
  'event.add': EventAdd,
  'suggest.request': SuggestRequest,
  'draft.check': DraftCheck,
  'feedback.add': FeedbackAdd,
  'rewrite.request': RewriteRequest,
  'rewrite.cancel': RewriteCancel,
  'nudge.dismiss': NudgeDismiss,
  'token.request': TokenRequest,
  ping: Ping,
} as const
export type ClientFrameType = keyof typeof CLIENT_FRAMES
export type ClientFrame = { [T in ClientFrameType]: z.infer<(typeof CLIENT_FRAMES)[T]> }[ClientFrameType]

const re = { re: Id.optional() }
const numbered = { conversationId: Id, seq: z.int() }
/** Which suggestion a rewrite is of; a rewrite that the store starts by itself is known by these alone. */
const rewriteOf = { rewriteId: Id, conversationId: Id.optional(), turnId: Id.optional(), suggestionId: Id.optional() }

/** Why a rewrite came to nothing; the suggestion stands as it is. */
export const REWRITE_FAILURES = [
  'off',
  'unknown_suggestion',
  'stale',
  'cancelled',
  'budget',
  'busy',
  'paused',
  'timeout',
  'cut_short',
  'too_long',
  'unavailable',
] as const
export type RewriteFailure = (typeof REWRITE_FAILURES)[number]

/** Every frame the server sends, by type. */
export const SERVER_FRAMES = {
  'session.ready': z.object({
    ...re,
    type: z.literal('session.ready'),
    sessionId: Id,
    epoch: z.string(),
    heartbeatMs: z.int(),
    limits: z.record(z.string(), z.int()),
    serverTime: Timestamp,
  }),
  'conversation.opened': z.object({
    ...re,
    type: z.literal('conversation.opened'),
    conversationId: Id,
    state: ShownState,
    seq: z.int(),
  }),
  'conversation.closed': z.object({ ...re, type: z.literal('conversation.closed'), conversationId: Id }),
  'message.ack': z.object({ ...re, type: z.literal('message.ack'), messageId: Id, duplicate: z.boolean() }),
  'facts.ack': z.object({ ...re, type: z.literal('facts.ack'), conversationId: Id }),
  'event.ack': z.object({ ...re, type: z.literal('event.ack'), eventId: Id, duplicate: z.boolean() }),
  'feedback.ack': z.object({ ...re, type: z.literal('feedback.ack'), eventId: Id }),
  'draft.checked': z.object({ ...re, type: z.literal('draft.checked'), draftId: Id, ...CheckResult.shape }),
  'rewrite.delta': z.object({ ...re, type: z.literal('rewrite.delta'), ...rewriteOf, delta: z.string() }),
  'rewrite.done': z.object({
    ...re,
    type: z.literal('rewrite.done'),
    ...rewriteOf,
    text: z.string(),
    accepted: z.boolean(),
    diff: z.array(z.object({ op: z.enum(['same', 'add', 'remove']), text: z.string() })),
    reason: z.string().optional(),
    warnings: z.array(Warning).optional(),
  }),
  'rewrite.failed': z.object({
    ...re,
    type: z.literal('rewrite.failed'),
    ...rewriteOf,
    reason: z.enum(REWRITE_FAILURES),
  }),
  'token.granted': z.object({
    ...re,
    type: z.literal('token.granted'),
    /** Used as a key: `Authorization: Bearer`. For this one store, and gone with the session. */
    token: z.string(),
    store: Id,
    expiresAt: Timestamp,
  }),
  pong: z.object({ ...re, type: z.literal('pong') }),
  error: z.object({
    ...re,
    type: z.literal('error'),
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    details: z.array(ErrorDetail),
  }),
  'suggestions.ready': z.object({
    ...re,
    type: z.literal('suggestions.ready'),
    ...Answer.shape,
    ...numbered,
    messageId: Id.optional(),
    snapshot: z.boolean().optional(),
    /** Made for an agent who wants quiet: kept folded away until asked for. */
    quiet: z.literal(true).optional(),
  }),
  'suggestions.stale': z.object({
    type: z.literal('suggestions.stale'),
    ...numbered,
    turnId: Id,
    because: z.enum(['newer_message', 'agent_replied', 'facts_changed', 'event', 'closed']),
  }),
  'nudge.ready': z.object({
    type: z.literal('nudge.ready'),
    ...numbered,
    nudgeId: Id,
    kind: z.string(),
    level: z.enum(['info', 'amber', 'red']),
    dueAt: Timestamp,
    suggestion: Answer.shape.suggestions.element.optional(),
  }),
  'conversation.status': z.object({
    type: z.literal('conversation.status'),
    ...numbered,
    waitingSince: Timestamp.optional(),
    dueAt: Timestamp.optional(),
    mood: State.shape.mood,
    intent: z.string(),
    openQuestions: z.int(),
    snapshot: z.boolean().optional(),
  }),
} as const
export type ServerFrameType = keyof typeof SERVER_FRAMES
export type ServerFrame = { [T in ServerFrameType]: z.infer<(typeof SERVER_FRAMES)[T]> }[ServerFrameType]

/** Websocket close codes of this protocol. */
export const CLOSE = { unsupported: 4400, noSession: 4401, drain: 1012 } as const
