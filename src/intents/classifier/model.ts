import type { Locale } from '../../protocol/index.ts'

/** One training utterance: `topics[0]` is what a good agent would answer first, the others are also right. */
export interface Utterance {
  readonly text: string
  readonly topics: readonly string[]
}

/**
 * A trained linear model of one language with two heads, topics and families: the two see the same features and err differently, so their mean is
 * better than either. Row `rowOf(hash)` of `weights` holds one value per topic, then one per family, quantised to 8 bits with `scale` per row, so that
 * the whole model stays a few megabytes and a message costs one pass over its rows.
 */
export interface Model {
  readonly locale: Locale
  readonly topics: readonly string[]
  readonly families: readonly string[]
  /** Family index of each topic. */
  readonly familyOf: Uint8Array
  /** First topic of each family and, last, the number of topics: topics are sorted by name, so those of a family stand together. */
  readonly firstTopic: Uint16Array
  /** Open-addressing table: feature hash per cell (0 = empty) and the row it names. Length is a power of two. */
  readonly hashes: Uint32Array
  readonly rows: Uint32Array
  readonly weights: Int8Array
  readonly scale: Float32Array
  /** Inverse document frequency per row. */
  readonly idf: Float32Array
  readonly bias: Float32Array
  /** Scratch of the message being read: its rows are marked, all zero between calls. */
  readonly seen: Uint8Array
  /** Scratch of the message being read: a score per column. */
  readonly scores: Float64Array
  readonly calibration: Calibration
}

/** `confidence = sigmoid(slope * logit(p) + offset)`: Platt scaling of a family's share, fitted on held-out folds. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

/** The row of a feature hash, or -1 when training never saw it. */
export function rowOf(model: Pick<Model, 'hashes' | 'rows'>, hash: number): number {
  const mask = model.hashes.length - 1
  let cell = Math.imul(hash, 0x9e3779b1) >>> 0
  for (cell &= mask; model.hashes[cell] !== 0; cell = (cell + 1) & mask) {
    if (model.hashes[cell] === hash) return model.rows[cell]!
  }
  return -1
}
