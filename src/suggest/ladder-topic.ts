import { type Analysis, familyOf, HAGGLE_TOPIC } from '../intents/index.ts'
import type { Intent, State } from '../protocol/index.ts'
import type { TopicFit } from './features.ts'

const LADDER = 'price_haggle'
/** Said under a condition that is haggled for, they accept nothing (五十我就拍) and no change of the price was agreed on. */
const CONDITIONAL: ReadonlySet<string> = new Set([
  'payment.will_pay',
  'acknowledgement.price_accept',
  'price_haggle.adjust',
])
/** Words that haggle are at least this sure, whatever was read. */
const SURE = 0.8
/** A reading of something else stands beside them from here on; what is left of a vaguer one. */
const CLEAR = 0.85
const VAGUE = 0.5
/** From here on the reading heard the haggling too, perhaps beside another question. */
const READ = 0.5
/** Topics beside the rungs, and how much the rung is meant with them. */
const BESIDE: ReadonlySet<string> = new Set(['price_haggle.compare', 'price_haggle.extra_gift'])
const STEP = 0.6

/**
 * The fits of a turn in which somebody haggles: the ladder is among what is meant, and no acceptance is; nor is what the agent's question lends to words that
 * haggle on instead of answering. The same map when nobody haggles.
 */
export function withLadder(
  fits: Map<string, TopicFit>,
  { state: { haggle }, answers }: Pick<Analysis, 'state' | 'answers'>,
): Map<string, TopicFit> {
  if (!haggle) return fits
  const goesOn = answers && haggle !== 'probe'
  const read = [...fits].filter(([topic]) => !CONDITIONAL.has(topic) && !(goesOn && familyOf(topic) !== LADDER))
  const [likeliest] = read.filter(([topic]) => familyOf(topic) === LADDER).sort(([, a], [, b]) => b.intent - a.intent)
  const isMissed = (likeliest?.[1].intent ?? 0) < READ
  const meant = new Map(read.map(([topic, fit]) => [topic, isMissed && fit.intent < CLEAR ? dimmed(fit) : fit]))
  const topic = likeliest?.[0] ?? HAGGLE_TOPIC[haggle]
  raise(meant, topic, SURE)
  // who compares or wants something on top, and goes on, is on the ladder all the same
  if (haggle !== 'probe' && BESIDE.has(topic)) raise(meant, HAGGLE_TOPIC[haggle], STEP)
  return meant
}

function raise(fits: Map<string, TopicFit>, topic: string, intent: number): void {
  if ((fits.get(topic)?.intent ?? 0) < intent) fits.set(topic, { intent, relevance: 1, figures: 1 })
}

function dimmed(fit: TopicFit): TopicFit {
  return { ...fit, intent: fit.intent * VAGUE, relevance: fit.relevance * VAGUE }
}

/** What a shopper's message means to the flows: who haggles accepts nothing yet, and words that haggle count where the reading missed them. */
export function meantOnLadder(intents: readonly Intent[], { haggle }: State): readonly Intent[] {
  if (!haggle) return intents
  const meant = intents.filter(({ name }) => !CONDITIONAL.has(name))
  if (meant.some(({ family, confidence }) => family === LADDER && confidence >= SURE)) return meant
  const others = meant.filter(({ family }) => family !== LADDER)
  const name = meant.find(({ family }) => family === LADDER)?.name ?? HAGGLE_TOPIC[haggle]
  return [{ name, family: LADDER, confidence: SURE }, ...others]
}
