import { z } from 'zod'
import { Stage } from './answer.ts'
import { AgentRef, Id, Locale, LocaleTag, Text, Timestamp } from './atoms.ts'

/** What a store has learned from its log, up to place `n` of it. Of a weight what ships and what is in use. */
export const LearningStatus = z
  .object({
    store: Id,
    on: z.boolean(),
    n: z.int(),
    events: z.int(),
    weights: z.record(z.string(), z.object({ shipped: z.number(), inUse: z.number() })),
    /** What is not learned from: events up to place `upTo`, behind place `after` or from the time `since` on. */
    forgotten: z.array(z.object({ after: z.int().optional(), since: Timestamp.optional(), upTo: z.int() })),
  })
  .meta({ id: 'LearningStatus' })
export type LearningStatus = z.infer<typeof LearningStatus>

/**
 * `on: false` = suggestions stand at once as they would without learning; what is learned meanwhile counts when it is on again. `resetTo` forgets what was
 * learned after a place or a time of the log.
 */
export const LearningRequest = z
  .object({
    store: Id.optional(),
    on: z.boolean().optional(),
    resetTo: z.union([z.int().min(0), Timestamp]).optional(),
  })
  .meta({ id: 'LearningRequest' })

export const OfStore = z.object({ store: Id.optional() })

const SpotShape = { scriptId: Id, intent: z.string().max(80), stage: Stage }
/**
 * A script that agents dismiss where it is offered. `suppressed` = it stops coming there, `proposed` = too few agents say so and a lead may decide, `returned` = a
 * lead wants it back. Counts are decayed: what is long ago counts less.
 */
export const DismissedScript = z
  .object({
    ...SpotShape,
    state: z.enum(['suppressed', 'proposed', 'returned']),
    by: z.enum(['agents', 'lead']),
    agents: z.int(),
    times: z.number(),
    sent: z.number(),
    text: z.string().optional(),
  })
  .meta({ id: 'DismissedScript' })
export type DismissedScript = z.infer<typeof DismissedScript>
export const DismissedScripts = z.object({ scripts: z.array(DismissedScript) }).meta({ id: 'DismissedScripts' })
export const DismissedRequest = z
  .object({ store: Id.optional(), ...SpotShape, state: z.enum(['suppressed', 'returned']) })
  .meta({ id: 'DismissedRequest' })

/** How a script does for an intent: sent and passed over, decayed and corrected for its place; `merit` -1..1 against any other, `isTrusted` by enough agents. */
export const ScriptFigures = z
  .object({
    scriptId: Id,
    intent: z.string(),
    sent: z.number(),
    passed: z.number(),
    agents: z.int(),
    merit: z.number(),
    isTrusted: z.boolean(),
  })
  .meta({ id: 'ScriptFigures' })
export type ScriptFigures = z.infer<typeof ScriptFigures>
export const ScriptFiguresQuery = z.object({
  ...OfStore.shape,
  intent: z.string().max(80).optional(),
  script: Id.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
})
export const ScriptFiguresResult = z.object({ scripts: z.array(ScriptFigures) }).meta({ id: 'ScriptFiguresResult' })

/**
 * An agent's own frequent reply that could be a script. `personal` = offered to `owner` alone, `shared` = to everybody, `refused` = not proposed again. Only texts that
 * pass the guard and name no figure and no person are proposed.
 */
export const Proposal = z
  .object({
    id: Id,
    store: Id,
    text: z.string(),
    locale: Locale,
    intents: z.array(z.string()),
    agents: z.array(z.object({ id: Id, times: z.int() })),
    state: z.enum(['proposed', 'personal', 'shared', 'refused']),
    owner: Id.optional(),
    at: Timestamp,
  })
  .meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>
export const ProposalsQuery = z.object({ ...OfStore.shape, state: Proposal.shape.state.optional() })
export const ProposalsResult = z.object({ proposals: z.array(Proposal) }).meta({ id: 'ProposalsResult' })
/**
 * A reply that an agent wants to keep: `personal` = offered to them alone from now on, when the guard has nothing against it, else it waits for a lead as one for the
 * whole `store` does; absent = `personal`. What the guard blocks, or names a person, is refused.
 */
export const OwnScriptRequest = z
  .object({
    store: Id.optional(),
    text: Text.max(500, 'longer than 500 characters').refine((text) => text.trim() !== '', 'must not be empty'),
    intent: z.string().max(80).optional(),
    scope: z.enum(['personal', 'store']).optional(),
    locale: LocaleTag.optional(),
    agent: AgentRef.optional(),
  })
  .meta({ id: 'OwnScriptRequest' })

/** `personal` needs the owner, unless the caller is an agent: then it is theirs. */
export const ProposalRequest = z
  .object({ store: Id.optional(), state: z.enum(['personal', 'shared', 'refused']), owner: Id.optional() })
  .meta({ id: 'ProposalRequest' })

/** An agent who wants quiet gets answers marked `quiet`: the client keeps them folded away until the agent asks. */
export const QuietRequest = z
  .object({ store: Id.optional(), agent: Id.optional(), quiet: z.boolean() })
  .meta({ id: 'QuietRequest' })
export const QuietResult = z.object({ store: Id, agents: z.array(Id) }).meta({ id: 'QuietResult' })
