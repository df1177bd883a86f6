import { featuresOf } from '../features.ts'
import { softmax } from './classify.ts'
import { descend } from './descend.ts'
import { rowOf } from './model.ts'
import { rowsOf, tableOf } from './samples.ts'
import { seedOf } from './seeded.ts'

/** A linear model with one head over the features of a text: shares of a few classes, uncalibrated. Plain data, so that it can be kept in a file. */
export interface FlatModel {
  readonly classes: readonly string[]
  /** Open-addressing table as in `Model`. */
  readonly table: Uint32Array
  /** One value per class for each row, in units of `scale`: small enough to stay in the processor's cache beside all else that a reply is checked with. */
  readonly weights: Int8Array
  readonly scale: number
  readonly bias: Float32Array
}

/** A text in its matching form and the class it belongs to. */
export interface Labelled {
  readonly text: string
  readonly label: string
}

const PASSES = 8
const RATE = 0.5
const DECAY = 1e-4

/** Trains on texts, each of one class; the same texts give the same model. Ten thousand short ones take under a second. */
export function trainFlat(samples: readonly Labelled[]): FlatModel {
  const classes = [...new Set(samples.map(({ label }) => label))].sort()
  const texts = samples.map(({ text }) => text)
  const { table, count } = tableOf(texts)
  const rows = texts.map((text) => rowsOf({ table }, featuresOf(text)))
  const { weights, bias } = descend(
    Array.from({ length: PASSES }, () => rows),
    samples.map(({ label }) => [[classes.indexOf(label), 1]]),
    Uint32Array.from(texts, seedOf),
    { features: count, classes: classes.length, rate: RATE, decay: DECAY },
  )
  return { classes, table, ...quantised(weights), bias }
}

function quantised(weights: Float32Array): { weights: Int8Array; scale: number } {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale }
}

/** More features than a sentence has. */
const ROOM = 512

/** Reads texts with a model: the share of each class. The list is the reader's own and changes with the next text. */
export function createFlatReader(model: FlatModel): (text: string) => Float64Array {
  const { weights, scale, bias } = model
  const width = bias.length
  const scores = new Float64Array(width)
  // marked with the number of the text: a feature counts once
  const seen = new Uint32Array(weights.length / width)
  // where the rows of the text begin: a class is summed over them by itself, which costs a third less than row by row
  let rows = new Int32Array(ROOM)
  let reading = 0
  return (text) => {
    reading = reading === 0xffffffff ? 1 : reading + 1
    const features = featuresOf(text)
    if (features.length > rows.length) rows = new Int32Array(features.length)
    let count = 0
    for (const hash of features) {
      const row = rowOf(model, hash)
      if (row < 0 || seen[row] === reading) continue
      seen[row] = reading
      rows[count] = row * width
      count += 1
    }
    const unit = count > 0 ? scale / Math.sqrt(count) : 0
    for (let c = 0; c < width; c += 1) {
      let sum = 0
      for (let i = 0; i < count; i += 1) sum += weights[rows[i]! + c]!
      scores[c] = sum * unit + bias[c]!
    }
    return softmax(scores)
  }
}
