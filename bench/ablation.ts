import { join } from 'node:path'
import { evaluate, Row, textTable } from '../src/insight/index.ts'
import {
  featuresOf,
  intentsOf,
  normalise,
  sharesOf,
  type TrainOptions,
  train,
  type Utterance,
} from '../src/intents/index.ts'
import { DATA } from '../src/server/engine.ts'
import { zhUtterances } from './inputs.ts'
import { readRows } from './read-rows.ts'

// What each part of the Chinese classifier is worth: trained with a part removed or another tried in its place, on our own utterances in blocks (a fifth of
// every topic's list at a time is left out and read: people write a list in one go, so that its end is harder than a random fifth), on our gold messages and,
// with EVAL_DIR, on the real ones. Messages are read as one clause. node bench/ablation.ts takes some minutes.

/** Of the five blocks so many are tried. */
const BLOCKS = 5
const TRIED = 2

type Variant = Omit<TrainOptions, 'locale'>

const VARIANTS: readonly (readonly [name: string, variant: Variant])[] = [
  ['as it ships', {}],
  ['no slips', { slips: (text) => text }],
  ['no end marks alone', { features: withoutEnds }],
  ['triples of Han too', { features: (text) => [...featuresOf(text), ...grams(text, 3)] }],
  ['pairs with a gap too', { features: (text) => [...featuresOf(text), ...gapped(text)] }],
  ['pairs alone', { features: (text) => grams(text, 2) }],
  ['five passes', { epochs: 5 }],
  ['eight passes', { epochs: 8 }],
  ['200 per topic', { perTopic: 200 }],
  ['450 per topic', { perTopic: 450 }],
]

const utterances = await zhUtterances()
const sets = await readSets()
const head = [
  'variant',
  ...['blocks', ...sets.map(({ name }) => name)].flatMap((name) => [name, 'top-3', 'surest 60 %']),
]
console.log(
  textTable(
    head,
    VARIANTS.map(([name, variant]) => [name, ...figuresOf(variant)]),
  ),
)

async function readSets(): Promise<{ name: string; rows: Row[] }[]> {
  const gold = { name: 'gold', rows: await readRows(join(DATA, 'eval/zh-gold.jsonl'), Row) }
  const folder = process.env.EVAL_DIR
  return folder ? [gold, { name: 'real', rows: await readRows(join(folder, 'zh-intents-dev.jsonl'), Row) }] : [gold]
}

/** Lenient accuracy, top-3 and lenient on the surest 60 %, set by set. */
function figuresOf(variant: Variant): string[] {
  const parts = Array.from({ length: TRIED }, (_, block) => {
    const [inside, outside] = partedAt(block)
    return lenientOf(inside, outside.map(rowOf), variant)
  })
  const blocks = parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]! / TRIED, 0))
  return [blocks, ...sets.map(({ rows }) => lenientOf(utterances, rows, variant))]
    .flat()
    .map((value) => value.toFixed(3))
}

function lenientOf(training: readonly Utterance[], rows: readonly Row[], variant: Variant): number[] {
  const model = train(training, { locale: 'zh', heldOut: 0, ...variant })
  const features = variant.features ?? featuresOf
  const { accuracy, riskCoverage } = evaluate(rows, {
    name: '',
    predict: (text) => intentsOf(model, sharesOf(model, features(normalise(text).text))),
    threshold: 0,
  })
  return [accuracy.lenient, accuracy.top3, riskCoverage.quoted.find(({ coverage }) => coverage === 0.6)!.lenient]
}

/** The utterances without a block of every topic's list, and that block. */
function partedAt(block: number): [inside: Utterance[], outside: Utterance[]] {
  const lists = [...Map.groupBy(utterances, ({ topics }) => topics[0]).values()]
  const isOutside = (list: readonly Utterance[], at: number) => Math.floor((at * BLOCKS) / list.length) === block
  return [
    lists.flatMap((list) => list.filter((_, at) => !isOutside(list, at))),
    lists.flatMap((list) => list.filter((_, at) => isOutside(list, at))),
  ]
}

function rowOf({ text, topics: [first, ...also] }: Utterance): Row {
  return Row.parse({ text, intent: first, alt: also })
}

/** Runs of n characters. */
function grams(text: string, n: number): number[] {
  return Array.from({ length: Math.max(0, text.length - n + 1) }, (_, i) => hashOf(text.slice(i, i + n)))
}

/** Two characters with one between them. */
function gapped(text: string): number[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => hashOf(`${text[i]}_${text[i + 2]}`))
}

/** The features but those of an empty message's two ends. */
function withoutEnds(text: string): number[] {
  const ends = new Set(featuresOf('').slice(0, 1))
  return featuresOf(text).filter((hash) => !ends.has(hash))
}

function hashOf(text: string): number {
  let hash = 0x2545f491
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
