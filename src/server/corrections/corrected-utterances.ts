import { normalise, type Utterance } from '../../intents/index.ts'

/**
 * How shoppers end a line. A correction is learned with each: n-grams seen only once or twice are left out of a model, so that a new word would never be
 * learned from one line, and the same text twice counts once.
 */
const ENDINGS = ['', '。', '~'] as const

/** Utterances with corrections: a correction stands in place of every utterance that reads the same. */
export function correctedUtterances(
  utterances: readonly Utterance[],
  corrections: readonly Utterance[],
): readonly Utterance[] {
  const added = corrections.flatMap(({ text, topics }) => ENDINGS.map((ending) => ({ text: text + ending, topics })))
  const keyOf = ({ text }: Utterance) => normalise(text).text
  const replaced = new Set(added.map(keyOf))
  return [...utterances.filter((utterance) => !replaced.has(keyOf(utterance))), ...added]
}
