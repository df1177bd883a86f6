import { z } from 'zod'
import { Answer, Entity, Intent, Warning } from './answer.ts'
import { AgentRef, Channel, Id, LocaleTag, Role, Text, Timestamp } from './atoms.ts'
import { ErrorBody } from './errors.ts'
import { Facts } from './facts.ts'
import { LIMITS } from './limits.ts'
import { Message } from './message.ts'
import { ScriptOrigin, ScriptStatus } from './scripts.ts'

const Agent = z.looseObject({ ...AgentRef.shape, roles: z.array(Role).optional() })

export const SuggestionsRequest = z
  .object({
    store: Id.optional(),
    conversationId: Id.optional(),
    channel: Channel.optional(),
    agent: Agent.optional(),
    locale: LocaleTag.optional(),
    uiLocale: LocaleTag.optional(),
    limit: z.int().min(1).max(LIMITS.suggestions).optional(),
    messages: z.array(Message).min(1).max(LIMITS.messages),
    facts: Facts.optional(),
    query: Text.optional(),
    explain: z.boolean().optional(),
  })
  .meta({ id: 'SuggestionsRequest' })
export type SuggestionsRequest = z.infer<typeof SuggestionsRequest>

/** One line of the batch endpoint: the same body plus the caller's `id`. */
export const BatchLine = z
  .object({ ...SuggestionsRequest.shape, id: z.union([Id, z.number()]).optional() })
  .meta({ id: 'BatchLine' })
export const BatchResult = z
  .union([
    z.object({ ...Answer.shape, id: z.union([Id, z.number()]).nullable(), line: z.int() }),
    z.object({ id: z.union([Id, z.number()]).nullable(), line: z.int(), error: ErrorBody.shape.error }),
  ])
  .meta({ id: 'BatchResult' })

export const IntentsRequest = z
  .object({
    store: Id.optional(),
    locale: LocaleTag.optional(),
    texts: z
      .array(z.union([Text, z.object({ text: Text, context: z.array(Message).max(LIMITS.messages).optional() })]))
      .min(1)
      .max(LIMITS.intentTexts),
  })
  .meta({ id: 'IntentsRequest' })
export type IntentsRequest = z.infer<typeof IntentsRequest>

export const IntentsResult = z
  .object({
    results: z.array(z.object({ intents: z.array(Intent), entities: z.array(Entity), abstained: z.boolean() })),
  })
  .meta({ id: 'IntentsResult' })

export const CheckRequest = z
  .object({
    store: Id.optional(),
    conversationId: Id.optional(),
    channel: Channel.optional(),
    agent: Agent.optional(),
    uiLocale: LocaleTag.optional(),
    text: Text,
    messages: z.array(Message).max(LIMITS.messages).optional(),
    facts: Facts.optional(),
  })
  .meta({ id: 'CheckRequest' })
export type CheckRequest = z.infer<typeof CheckRequest>

export const CheckResult = z
  .object({ verdict: z.enum(['pass', 'warn', 'block']), warnings: z.array(Warning), fixed: z.string().optional() })
  .meta({ id: 'CheckResult' })
export type CheckResult = z.infer<typeof CheckResult>

export const MessagesRequest = z
  .object({
    store: Id,
    channel: Channel,
    conversationId: Id,
    shopper: z.object({ id: Id }).optional(),
    agent: Agent.optional(),
    message: Message,
    facts: Facts.optional(),
  })
  .meta({ id: 'MessagesRequest' })
export const MessagesResult = z.object({ messageId: Id, duplicate: z.boolean() }).meta({ id: 'MessagesResult' })

export const EVENT_TYPES = [
  'order_created',
  'order_paid',
  'order_unpaid',
  'dispatch_delayed',
  'tracking_update',
  'order_received',
  'return_received',
  'oos_after_paid',
  'undeliverable',
  'bad_review',
  'mediation',
  'rating_given',
  'todo_done',
  'agent_away',
  'agent_back',
  'conversation_closed',
] as const
export const EventRequest = z
  .object({
    eventId: Id,
    store: Id,
    channel: Channel.optional(),
    conversationId: Id,
    type: z.enum(EVENT_TYPES),
    at: Timestamp,
    data: z.looseObject({}).optional(),
  })
  .meta({ id: 'EventRequest' })
export type EventRequest = z.infer<typeof EventRequest>
export const EventResult = z.object({ eventId: Id, duplicate: z.boolean() }).meta({ id: 'EventResult' })

export const FeedbackRequest = z
  .object({
    eventId: Id,
    turnId: Id,
    suggestionId: Id.optional(),
    action: z.enum(['shown', 'inserted', 'copied', 'edited', 'sent', 'dismissed', 'searched', 'reported']),
    reason: z.enum(['wrong_fact', 'not_asked', 'tone', 'rule', 'outdated']).optional(),
    finalText: Text.optional(),
    position: z.int().min(0).max(100).optional(),
    at: Timestamp,
    agent: AgentRef.optional(),
  })
  .meta({ id: 'FeedbackRequest' })
export type FeedbackRequest = z.infer<typeof FeedbackRequest>
export const FeedbackResult = z
  .object({ eventId: Id, matched: z.boolean(), duplicate: z.boolean() })
  .meta({ id: 'FeedbackResult' })

export const TicketRequest = z
  .object({ agent: AgentRef, roles: z.array(Role).optional() })
  .meta({ id: 'TicketRequest' })
export const TicketResult = z.object({ ticket: z.string(), expiresAt: Timestamp }).meta({ id: 'TicketResult' })
export const PairingResult = z
  .object({ code: z.string().regex(/^\d{6}$/), expiresAt: Timestamp })
  .meta({ id: 'PairingResult' })
export const PairingClaim = z
  .object({ code: z.string().regex(/^\d{6}$/), agent: AgentRef })
  .meta({ id: 'PairingClaim' })
export const PairingGrant = z.object({ token: z.string(), expiresAt: Timestamp }).meta({ id: 'PairingGrant' })

/** One row of `GET /v1/scripts`: what is in use, else the draft, else what was. */
export const ScriptHit = z
  .object({
    id: Id,
    category: z.string(),
    intents: z.array(z.string()),
    tier: z.string(),
    locale: z.string(),
    text: z.string(),
    note: z.string().optional(),
    status: ScriptStatus,
    origin: ScriptOrigin,
    version: z.int(),
  })
  .meta({ id: 'ScriptHit' })
export const ScriptsQuery = z
  .object({
    store: Id.optional(),
    q: Text.optional(),
    intent: z.string().max(80).optional(),
    locale: LocaleTag.optional(),
    status: ScriptStatus.optional(),
    origin: ScriptOrigin.optional(),
    conflict: z.literal('base').optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(200).optional(),
  })
  .meta({ id: 'ScriptsQuery' })
export const ScriptsResult = z
  .object({ scripts: z.array(ScriptHit), cursor: z.string().optional() })
  .meta({ id: 'ScriptsResult' })
