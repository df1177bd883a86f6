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
  /** Open-addressing table, two numbers per cell side by side: a feature hash (0 = empty) and the row it names. The number of cells is a power of two. */
  readonly table: Uint32Array
  readonly weights: Int8Array
  readonly scale: Float32Array
  readonly bias: Float32Array
  readonly scratch: Scratch
  readonly calibration: Calibration
  /** From the weight of a message to the probability that it is about another trade (out-of-scope.ts). */
  readonly outOfScope: Calibration
}

/** Room for the message being read, kept with the model: making it anew for each would cost as much as the arithmetic. */
export interface Scratch {
  /** Marks the rows of the message; all zero between calls. */
  readonly seen: Uint8Array
  /** The rows of the message and what each counts. */
  readonly rows: Uint32Array
  readonly values: Float64Array
  /** The columns to score. */
  readonly columns: Uint16Array
  readonly byFamily: Float64Array
  readonly byTopic: Float64Array
  /** The shares of a clause, which are read and thrown away. */
  readonly clause: { readonly families: number[]; readonly topics: number[] }
}

/** `sigmoid(slope * x + offset)`: Platt scaling, fitted on held-out messages. For a family's confidence x is the logit of its share. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

/** The row of a feature hash, or -1 when training never saw it. */
export function rowOf({ table }: Pick<Model, 'table'>, hash: number): number {
  const mask = table.length - 1
  let cell = (Math.imul(hash, 0x9e3779b1) << 1) & mask
  for (; table[cell] !== 0; cell = (cell + 2) & mask) {
    if (table[cell] === hash) return table[cell + 1]!
  }
  return -1
}
