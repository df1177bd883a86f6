import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Utterance } from '../src/intents/index.ts'

/** A message that JD labelled, with JD's own name of its intent. */
export const JdRow = z.object({ text: z.string().min(1), jd_intent: z.string().min(1) })
export type JdRow = z.infer<typeof JdRow>

/** Our name for each of JD's intents: a family of its own with one topic, so that both heads of the classifier learn the same names. */
export function topicNames(rows: readonly JdRow[]): ReadonlyMap<string, string> {
  const intents = [...new Set(rows.map((row) => row.jd_intent))].sort()
  return new Map(intents.map((intent, i) => [intent, `jd${i}.intent`]))
}

/** The rows as utterances under our names, parted for training and test. */
export interface Split {
  readonly training: readonly Utterance[]
  readonly test: readonly Utterance[]
}

const TRAINING = 0.7

/** Split `k` of many: the hash of `k` and the text decides, so that a text that occurs twice is never on both sides. */
export function splitOf(rows: readonly JdRow[], k: number): Split {
  const names = topicNames(rows)
  const training: Utterance[] = []
  const test: Utterance[] = []
  for (const { text, jd_intent } of rows)
    (shareOf(`${k}${text}`) < TRAINING ? training : test).push({ text, topics: [names.get(jd_intent)!] })
  return { training, test }
}

/** Where a text falls between 0 and 1. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
}
