import { z } from 'zod'
import { Id, Timestamp } from './atoms.ts'
import { ChangedField } from './scripts.ts'

/**
 * The whole policy of a store, as `store.yaml` has it, in force from `validFrom` (absent = from now): a message is answered by the policy that is in force when
 * it was written. What is promised for a later day is entered today.
 */
export const PolicyRequest = z
  .object({ store: Id.optional(), policy: z.looseObject({}), validFrom: Timestamp.optional() })
  .meta({ id: 'PolicyRequest' })
export type PolicyRequest = z.infer<typeof PolicyRequest>

/** `regions` absent = wherever the shopper is; `before` and `after` as the slot is printed, absent = nothing is said. */
export const PolicyEffect = z
  .object({
    slot: z.string(),
    says: z.string(),
    regions: z.array(z.string()).optional(),
    before: z.string().optional(),
    after: z.string().optional(),
    scripts: z.int(),
    /** At most the first twenty. */
    scriptIds: z.array(Id),
  })
  .meta({ id: 'PolicyEffect' })

/** What a policy changes against the one in force just before it; `version` is absent after a dry run. */
export const PolicyChange = z
  .object({
    store: Id,
    version: z.int().optional(),
    validFrom: Timestamp,
    diff: z.array(ChangedField),
    effects: z.array(PolicyEffect),
    /** Scripts of the store that the guard would hold back under it. */
    blocked: z.array(Id),
  })
  .meta({ id: 'PolicyChange' })
export type PolicyChange = z.infer<typeof PolicyChange>

/** Newest first; `diff` against the policy that was in force just before it, or will be. */
export const PolicyVersionsResult = z
  .object({
    versions: z.array(
      z.object({
        version: z.int(),
        at: Timestamp,
        author: z.string(),
        validFrom: Timestamp,
        inForce: z.boolean(),
        diff: z.array(ChangedField),
      }),
    ),
  })
  .meta({ id: 'PolicyVersionsResult' })

export const PoliciesQuery = z.object({
  store: Id.optional(),
  /** The policy that is in force then; absent = now. */
  at: Timestamp.optional(),
})
export const DryRun = z.object({ dryRun: z.enum(['true', 'false']).optional() })
