import type { Entity, Intent } from '../protocol/index.ts'
import type { Sign } from './cue-words.ts'
import { type Cue, cuesIn } from './cues.ts'
import { normalise } from './normalise.ts'

/** A shopper's message as mood, haggling and the like are heard in it. */
export interface Said {
  readonly original: string
  /** In matching form. */
  readonly text: string
  readonly cues: readonly Cue[]
  /** What was read in its own words, best first. */
  readonly intents: readonly Intent[]
  readonly entities: readonly Entity[]
}

/** `pending` are topics that an agent's question lent to the message: they say nothing of how it was said. */
export function said(
  original: string,
  intents: readonly Intent[],
  entities: readonly Entity[],
  pending: readonly string[] = [],
): Said {
  const { text } = normalise(original)
  const own = pending.length === 0 ? intents : intents.filter(({ name }) => !pending.includes(name))
  return { original, text, cues: cuesIn(text.includes('’') ? text.replaceAll('’', "'") : text), intents: own, entities }
}

/** What the words tell of a sign, all together. */
export function told({ cues }: Said, sign: Sign): number {
  let sum = 0
  for (const cue of cues) if (cue.sign === sign) sum += cue.weight
  return sum
}

/** The chance that a family was read, or 0. */
export function chanceOf({ intents }: Said, family: string): number {
  for (const intent of intents) if (intent.family === family) return intent.confidence
  return 0
}
