import type { Locale } from '../../protocol/index.ts'
import { featuresOf } from '../features.ts'
import { normalise } from '../normalise.ts'
import { fitCalibration, type Scored } from './calibrate.ts'
import { sharesOf, softmax } from './classify.ts'
import { type Model, rowOf, type Utterance } from './model.ts'

export interface TrainOptions {
  readonly locale: Locale
  /** Passes over the data. @default 5 */
  readonly epochs?: number
  /** AdaGrad step. @default 0.5 */
  readonly rate?: number
  /** L2 penalty per update. @default 2e-5 */
  readonly decay?: number
  /** Part of the target given to the other right topics of an utterance. @default 0.4 */
  readonly alsoShare?: number
  /** Utterances used per topic at the most, taken evenly: no topic drowns its neighbours by being easy to write. @default 300 */
  readonly perTopic?: number
  /** Every n-th utterance is held out once to fit the calibration; 0 keeps the shares as they are. @default 5 */
  readonly heldOut?: number
  readonly progress?: (done: number, total: number) => void
}

/**
 * A held-out utterance counts only the topics it stands under, while people often accept a second family: confidence means theirs. The shift, in logits,
 * stands between the folds (0) and our own gold set (1.2), which flatters.
 */
const LENIENCE = 0.6

/**
 * Trains multinomial logistic regression on TF-IDF weighted n-gram hashes (AdaGrad, fixed order: the same data give the same model).
 * Some ten thousand utterances take a few seconds; call it off the event loop.
 */
export function train(all: readonly Utterance[], options: TrainOptions): Model {
  const utterances = evenly(merged(all), options.perTopic ?? 300)
  const every = options.heldOut ?? 5
  if (every === 0) return learn(utterances, options)
  const inside = learn(
    utterances.filter((_, i) => i % every !== 0),
    options,
  )
  options.progress?.(1, 2)
  const calibration = fitCalibration(
    utterances.filter((_, i) => i % every === 0).map((utterance) => score(inside, utterance)),
  )
  const model = learn(utterances, options)
  options.progress?.(2, 2)
  return { ...model, calibration: { ...calibration, offset: calibration.offset + LENIENCE } }
}

function score(model: Model, utterance: Utterance): Scored {
  const right = new Set(utterance.topics.map((topic) => model.families.indexOf(familyName(topic))))
  return { shares: sharesOf(model, featuresOf(normalise(utterance.text).text)).families, right }
}

export function familyName(topic: string): string {
  const dot = topic.indexOf('.')
  return dot < 0 ? topic : topic.slice(0, dot)
}

interface Sample {
  readonly rows: Uint32Array
  readonly values: Float32Array
  readonly targets: readonly (readonly [number, number])[]
}

function learn(utterances: readonly Utterance[], options: TrainOptions): Model {
  const topics = [...new Set(utterances.flatMap((u) => u.topics.filter((t) => t.includes('.'))))].sort()
  const families = [...new Set(topics.map(familyName))].sort()
  const familyOf = Uint8Array.from(topics, (topic) => families.indexOf(familyName(topic)))
  const features = buildTable(utterances)
  const samples = utterances.map((u) => sampleOf(u, features, topics, familyOf, families, options.alsoShare ?? 0.4))
  const byTopic = descend(samples, features.count, topics.length, options)
  const byFamily = descend(
    samples.map((sample) => ofFamilies(sample, familyOf)),
    features.count,
    families.length,
    options,
  )
  return {
    locale: options.locale,
    topics,
    families,
    familyOf,
    firstTopic: Uint16Array.from([...families.map((_, family) => familyOf.indexOf(family)), topics.length]),
    scratch: {
      seen: new Uint8Array(features.count),
      rows: new Uint32Array(features.count),
      values: new Float64Array(features.count),
      columns: new Uint16Array(topics.length + families.length),
      byFamily: new Float64Array(families.length),
      byTopic: new Float64Array(topics.length),
    },
    table: features.table,
    idf: features.idf,
    ...quantise([byTopic.weights, byFamily.weights], features.count),
    bias: Float32Array.from([...byTopic.bias, ...byFamily.bias]),
    calibration: { slope: 1, offset: 0 },
  }
}

/** One utterance per text: what stands under two topics carries both, the first given leading. */
function merged(utterances: readonly Utterance[]): Utterance[] {
  const byText = new Map<string, Utterance>()
  for (const utterance of utterances) {
    const key = normalise(utterance.text).text
    const known = byText.get(key)
    byText.set(
      key,
      known ? { text: known.text, topics: [...new Set([...known.topics, ...utterance.topics])] } : utterance,
    )
  }
  return [...byText.values()]
}

/** Every k-th utterance of a topic that has more than `most`, so that all of its file is represented. */
function evenly(utterances: readonly Utterance[], most: number): Utterance[] {
  const sizes = new Map<string, number>()
  for (const { topics } of utterances) sizes.set(topics[0]!, (sizes.get(topics[0]!) ?? 0) + 1)
  const seen = new Map<string, number>()
  return utterances.filter(({ topics }) => {
    const at = seen.get(topics[0]!) ?? 0
    seen.set(topics[0]!, at + 1)
    const size = sizes.get(topics[0]!)!
    return size <= most || Math.floor(((at + 1) * most) / size) > Math.floor((at * most) / size)
  })
}

interface Table {
  readonly table: Uint32Array
  readonly idf: Float32Array
  readonly count: number
}

