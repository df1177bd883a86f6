import { z } from 'zod'
import { AgentRef, Channel, Id, Locale, LocaleTag, Timestamp } from './atoms.ts'

/** As it stands in the middle of a sentence. */
const Value = z.string().trim().min(1).max(40, 'longer than 40 characters')

/**
 * A fact that the store's files do not have, as an agent has filled it in: for one product, or the whole store. For one talk alone it goes as live facts,
 * `facts.update {slots: {…}}`.
 */
export const FactProposalRequest = z
  .object({
    store: Id.optional(),
    channel: Channel.optional(),
    conversationId: Id.optional(),
    product: Id.optional(),
    slot: z.string().max(80),
    value: Value,
    scope: z.enum(['product', 'store']),
    locale: LocaleTag.optional(),
    agent: AgentRef.optional(),
  })
  .refine(({ scope, product }) => scope === 'store' || product !== undefined, {
    path: ['product'],
    message: 'of which product it is told',
  })
  .meta({ id: 'FactProposalRequest' })
export type FactProposalRequest = z.infer<typeof FactProposalRequest>

/**
 * A stored proposal. `approved` = every reply may say it, in `locale`, where the files have nothing of their own; `declined` = none does. `channel` and
 * `conversationId` name the talk it came up in, `by` who decided.
 */
export const FactProposal = z
  .object({
    id: Id,
    store: Id,
    scope: z.enum(['product', 'store']),
    product: Id.optional(),
    slot: z.string(),
    value: z.string(),
    locale: Locale,
    channel: Channel.optional(),
    conversationId: Id.optional(),
    agent: AgentRef.optional(),
    at: Timestamp,
    state: z.enum(['proposed', 'approved', 'declined']),
    by: z.string().optional(),
  })
  .meta({ id: 'FactProposal' })
export type FactProposal = z.infer<typeof FactProposal>

export const FactProposalsQuery = z.object({ store: Id.optional(), state: FactProposal.shape.state.optional() })
/** Newest first. */
export const FactProposalsResult = z.object({ proposals: z.array(FactProposal) }).meta({ id: 'FactProposalsResult' })

/** A lead's decision; it may put the value right, and may be changed later. */
export const FactDecision = z
  .object({ store: Id.optional(), state: z.enum(['approved', 'declined']), value: Value.optional() })
  .meta({ id: 'FactDecision' })
