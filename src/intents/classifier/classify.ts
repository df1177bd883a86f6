import type { Intent } from '../../protocol/index.ts'
import { confidenceOf } from './calibrate.ts'
import { type Model, rowOf } from './model.ts'

/** The shares of a message: per family, and per topic (a family's share split among its topics). Each adds up to 1. */
export interface Shares {
  readonly families: number[]
  readonly topics: number[]
  /** Topics that a clause asks about beside the likeliest of their family. */
  readonly besides: number[]
  /** How many features of the message training never saw, or hardly. */
  readonly unseen: number
}

/** Topics are only scored inside the families that the family head leaves in question; the others share nothing worth sorting. */
const IN_QUESTION = 8

/** Reads both heads of the model for the features of one message. */
export function sharesOf(model: Model, features: readonly number[]): Shares {
  return readShares(model, features, zeros(model.families.length), zeros(model.topics.length))
}

/** The same for a clause, in the scratch of the model: good until the next clause is read. */
export function clauseShares(model: Model, features: readonly number[]): Shares {
  const { families, topics } = model.scratch.clause
  return readShares(model, features, families.fill(0), topics.fill(0))
}

/** Fills in the shares of a message; both lists come with zeros. */
function readShares(model: Model, features: readonly number[], families: number[], topics: number[]): Shares {
  const { firstTopic } = model
  const { columns, byFamily, byTopic } = model.scratch
  const { rows, unseen } = readRows(model, features)

  for (let family = 0; family < byFamily.length; family += 1) columns[family] = byTopic.length + family
  score(model, rows, byFamily.length, byFamily)
  softmax(byFamily)
  const questioned = largest(byFamily, IN_QUESTION)

  let count = 0
  for (const family of questioned) {
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) columns[count++] = t
  }
  score(model, rows, count, byTopic)

  let sum = 0
  let next = 0
  for (const family of questioned) {
    let inside = 0
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) {
      const share = Math.exp(byTopic[next++]!)
      topics[t] = share
      inside += share
    }
    families[family] = inside
    sum += inside
  }
  let total = 0
  for (const family of questioned) {
    const share = Math.sqrt((families[family]! / sum) * byFamily[family]!)
    const factor = share / families[family]!
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) topics[t]! *= factor
    families[family] = share
    total += share
  }
  for (const family of questioned) {
    families[family]! /= total
    for (let t = firstTopic[family]!; t < firstTopic[family + 1]!; t += 1) topics[t]! /= total
  }
  return { families, topics, besides: [], unseen }
}

/** A new list of zeros, to hold fractions: copying one is several times faster than filling one. */
function zeros(length: number): number[] {
  const known = ZEROS.get(length)
  if (known) return known.slice()
  ZEROS.set(length, Array.from({ length }, () => 0.5).fill(0))
  return zeros(length)
}
const ZEROS = new Map<number, number[]>()

/**
 * Finds the model's rows for a message and what each counts, in the scratch; gives how many, and how many features have none. A feature counts once, the
 * whole has unit length.
 */
function readRows(model: Model, features: readonly number[]): { rows: number; unseen: number } {
  const { scale } = model
  const { seen, rows, values } = model.scratch
  let count = 0
  let unseen = 0
  for (let i = 0; i < features.length; i += 1) {
    const row = rowOf(model, features[i]!)
    if (row < 0) {
      unseen += 1
      continue
    }
    if (seen[row] === 1) continue
    seen[row] = 1
    rows[count++] = row
  }
  const unit = count > 0 ? 1 / Math.sqrt(count) : 0
  for (let k = 0; k < count; k += 1) {
    const row = rows[k]!
    seen[row] = 0
    values[k] = scale[row]! * unit
  }
  return { rows: count, unseen }
}

/**
 * Writes the linear scores of the first `count` columns of the scratch into `out`. It takes four rows at a time, so that a score is read and written once for
 * four products, and adds them in the order of the rows.
 */
function score({ weights, bias, scratch }: Model, rowCount: number, count: number, out: Float64Array): void {
  const { rows, values, columns } = scratch
  const width = bias.length
  for (let c = 0; c < count; c += 1) out[c] = bias[columns[c]!]!
  let k = 0
  for (; k + 3 < rowCount; k += 4) {
    const row0 = rows[k]! * width
    const row1 = rows[k + 1]! * width
    const row2 = rows[k + 2]! * width
    const row3 = rows[k + 3]! * width
    const value0 = values[k]!
    const value1 = values[k + 1]!
    const value2 = values[k + 2]!
    const value3 = values[k + 3]!
    for (let c = 0; c < count; c += 1) {
      const column = columns[c]!
      out[c] =
        out[c]! +
        value0 * weights[row0 + column]! +
        value1 * weights[row1 + column]! +
        value2 * weights[row2 + column]! +
        value3 * weights[row3 + column]!
    }
  }
  for (; k < rowCount; k += 1) {
    const row = rows[k]! * width
    const value = values[k]!
    for (let c = 0; c < count; c += 1) out[c]! += value * weights[row + columns[c]!]!
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
  return largest(families, limit).map((family) => {
    let best = model.firstTopic[family]!
    for (let t = best + 1; t < model.firstTopic[family + 1]!; t += 1) if (topics[t]! > topics[best]!) best = t
    return {
      name: model.topics[best]!,
      family: model.families[family]!,
      confidence: Math.round(confidenceOf(families[family]!, model.calibration) * 1e4) / 1e4,
    }
  })
}

/** The likeliest topics whatever their family, best first. */
export function topicsOf(model: Model, shares: Shares, limit: number): { name: string; share: number }[] {
  return largest(shares.topics, limit).map((topic) => ({ name: model.topics[topic]!, share: shares.topics[topic]! }))
}

/** Positions of the `limit` largest values, largest first, ties by position. */
function largest(values: ArrayLike<number>, limit: number): number[] {
  const best: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!
    if (value <= least) continue
    if (best.length === limit) best.pop()
    let at = best.length
    best.push(i)
    for (; at > 0 && value > values[best[at - 1]!]!; at -= 1) best[at] = best[at - 1]!
    best[at] = i
    if (best.length === limit) least = values[best[limit - 1]!]!
  }
  return best
}
