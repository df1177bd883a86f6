import { fitPlatt, logit, type Point, platt } from './calibrate.ts'
import type { Shares } from './classify.ts'
import type { Calibration, Model } from './model.ts'

/** Where utterances about other trades stand: banks, travel, weather, recipes ... */
const OTHER_TRADES = 'chitchat_offtopic.unrelated'
/** Less than this share is as good as none. */
const LEAST_SHARE = 1e-4

/**
 * How much a message weighs as one of another trade: what of it sounds like the trades we know, and how much of it training hardly ever saw. The two
 * count alike; fitted apart they came out so. Undefined when the model knows no other trades.
 */
function weightOf({ topics }: Pick<Model, 'topics'>, shares: Shares): number | undefined {
  const topic = topics.indexOf(OTHER_TRADES)
  return topic < 0 ? undefined : logit(Math.max(shares.topics[topic]!, LEAST_SHARE)) + Math.log1p(shares.unseen)
}

/**
 * Fits the weight to a probability on messages that the model has not seen, as if every second one were about another trade: how rare these are in our
 * lists says nothing about a shop.
 */
export function fitOutOfScope(
  model: Pick<Model, 'topics'>,
  held: readonly { readonly topics: readonly string[]; readonly shares: Shares }[],
): Calibration {
  const points = held.flatMap(({ topics, shares }): Point[] => {
    const weight = weightOf(model, shares)
    return weight === undefined ? [] : [[weight, topics.includes(OTHER_TRADES) ? 1 : 0]]
  })
  const { slope, offset } = fitPlatt(points)
  const foreign = points.filter(([, y]) => y === 1).length
  return { slope, offset: offset - Math.log((foreign + 1) / (points.length - foreign + 1)) }
}

/** The probability, 0 to 1, that a message is about another trade when every second one is. */
export function outOfScopeOf(model: Pick<Model, 'topics' | 'outOfScope'>, shares: Shares): number {
  const weight = weightOf(model, shares)
  return weight === undefined ? 0 : platt(weight, model.outOfScope)
}
