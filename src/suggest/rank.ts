import type { Analysis } from '../intents/index.ts'
import { type Offer, scoreOf } from './features.ts'
import type { Weights } from './weights.ts'

export interface Ranked {
  readonly offer: Offer
  readonly score: number
}

/** Taken from the score of an offer that says again what a better one says: same situation, same topic. */
const SAME_CATEGORY = 0.35
const SAME_TOPIC = 0.25
/** A second reading this likely gets a place among the first three even when the first has more good scripts. */
const SECOND_READING = 0.3

/**
 * Orders offers best first (maximal marginal relevance, Carbonell & Goldstein 1998, by category and topic rather than by words), one at a time: who asks
 * for three pays for three. Ties go by the library's order, so that the same input gives the same list. Of one text only the best offer comes.
 */
export function* rank(offers: readonly Offer[], analysis: Analysis, weights: Weights): Generator<Ranked, void> {
  const open = offers
    .map((offer) => ({ offer, score: scoreOf(offer.features, weights) }))
    .sort((a, b) => b.score - a.score || a.offer.candidate.entry.position - b.offer.candidate.entry.position)
  const second = secondReading(analysis)
  const seen = {
    texts: new Set<string>(),
    categories: new Map<string, number>(),
    topics: new Map<string, number>(),
    families: new Set<string>(),
  }
  for (let place = 0; open.length > 0; ) {
    const secondIsDue = place === 2 && second !== undefined && !seen.families.has(second)
    let best = 0
    let bestScore = Number.NEGATIVE_INFINITY
    for (let i = 0; i < open.length; i += 1) {
      const { offer, score } = open[i]!
      const { topic, entry } = offer.candidate
      const again =
        SAME_CATEGORY * Math.min(2, seen.categories.get(entry.script.category) ?? 0) +
        SAME_TOPIC * Math.min(2, seen.topics.get(topic) ?? 0)
      const value = score - again + (secondIsDue && familyOf(topic) === second ? 1 : 0)
      if (value > bestScore) {
        best = i
        bestScore = value
      }
    }
    const [chosen] = open.splice(best, 1)
    const { filled, candidate } = chosen!.offer
    if (seen.texts.has(filled.text)) continue
    seen.texts.add(filled.text)
    count(seen.categories, candidate.entry.script.category)
    count(seen.topics, candidate.topic)
    seen.families.add(familyOf(candidate.topic))
    place += 1
    yield chosen!
  }
}

function secondReading({ intents }: Analysis): string | undefined {
  const second = intents[1]
  return second && second.confidence >= SECOND_READING ? second.family : undefined
}

function familyOf(topic: string): string {
  const dot = topic.indexOf('.')
  return dot < 0 ? topic : topic.slice(0, dot)
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}
