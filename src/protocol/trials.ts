import { z } from 'zod'
import { Id, Locale, Text, Timestamp } from './atoms.ts'
import { OfStore } from './learning.ts'

/**
 * Wordings of one script to be compared: those at these places, the first of them the one that the others are held against (absent = the first two), or with `draft` the
 * first wording of the draft against the one in use (`wordings` then names one, absent = the first). They must print the same facts, and the guard must let all of them pass. `margin` = so small a difference
 * does not matter.
 */
export const TrialRequest = z
  .object({
    store: Id.optional(),
    scriptId: Id,
    wordings: z.array(z.int().min(0).max(49)).min(1).max(4).optional(),
    draft: z.boolean().optional(),
    margin: z.number().min(0.01).max(0.5).optional(),
  })
  .meta({ id: 'TrialRequest' })
export type TrialRequest = z.infer<typeof TrialRequest>

/** `low` and `high` hold at any time, however often they are looked at, but for a chance of `alpha` over the whole life of the trial. */
export const ShareDifference = z
  .object({ pairs: z.int(), difference: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'ShareDifference' })

/**
 * A comparison of wordings, counted in conversations: each gets one wording throughout, and counts by what the agent did with it first. `taken` = sent as it was or
 * edited, of those that came to a reply. `state` = `running`; `stopped` by a guard rail, which says by which (`harm`: agents dismiss the wording more often, or
 * shoppers complain more often after it, surely); `changed`: a wording is no longer in use as it was; `ended` by a lead. Only `running` ones are shown.
 */
export const Trial = z
  .object({
    id: Id,
    store: Id,
    scriptId: Id,
    locale: Locale,
    state: z.enum(['running', 'stopped', 'changed', 'ended']),
    startedAt: Timestamp,
    author: z.string(),
    endedAt: Timestamp.optional(),
    alpha: z.number(),
    margin: z.number(),
    arms: z.array(
      z.object({
        name: z.string(),
        from: z.enum(['wording', 'draft']),
        open: Text,
        short: Text,
        shown: z.int(),
        sent: z.int(),
        edited: z.int(),
        own: z.int(),
        dismissed: z.int(),
        /** Shown four hours ago or more, and what followed by then. */
        settled: z.int(),
        complaints: z.int(),
        paid: z.int(),
        /** Share of those that came to a reply, 0..1. */
        taken: z.number().optional(),
      }),
    ),
    /** Each other wording against the first. */
    comparisons: z.array(
      z.object({
        arm: z.string(),
        against: z.string(),
        taken: ShareDifference,
        dismissed: ShareDifference,
        complaints: ShareDifference,
        /** The wording whose share is surely the larger one; `none` = the difference is surely within the margin. */
        decision: z.enum(['going_on', 'arm_better', 'against_better', 'none']),
      }),
    ),
    harm: z.object({ arm: z.string(), by: z.enum(['dismissed', 'complaints']) }).optional(),
    /** The wordings do not come to equal numbers of conversations, surely: something else than chance decides, and nothing is to be read from the shares. */
    mismatched: z.boolean(),
  })
  .meta({ id: 'Trial' })
export type Trial = z.infer<typeof Trial>

export const TrialsQuery = z.object({ ...OfStore.shape, script: Id.optional() })
/** Newest first. */
export const TrialsResult = z.object({ trials: z.array(Trial) }).meta({ id: 'TrialsResult' })
