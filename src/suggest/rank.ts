import type { Analysis } from '../intents/index.ts'
import { type Offer, scoreOf } from './features.ts'
import type { Weights } from './weights.ts'

export interface Ranked {
  readonly offer: Offer
  readonly score: number
  /** What it was worth when it got its place, less what says the same before it; and what it was worth when the place before went to another. */
  readonly value: number
  readonly runnerUp: number
}

/** Taken from the score of an offer that says again what a better one says: same situation, same topic. */
const SAME_CATEGORY = 0.35
const SAME_TOPIC = 0.25
/** Taken from one that tells a better one's facts over again for another type of customer, or for everybody. */
const SAME_FACTS = 0.8
/** So many suggestions are looked at together. */
const PLACES = 3
/** A second reading this likely has a place among them even when the first has more good scripts, and the other way round; three questions have one each. */
const SECOND_READING = 0.44
const THIRD_READING = 0.6
/** So much likelier than the second the first reading is answered first, however good the replies to the second. */
const CLEARLY = 0.2

/**
 * Orders offers best first (maximal marginal relevance, Carbonell & Goldstein 1998, by category and topic rather than by words), one at a time: who asks
 * for three pays for three. Ties go by the library's order, so that the same input gives the same list. Of one text only the best offer comes.
 */
export function* rank(offers: readonly Offer[], analysis: Analysis, weights: Weights): Generator<Ranked, void> {
  const open = offers
    .map(
      (offer): Open => ({
        offer,
        score: scoreOf(offer.features, weights),
        value: 0,
        runnerUp: 0,
        sameCategory: 0,
        sameTopic: 0,
        sameFacts: 0,
      }),
    )
    .sort((a, b) => b.score - a.score || a.offer.candidate.entry.position - b.offer.candidate.entry.position)
  const first = clearReading(analysis)
  const waiting = new Set(placedReadings(analysis))
  const haggles = analysis.state.haggle !== undefined
  const texts: string[] = []
  while (open.length > 0) {
    const chosen = takeBest(open, wantedAt(texts.length, first, waiting))
    const { filled, candidate } = chosen.offer
    if (texts.includes(filled.text)) continue
    texts.push(filled.text)
    waiting.delete(familyOf(candidate.topic))
    for (const other of open) {
      const { entry, topic } = other.offer.candidate
      if (entry.script.category === candidate.entry.script.category) other.sameCategory += 1
      if (topic === candidate.topic) other.sameTopic += 1
      if (isVariant(other.offer, chosen.offer) || (haggles && argueAlike(other.offer, chosen.offer)))
        other.sameFacts = 1
    }
    yield chosen
  }
}

/** One is for certain customers, one is not, and the facts are the same. */
function isVariant(one: Offer, other: Offer): boolean {
  if ((one.type === undefined) === (other.type === undefined)) return false
  const { printed } = other.filled
  return one.filled.printed.some(({ name }) => printed.some((fact) => fact.name === name))
}

/** While somebody haggles three suggestions are a choice of three arguments. */
function argueAlike({ candidate: { entry } }: Offer, other: Offer): boolean {
  const { argument } = entry.script
  return other.candidate.entry.script.argument.some((one) => argument.includes(one))
}

/** An offer that waits for its place, and how many of those before it are of its category and topic or tell its facts. */
interface Open extends Ranked {
  value: number
  runnerUp: number
  sameCategory: number
  sameTopic: number
  sameFacts: 0 | 1
}

/** The readings one of which gets the next place, whatever the others are worth; none = any. */
function wantedAt(place: number, first: string | undefined, waiting: ReadonlySet<string>): ReadonlySet<string> {
  if (place === 0 && first !== undefined) return new Set([first])
  return place < PLACES && waiting.size >= PLACES - place ? waiting : ANY
}
const ANY: ReadonlySet<string> = new Set()

/** Takes out the open offer that is worth most now; one of the `wanted` families goes before all others. */
function takeBest(open: Open[], wanted: ReadonlySet<string>): Open {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < open.length; i += 1) {
    const other = open[i]!
    const { offer, score, sameCategory, sameTopic, sameFacts } = other
    const again =
      SAME_CATEGORY * Math.min(2, sameCategory) + SAME_TOPIC * Math.min(2, sameTopic) + SAME_FACTS * sameFacts
    const value = score - again + (wanted.size > 0 && wanted.has(familyOf(offer.candidate.topic)) ? 1 : 0)
    other.runnerUp = other.value
    other.value = value
    if (value > most) {
      best = i
      most = value
    }
  }
  return open.splice(best, 1)[0]!
}

/** The family that the first suggestion is to answer, where one is clearly likelier than all others. */
function clearReading({ intents: [first, second], state }: Analysis): string | undefined {
  const isClear = first && first.confidence - (second?.confidence ?? 0) >= CLEARLY && state.mood !== 'angry'
  return isClear ? first.family : undefined
}

/** The families that are to have a place each. */
function placedReadings({ intents: [first, second, third] }: Analysis): string[] {
  if (!first || !second || second.confidence < SECOND_READING) return []
  const isThird = third !== undefined && third.confidence >= THIRD_READING
  return [first, second, ...(isThird ? [third] : [])].map(({ family }) => family)
}

function familyOf(topic: string): string {
  const dot = topic.indexOf('.')
  return dot < 0 ? topic : topic.slice(0, dot)
}
