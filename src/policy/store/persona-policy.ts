import { z } from 'zod'
import { limited } from '../limited.ts'
import { Localised } from '../localised.ts'

/** A voice word may be left out on purpose: an empty string in a language means that nothing is said there. */
const Word = z.string().max(30)
const VoiceWords = z.union([Word, z.strictObject({ zh: Word.optional(), en: Word.optional(), ko: Word.optional() })])

/**
 * The store's voice. `you` is the address word (亲 / 客官 / nothing), `self` how the agent calls itself. `emoji: none` drops every smile;
 * `slang` and `formality` steer the choice among wordings (X2). Any of them may differ by channel.
 */
export const PersonaPolicy = z.strictObject({
  you: limited(VoiceWords).optional(),
  self: limited(VoiceWords).optional(),
  shop: limited(Localised).optional(),
  smile: limited(Word).optional(),
  particles: limited(z.array(Word)).optional(),
  emoji: limited(z.enum(['none', 'light', 'rich'])).optional(),
  slang: limited(z.boolean()).optional(),
  formality: limited(z.enum(['casual', 'neutral', 'formal'])).optional(),
})
