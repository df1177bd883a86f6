import type { Tone } from '../../protocol/index.ts'

/** What each tone asks of the model. */
export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  warmer: 'warmer and friendlier, without flattery',
  shorter: 'shorter: say the same in fewer words',
  formal: 'more formal and respectful',
  apologetic: 'apologetic: understand first, say sorry once, then the matter',
  store: "the store's own voice, as described",
  shopper: "the shopper's own language and manner",
}
