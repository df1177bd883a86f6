import type { Utterance } from '../../intents/index.ts'
import { printOf } from '../print.ts'

/** The fingerprint of what corrections teach, whatever their order. */
export function printOfLesson(corrections: readonly Utterance[]): string {
  return printOf(corrections.map(({ text, topics }) => JSON.stringify([text, topics])).sort())
}
