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
 * Orders offers best first (maximal marginal relevance, Carbonell & Goldstein 1998, by category and topic rather than by words). Ties go by the library's
 * order, so that the same input gives the same list. Of one text only the best offer stays.
 */
export function rank(offers: readonly Offer[], analysis: Analysis, weights: Weights): Ranked[] {
  const open = offers
    .map((offer) => ({ offer, score: scoreOf(offer.features, weights) }))
    .sort((a, b) => b.score - a.score || a.offer.candidate.entry.position - b.offer.candidate.entry.position)
  const list: Ranked[] = []
  const texts = new Set<string>()
  const categories = new Map<string, number>()
  const topics = new Map<string, number>()
  const second =
    analysis.intents[1]?.confidence !== undefined && analysis.intents[1].confidence >= SECOND_READING
      ? analysis.intents[1].family
      : undefined
  while (open.length > 0) {
    let best = 0
    let bestScore = Number.NEGATIVE_INFINITY
    for (let i = 0; i < open.length; i += 1) {
      const { offer, score } = open[i]!
      const again =
        SAME_CATEGORY * Math.min(2, categories.get(offer.candidate.entry.script.category) ?? 0) +
        SAME_TOPIC * Math.min(2, topics.get(offer.candidate.topic) ?? 0)
      const due =
        list.length === 2 &&
        second !== undefined &&
        !seenFamily(topics, second) &&
        offer.candidate.topic.startsWith(`${second}.`)
          ? 1
          : 0
      if (score - again + due > bestScore) {
        best = i
        bestScore = score - again + due
      }
    }
    const [chosen] = open.splice(best, 1)
    if (texts.has(chosen!.offer.filled.text)) continue
    texts.add(chosen!.offer.filled.text)
    const { category } = chosen!.offer.candidate.entry.script
    categories.set(category, (categories.get(category) ?? 0) + 1)
    topics.set(chosen!.offer.candidate.topic, (topics.get(chosen!.offer.candidate.topic) ?? 0) + 1)
    list.push(chosen!)
    if (list.length >= MOST) break
  }
  return list
}

/** Enough for the ten a client may ask for, with some to spare for those the guard stops. */
const MOST = 16

function seenFamily(topics: ReadonlyMap<string, number>, family: string): boolean {
  for (const topic of topics.keys()) if (topic.startsWith(`${family}.`)) return true
  return false
}
