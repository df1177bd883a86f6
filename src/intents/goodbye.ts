import type { State } from '../protocol/index.ts'
import type { Reading } from './state.ts'

/** The same words, before an order and after it. */
const LEAVING = 'thanks_bye.bye_no_order'
const ORDERED = 'thanks_bye.bye_order'

/** A reading as it is meant at the talk's stage: who says goodbye after ordering does not leave without an order. */
export function atStage(reading: Reading, { stage }: Pick<State, 'stage'>): Reading {
  if (stage !== 'insale') return reading
  const meant = (name: string) => (name === LEAVING ? ORDERED : name)
  const topics = new Map<string, number>()
  for (const { name, share } of reading.topics) topics.set(meant(name), Math.max(share, topics.get(meant(name)) ?? 0))
  return {
    ...reading,
    intents: reading.intents.map((intent) => ({ ...intent, name: meant(intent.name) })),
    topics: [...topics].map(([name, share]) => ({ name, share })),
  }
}
