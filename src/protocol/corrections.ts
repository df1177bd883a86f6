import { z } from 'zod'
import { AgentRef, Id, Locale, LocaleTag, Text, Timestamp } from './atoms.ts'
import { LIMITS } from './limits.ts'

/**
 * What a message really meant. `intents` are topics, `family.topic`: first what a good agent would answer first, then what is also right. `locale` is the
 * language of the talk; a text in the letters of another language is corrected there, where it is read.
 */
export const CorrectionRequest = z
  .object({
    store: Id.optional(),
    locale: LocaleTag.optional(),
    // what is read as one text has at most this many characters
    text: Text.max(LIMITS.burstChars, `longer than ${LIMITS.burstChars} characters`).refine(
      (text) => text.trim() !== '',
      'must not be empty',
    ),
    intents: z.array(z.string().max(80)).min(1).max(5),
    agent: AgentRef.optional(),
  })
  .meta({ id: 'CorrectionRequest' })
export type CorrectionRequest = z.infer<typeof CorrectionRequest>

/**
 * A stored correction; personal data in `text` are masked. `pending` = not learned yet, `used` = the model in use has learned it, `refused` = the model that
 * had learned it read the gold set worse and was kept out. `gold` are the two models' shares of right readings there, 0..1.
 */
export const Correction = z
  .object({
    id: Id,
    store: Id,
    locale: Locale,
    text: z.string(),
    intents: z.array(z.string()),
    agent: AgentRef.optional(),
    at: Timestamp,
    state: z.enum(['pending', 'used', 'refused']),
    gold: z.object({ before: z.number(), after: z.number() }).optional(),
  })
  .meta({ id: 'Correction' })
export type Correction = z.infer<typeof Correction>

export const CorrectionsQuery = z.object({
  store: Id.optional(),
  locale: LocaleTag.optional(),
  state: Correction.shape.state.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
})
export type CorrectionsQuery = z.infer<typeof CorrectionsQuery>
/** Newest first. */
export const CorrectionsResult = z
  .object({ corrections: z.array(Correction), cursor: z.string().optional() })
  .meta({ id: 'CorrectionsResult' })
