import { z } from 'zod'
import { Pattern } from '../word-list.ts'

const Letters = z.string().min(1)

/**
 * How words are hidden: `data/lexicon/homophones.yaml`. `letters`: each letter of a value stands for its key anywhere; `signs`: emoji that stand for
 * words next to certain letters; `variants`: what may stand for a letter in `words`; `except`: phrases that only look like a hidden word.
 */
export const Disguise = z.strictObject({
  letters: z.record(Letters, Letters),
  signs: z.array(
    z.strictObject({ sign: Letters, means: Letters, after: Letters.optional(), before: Letters.optional() }),
  ),
  variants: z.record(Letters.length(1), z.array(Letters)),
  words: z.array(z.union([Letters, z.strictObject({ means: Letters, written: z.array(Letters).min(1) })])),
  except: z.array(Pattern),
})
export type Disguise = z.infer<typeof Disguise>
