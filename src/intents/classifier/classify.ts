import type { Intent } from '../../protocol/index.ts'
import { confidenceOf } from './calibrate.ts'
import { type Model, rowOf } from './model.ts'

/** The shares of a message: per family, and per topic (a family's share split among its topics). Each adds up to 1. */
export interface Shares {
  readonly families: Float64Array
  readonly topics: Float64Array
}

/** Topics are only scored inside the families that the family head leaves in question; the others share nothing worth sorting. */
const IN_QUESTION = 8

/** Reads both heads of the model for the features of one message. */
export function sharesOf(model: Model, features: readonly number[]): Shares {
  const rows = rowsOf(model, features)
  const { firstTopic, scores } = model
  const first = model.topics.length
  const count = model.families.length
  score(model, rows, first, first + count)
  const byFamily = softmax(scores.slice(first))
  const topics = new Float64Array(first)
  const families = new Float64Array(count)
  const questioned = largest(byFamily, IN_QUESTION)
  let sum = 0
  for (const family of questioned) {
    const to = firstTopic[family + 1]!
    score(model, rows, firstTopic[family]!, to)
    let inside = 0
    for (let t = firstTopic[family]!; t < to; t += 1) {
      const share = Math.exp(scores[t]!)
      topics[t] = share
      inside += share
    }
    families[family] = inside
    sum += inside
  }
  let total = 0
  for (const family of questioned) {
    const share = Math.sqrt((families[family]! / sum) * byFamily[family]!)
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) topics[t]! *= share / families[family]!
    families[family] = share
    total += share
  }
  for (const family of questioned) {
    families[family]! /= total
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) topics[t]! /= total
  }
  return { families, topics }
}

interface Rows {
  readonly at: readonly number[]
  /** Weight of each row, scaled so that the whole has unit length. */
  readonly values: readonly number[]
}

/** The model's rows for a message; a feature counts once. */
function rowsOf(model: Model, features: readonly number[]): Rows {
  const at: number[] = []
  const values: number[] = []
  const { seen, idf, scale } = model
  let norm = 0
  for (let i = 0; i < features.length; i += 1) {
    const row = rowOf(model, features[i]!)
    if (row < 0 || seen[row] === 1) continue
    seen[row] = 1
    at.push(row)
    norm += idf[row]! * idf[row]!
  }
  const unit = norm > 0 ? 1 / Math.sqrt(norm) : 0
  for (let i = 0; i < at.length; i += 1) {
    const row = at[i]!
    seen[row] = 0
    values.push(idf[row]! * scale[row]! * unit)
  }
  return { at, values }
}

/** Writes the linear scores of columns `from`..`to` into the model's scratch. */
function score(model: Model, { at, values }: Rows, from: number, to: number): void {
  const { weights, bias, scores } = model
  const width = bias.length
  for (let c = from; c < to; c += 1) scores[c] = bias[c]!
  for (let k = 0; k < at.length; k += 1) {
    const value = values[k]!
    const base = at[k]! * width
    for (let c = from; c < to; c += 1) scores[c]! += value * weights[base + c]!
  }
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
    const value = values[i]!
    if (best.length === limit) {
      if (value <= values[best[limit - 1]!]!) continue
      best.pop()
    }
    let at = best.length
    best.push(i)
    for (; at > 0 && value > values[best[at - 1]!]!; at -= 1) best[at] = best[at - 1]!
    best[at] = i
  }
  return best
}
