import { z } from 'zod'
import { limited } from '../limited.ts'
import { Localised } from '../localised.ts'

/** A voice word may be left out on purpose: an empty string in a language means that nothing is said there. */
const Word = z.string().max(30)
const VoiceWords = z.union([Word, z.strictObject({ zh: Word.optional(), en: Word.optional(), ko: Word.optional() })])

/** Chinese particles that only soften a sentence: without them it says the same. 吧, 吗, 嘛 and 啊 change what is said, and stay as written. */
export const PARTICLES = ['哦', '喔', '噢', '哟', '哈', '呀', '啦', '呢'] as const
export const Particle = z.enum(PARTICLES)
export type Particle = z.infer<typeof Particle>

export const EmojiDensity = z.enum(['none', 'light', 'rich'])
export const Formality = z.enum(['casual', 'neutral', 'formal'])

/**
 * The store's voice; any field may differ by channel, region or date. Facts are never touched by it, and what is left out leaves scripts as they are written.
 *
 * `you` = how the shopper is addressed (亲, 宝贝, 客官, 고객님, any word; `""` = not at all; 您 stands where a sentence needs it and not as an address before a comma).
 * `self` = how the agent calls itself (小店, 我们); `{agent}` in it is the agent's name. `shop` = what the store is called. `smile` = the sign for a smile.
 * `particles` = the particles that are said at the end of a Chinese clause, first choice first; others are left out, or give way to the first one (`[]` = none).
 * `emoji` = `none`: no smile, `light`: where scripts have one (the opening of a talk above all), `rich`: in the short form, too, where the opening form has one.
 * `slang: false` = wordings without net slang go first. `formality` = `formal`: wordings without chatty words go first, Korean sentences end in -습니다, English ones
 * have no contractions, Chinese ones say 我们 for 咱们 and only 呢 of the particles; `casual`: Korean sentences end in -요. Korean is polite in every case.
 */
export const PersonaPolicy = z.strictObject({
  you: limited(VoiceWords).optional(),
  self: limited(VoiceWords).optional(),
  shop: limited(Localised).optional(),
  smile: limited(Word).optional(),
  particles: limited(z.array(Particle)).optional(),
  emoji: limited(EmojiDensity).optional(),
  slang: limited(z.boolean()).optional(),
  formality: limited(Formality).optional(),
})
export type Persona = z.infer<typeof PersonaPolicy>
