import type { Intent } from '../../protocol/index.ts'
import { confidenceOf } from './calibrate.ts'
import { type Model, rowOf } from './model.ts'

/** The shares of a message: per family, and per topic (a family's share split among its topics). Each adds up to 1. */
export interface Shares {
  readonly families: Float64Array
  readonly topics: Float64Array
}

/** Reads both heads of the model for the features of one message. */
export function sharesOf(model: Model, features: readonly number[]): Shares {
  const scores = rawScores(model, features)
  const topics = softmax(scores.subarray(0, model.topics.length))
  const byFamily = softmax(scores.subarray(model.topics.length))
  const inside = new Float64Array(model.families.length)
  for (let t = 0; t < topics.length; t += 1) inside[model.familyOf[t]!]! += topics[t]!
  const families = new Float64Array(model.families.length)
  let sum = 0
  for (let f = 0; f < families.length; f += 1) {
    families[f] = Math.sqrt(inside[f]! * byFamily[f]!)
    sum += families[f]!
  }
  for (let f = 0; f < families.length; f += 1) families[f]! /= sum
  for (let t = 0; t < topics.length; t += 1) {
    const family = model.familyOf[t]!
    topics[t]! *= families[family]! / Math.max(inside[family]!, 1e-12)
  }
  return { families, topics }
}

function rawScores(model: Model, features: readonly number[]): Float64Array {
  const classes = model.bias.length
  const { weights, scale, idf } = model
  const scores = new Float64Array(classes)
  const rows = new Set<number>()
  let norm = 0
  for (const hash of features) {
    const row = rowOf(model, hash)
    if (row < 0 || rows.has(row)) continue
    rows.add(row)
    norm += idf[row]! * idf[row]!
    const value = idf[row]! * scale[row]!
    const base = row * classes
    for (let c = 0; c < classes; c += 1) scores[c]! += value * weights[base + c]!
  }
  const unit = norm > 0 ? 1 / Math.sqrt(norm) : 0
  for (let c = 0; c < classes; c += 1) scores[c] = scores[c]! * unit + model.bias[c]!
  return scores
}

/** Softmax in place. */
export function softmax(scores: Float64Array): Float64Array {
  let max = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c += 1) if (scores[c]! > max) max = scores[c]!
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    const e = Math.exp(scores[c]! - max)
    scores[c] = e
    sum += e
  }
  for (let c = 0; c < scores.length; c += 1) scores[c]! /= sum
  return scores
}

/** The likeliest families with their best topic, best first; `confidence` is the calibrated chance that the family is right. */
export function intentsOf(model: Model, { families, topics }: Shares, limit = 5): Intent[] {
  const best = new Int32Array(families.length).fill(-1)
  for (let t = 0; t < topics.length; t += 1) {
    const family = model.familyOf[t]!
    if (best[family]! < 0 || topics[t]! > topics[best[family]!]!) best[family] = t
  }
  return largest(families, limit).map((family) => ({
    name: model.topics[best[family]!]!,
    family: model.families[family]!,
    confidence: Math.round(confidenceOf(families[family]!, model.calibration) * 1e4) / 1e4,
  }))
}

/** The likeliest topics whatever their family, best first. */
export function topicsOf(model: Model, shares: Shares, limit: number): { name: string; share: number }[] {
  return largest(shares.topics, limit).map((topic) => ({ name: model.topics[topic]!, share: shares.topics[topic]! }))
}

/** Positions of the `limit` largest values, largest first, ties by position. */
function largest(values: Float64Array, limit: number): number[] {
  const best: number[] = []
  for (let i = 0; i < values.length; i += 1) {
    if (best.length === limit && values[i]! <= values[best[limit - 1]!]!) continue
    let at = best.length
    while (at > 0 && values[i]! > values[best[at - 1]!]!) at -= 1
    best.splice(at, 0, i)
    if (best.length > limit) best.pop()
  }
  return best
}
