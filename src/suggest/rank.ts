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
const SECOND_READING = 0.44

/**
 * Orders offers best first (maximal marginal relevance, Carbonell & Goldstein 1998, by category and topic rather than by words), one at a time: who asks
 * for three pays for three. Ties go by the library's order, so that the same input gives the same list. Of one text only the best offer comes.
 */
export function* rank(offers: readonly Offer[], analysis: Analysis, weights: Weights): Generator<Ranked, void> {
  const open = offers
    .map((offer): Open => ({ offer, score: scoreOf(offer.features, weights), sameCategory: 0, sameTopic: 0 }))
    .sort((a, b) => b.score - a.score || a.offer.candidate.entry.position - b.offer.candidate.entry.position)
  const second = secondReading(analysis)
  const texts: string[] = []
  let secondSeen = false
  while (open.length > 0) {
    const chosen = takeBest(open, texts.length === 2 && !secondSeen ? second : undefined)
    const { filled, candidate } = chosen.offer
    if (texts.includes(filled.text)) continue
    texts.push(filled.text)
    secondSeen ||= familyOf(candidate.topic) === second
    for (const other of open) {
      const { entry, topic } = other.offer.candidate
      if (entry.script.category === candidate.entry.script.category) other.sameCategory += 1
      if (topic === candidate.topic) other.sameTopic += 1
    }
    yield chosen
  }
}

/** An offer that waits for its place, and how many of those before it are of its category and topic. */
interface Open extends Ranked {
  sameCategory: number
  sameTopic: number
}

/** Takes out the open offer that is worth most now; one of the `wanted` family goes before all others. */
function takeBest(open: Open[], wanted: string | undefined): Open {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < open.length; i += 1) {
    const { offer, score, sameCategory, sameTopic } = open[i]!
    const again = SAME_CATEGORY * Math.min(2, sameCategory) + SAME_TOPIC * Math.min(2, sameTopic)
    const value = score - again + (wanted !== undefined && familyOf(offer.candidate.topic) === wanted ? 1 : 0)
    if (value > most) {
      best = i
      most = value
    }
  }
  return open.splice(best, 1)[0]!
}

function secondReading({ intents }: Analysis): string | undefined {
  const second = intents[1]
  return second && second.confidence >= SECOND_READING ? second.family : undefined
}

function familyOf(topic: string): string {
  const dot = topic.indexOf('.')
  return dot < 0 ? topic : topic.slice(0, dot)
}
