import { z } from 'zod'
import { Mood } from './answer.ts'
import { AgentRef, Id, Role, Timestamp } from './atoms.ts'

/** Who a key, ticket or pairing stands for. `open` = there are no keys: everyone on the service's machine may do everything. */
export const CallerResult = z
  .object({
    open: z.boolean(),
    roles: z.array(Role),
    stores: z.array(Id),
    agent: AgentRef.optional(),
    /** Whether a language model rewords suggestions of any of these stores. */
    rewriting: z.boolean(),
  })
  .meta({ id: 'CallerResult' })
export type CallerResult = z.infer<typeof CallerResult>

export const ConversationsQuery = z.object({
  store: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/**
 * A conversation that some process of the service has in memory. `last` is the newest line that was said, personal data masked; `waitingSince` and `dueAt` as in
 * `conversation.status`. `agent` = for whom its answers are made.
 */
export const OpenConversation = z
  .object({
    channel: z.string(),
    conversationId: Id,
    agent: AgentRef.optional(),
    mood: Mood,
    intent: z.string(),
    openQuestions: z.int(),
    waitingSince: Timestamp.optional(),
    dueAt: Timestamp.optional(),
    usedAt: Timestamp,
    last: z.object({ role: z.enum(['shopper', 'agent']), text: z.string() }).optional(),
  })
  .meta({ id: 'OpenConversation' })
export type OpenConversation = z.infer<typeof OpenConversation>

/** Those that wait longest first, then the most recently used. */
export const ConversationsResult = z
  .object({ store: Id, conversations: z.array(OpenConversation) })
  .meta({ id: 'ConversationsResult' })
export type ConversationsResult = z.infer<typeof ConversationsResult>

/** One rewrite of a fixed sentence: how long until its first piece and until its end, in milliseconds, and what came; or what went wrong. */
export const RewriteTestResult = z
  .object({
    ok: z.boolean(),
    sent: z.string(),
    firstPieceMs: z.int().optional(),
    totalMs: z.int(),
    text: z.string().optional(),
    says: z.string().optional(),
  })
  .meta({ id: 'RewriteTestResult' })
export type RewriteTestResult = z.infer<typeof RewriteTestResult>
