import type { Intent } from '../../protocol/index.ts'
import { confidenceOf } from './calibrate.ts'
import { type Model, rowOf } from './model.ts'

/** Softmax scores per topic for the features of one message. */
export function scoreTopics(model: Model, features: readonly number[]): Float64Array {
  const classes = model.topics.length
  const scores = new Float64Array(classes)
  const seen = new Set<number>()
  let norm = 0
  for (const hash of features) {
    const row = rowOf(model, hash)
    if (row < 0 || seen.has(row)) continue
    seen.add(row)
    const idf = model.idf[row]!
    norm += idf * idf
    const value = idf * model.scale[row]!
    const base = row * classes
    for (let c = 0; c < classes; c += 1) scores[c]! += value * model.weights[base + c]!
  }
  const unit = norm > 0 ? 1 / Math.sqrt(norm) : 0
  let max = Number.NEGATIVE_INFINITY
  for (let c = 0; c < classes; c += 1) {
    const s = (scores[c]! * unit + model.bias[c]!) / model.calibration.temperature
    scores[c] = s
    if (s > max) max = s
  }
  let sum = 0
  for (let c = 0; c < classes; c += 1) {
    const e = Math.exp(scores[c]! - max)
    scores[c] = e
    sum += e
  }
  for (let c = 0; c < classes; c += 1) scores[c]! /= sum
  return scores
}

/** The share of each family and its likeliest topic. */
export function sharesOf(model: Model, topicShares: Float64Array): { families: Float64Array; best: Int32Array } {
  const families = new Float64Array(model.families.length)
  const best = new Int32Array(model.families.length).fill(-1)
  for (let t = 0; t < topicShares.length; t += 1) {
    const family = model.familyOf[t]!
    families[family]! += topicShares[t]!
    if (best[family]! < 0 || topicShares[t]! > topicShares[best[family]!]!) best[family] = t
  }
  return { families, best }
}

/** The likeliest families of a message with their best topic, best first; `confidence` is the calibrated chance that the family is right. */
export function classify(model: Model, features: readonly number[], limit = 5): Intent[] {
  const { families, best } = sharesOf(model, scoreTopics(model, features))
  const order = Array.from(families.keys()).sort((a, b) => families[b]! - families[a]! || a - b)
  return order.slice(0, limit).map((family) => ({
    name: model.topics[best[family]!]!,
    family: model.families[family]!,
    confidence: Math.round(confidenceOf(families[family]!, model.calibration) * 1e4) / 1e4,
  }))
}