/** Features seen once or twice say nothing general: they are left out, which also makes the model a third. */
function buildTable(utterances: readonly Utterance[]): Table {
  const seen = new Map<number, number>()
  for (const { text } of utterances) {
    for (const hash of new Set(featuresOf(normalise(text).text))) seen.set(hash, (seen.get(hash) ?? 0) + 1)
  }
  const kept = [...seen].filter(([hash, documents]) => documents > 2 && hash !== 0)
  let size = 1024
  while (size < kept.length * 2) size *= 2
  const table = new Uint32Array(size * 2)
  const idf = new Float32Array(kept.length)
  kept.forEach(([hash, documents], row) => {
    let cell = (Math.imul(hash, 0x9e3779b1) & (size - 1)) * 2
    while (table[cell] !== 0) cell = (cell + 2) & (table.length - 1)
    table[cell] = hash
    table[cell + 1] = row
    idf[row] = Math.log((1 + utterances.length) / (1 + documents)) + 1
  })
  return { table, idf, count: kept.length }
}

/** The rows of a message and their TF-IDF values, scaled to unit length. */
export function vectorise(
  model: Pick<Model, 'table' | 'idf'>,
  features: readonly number[],
): { rows: number[]; values: number[] } {
  const rows: number[] = []
  const values: number[] = []
  let norm = 0
  for (const hash of features) {
    const row = rowOf(model, hash)
    if (row < 0 || rows.includes(row)) continue
    const value = model.idf[row]!
    rows.push(row)
    values.push(value)
    norm += value * value
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0
  for (let i = 0; i < values.length; i += 1) values[i]! *= scale
  return { rows, values }
}

function sampleOf(
  utterance: Utterance,
  table: Table,
  topics: readonly string[],
  familyOf: Uint8Array,
  families: readonly string[],
  alsoShare: number,
): Sample {
  const { rows, values } = vectorise(table, featuresOf(normalise(utterance.text).text))
  const [first, ...also] = utterance.topics
  const targets: [number, number][] = [[topics.indexOf(first!), also.length > 0 ? 1 - alsoShare : 1]]
  for (const name of also) {
    // an "also" may name a family only: its mass is spread over that family's topics
    const family = families.indexOf(name)
    const inside = family < 0 ? [topics.indexOf(name)] : topics.flatMap((_, i) => (familyOf[i] === family ? [i] : []))
    for (const topic of inside) targets.push([topic, alsoShare / also.length / inside.length])
  }
  return {
    rows: Uint32Array.from(rows),
    values: Float32Array.from(values),
    targets: targets.filter(([topic]) => topic >= 0),
  }
}

/** The same sample with its targets summed by family. */
function ofFamilies(sample: Sample, familyOf: Uint8Array): Sample {
  const shares = new Map<number, number>()
  for (const [topic, share] of sample.targets) shares.set(familyOf[topic]!, (shares.get(familyOf[topic]!) ?? 0) + share)
  return { ...sample, targets: [...shares] }
}

/** Errors below this move nothing that matters; leaving them out makes training several times faster. */
const NEGLIGIBLE = 3e-3

function descend(samples: readonly Sample[], features: number, classes: number, options: TrainOptions) {
  const epochs = options.epochs ?? 5
  const rate = options.rate ?? 0.5
  const decay = options.decay ?? 2e-5
  const weights = new Float32Array(features * classes)
  const squares = new Float32Array(features * classes).fill(1e-6)
  const bias = new Float32Array(classes)
  const biasSquares = new Float32Array(classes).fill(1e-6)
  const scores = new Float64Array(classes)
  // the classes whose error is worth a step
  const wrong = new Uint16Array(classes)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of shuffled(samples.length, epoch + 1)) {
      const sample = samples[index]!
      scores.set(bias)
      for (let k = 0; k < sample.rows.length; k += 1) {
        const base = sample.rows[k]! * classes
        const value = sample.values[k]!
        for (let c = 0; c < classes; c += 1) scores[c]! += value * weights[base + c]!
      }
      softmax(scores)
      for (const [topic, share] of sample.targets) scores[topic]! -= share
      for (let c = 0; c < classes; c += 1) {
        const g = scores[c]!
        biasSquares[c]! += g * g
        bias[c]! -= (rate * 0.1 * g) / Math.sqrt(biasSquares[c]!)
      }
      let count = 0
      for (let c = 0; c < classes; c += 1) {
        if (scores[c]! >= NEGLIGIBLE || scores[c]! <= -NEGLIGIBLE) wrong[count++] = c
      }
      for (let k = 0; k < sample.rows.length; k += 1) {
        const base = sample.rows[k]! * classes
        const value = sample.values[k]!
        for (let i = 0; i < count; i += 1) {
          const c = wrong[i]!
          const at = base + c
          const g = scores[c]! * value + decay * weights[at]!
          squares[at]! += g * g
          weights[at]! -= (rate * g) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return { weights, bias }
}

/** A fixed pseudo-random order per epoch (Mulberry32), so that training is repeatable. */
function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i)
  let state = seed * 0x6d2b79f5
  for (let i = length - 1; i > 0; i -= 1) {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    const j = ((t ^ (t >>> 14)) >>> 0) % (i + 1)
    const other = order[j]!
    order[j] = order[i]!
    order[i] = other
  }
  return order
}

/** Lays the heads side by side per feature and quantises each row to 8 bits. */
function quantise(heads: readonly Float32Array[], features: number): { weights: Int8Array; scale: Float32Array } {
  const widths = heads.map((head) => head.length / features)
  const width = widths.reduce((a, b) => a + b, 0)
  const weights = new Int8Array(features * width)
  const scale = new Float32Array(features)
  for (let row = 0; row < features; row += 1) {
    const values = heads.flatMap((head, h) => [...head.subarray(row * widths[h]!, (row + 1) * widths[h]!)])
    const max = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    scale[row] = max / 127
    if (max === 0) continue
    for (const [c, value] of values.entries()) weights[row * width + c] = Math.round((value / max) * 127)
  }
  return { weights, scale }
}
