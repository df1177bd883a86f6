import type { Locale } from '../../protocol/index.ts'
import { featuresOf } from '../features.ts'
import { normalise } from '../normalise.ts'
import { fitCalibration } from './calibrate.ts'
import { sharesOf } from './classify.ts'
import { descend } from './descend.ts'
import type { Calibration, Model, Utterance } from './model.ts'
import { fitOutOfScope } from './out-of-scope.ts'
import { byFamily, evenly, type FeaturesOf, merged, rowsOf, tableOf, targetOf } from './samples.ts'
import { seeded, seedOf } from './seeded.ts'
import { withSlips } from './slips.ts'

export interface TrainOptions {
  readonly locale: Locale
  /** Passes over the data. @default 6 */
  readonly epochs?: number
  /** AdaGrad step. @default 0.5 */
  readonly rate?: number
  /** L2 penalty per update. @default 2e-5 */
  readonly decay?: number
  /** Part of the target given to the other right topics of an utterance. @default 0.4 */
  readonly alsoShare?: number
  /** Utterances used per topic at the most, taken evenly: no topic drowns its neighbours by being easy to write. @default 300 */
  readonly perTopic?: number
  /** One utterance in n is held out once to fit the calibrations; 0 keeps the shares as they are. @default 5 */
  readonly heldOut?: number
  /** What a message is made of; who trains with others reads with them. @default featuresOf */
  readonly features?: FeaturesOf
  /** Leaves characters out, as hurried hands do, in every second pass. @default withSlips */
  readonly slips?: typeof withSlips
  readonly progress?: (done: number, total: number) => void
}

/**
 * A held-out utterance counts only the topics it stands under, while people often accept a second family: confidence means theirs. The shift, in logits,
 * stands between the folds (0) and our own gold set (1.2), which flatters.
 */
const LENIENCE = 0.6

/**
 * Trains multinomial logistic regression on hashed n-grams (the same data give the same model). Some ten thousand utterances take a few seconds; call it
 * off the event loop.
 */
export function train(all: readonly Utterance[], options: TrainOptions): Model {
  const utterances = evenly(merged(all), options.perTopic ?? 300)
  const every = options.heldOut ?? 5
  if (every === 0) return learn(utterances, options)
  const isHeld = ({ text }: Utterance) => seedOf(text) % every === 0
  const inside = learn(
    utterances.filter((utterance) => !isHeld(utterance)),
    options,
  )
  options.progress?.(1, 2)
  const calibrations = calibrate(inside, utterances.filter(isHeld), options.features ?? featuresOf)
  const model = learn(utterances, options)
  options.progress?.(2, 2)
  return { ...model, ...calibrations }
}

/** Fits what shares are worth on utterances that the model has not seen. */
function calibrate(
  model: Model,
  utterances: readonly Utterance[],
  features: FeaturesOf,
): Pick<Model, 'calibration' | 'outOfScope'> {
  const held = utterances.map(({ text, topics }) => ({
    topics,
    shares: sharesOf(model, features(normalise(text).text)),
  }))
  const calibration = fitCalibration(
    held.map(({ topics, shares }) => ({
      shares: shares.families,
      right: new Set(topics.map((topic) => model.families.indexOf(familyName(topic)))),
    })),
  )
  return {
    calibration: { ...calibration, offset: calibration.offset + LENIENCE },
    outOfScope: fitOutOfScope(model, held),
  }
}

export function familyName(topic: string): string {
  const dot = topic.indexOf('.')
  return dot < 0 ? topic : topic.slice(0, dot)
}

const AS_IT_IS: Calibration = { slope: 1, offset: 0 }

function learn(utterances: readonly Utterance[], options: TrainOptions): Model {
  const { epochs = 6, rate = 0.5, decay = 2e-5, alsoShare = 0.4, features = featuresOf } = options
  const topics = [...new Set(utterances.flatMap((u) => u.topics.filter((t) => t.includes('.'))))].sort()
  const families = [...new Set(topics.map(familyName))].sort()
  const familyOf = Uint8Array.from(topics, (topic) => families.indexOf(familyName(topic)))
  const texts = utterances.map(({ text }) => normalise(text).text)
  const { table, count } = tableOf(texts, features)
  const slips = options.slips ?? withSlips
  const seeds = Uint32Array.from(texts, seedOf)
  const clean = texts.map((text) => rowsOf({ table }, features(text)))
  const passes = Array.from({ length: epochs }, (_, pass) =>
    texts.map((text, i) => {
      const random = seeded(seeds[i]! - pass)
      return random() < 0.5 ? clean[i]! : rowsOf({ table }, features(slips(text, random)))
    }),
  )
  const targets = utterances.map((utterance) => targetOf(utterance, { topics, families, familyOf }, alsoShare))
  const byTopic = descend(passes, targets, seeds, { features: count, classes: topics.length, rate, decay })
  const familyTargets = targets.map((target) => byFamily(target, familyOf))
  const ofFamily = descend(passes, familyTargets, seeds, { features: count, classes: families.length, rate, decay })
  return {
    locale: options.locale,
    topics,
    families,
    familyOf,
    firstTopic: Uint16Array.from([...families.map((_, family) => familyOf.indexOf(family)), topics.length]),
    scratch: {
      seen: new Uint8Array(count),
      rows: new Uint32Array(count),
      values: new Float64Array(count),
      columns: new Uint16Array(topics.length + families.length),
      byFamily: new Float64Array(families.length),
      byTopic: new Float64Array(topics.length),
      clause: { families: families.map(() => 0), topics: topics.map(() => 0) },
    },
    table,
    ...quantise([byTopic.weights, ofFamily.weights], count),
    bias: Float32Array.from([...byTopic.bias, ...ofFamily.bias]),
    calibration: AS_IT_IS,
    outOfScope: AS_IT_IS,
  }
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
