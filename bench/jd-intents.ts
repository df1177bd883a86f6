import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textTable } from '../src/insight/index.ts'
import { featuresOf, intentsOf, type Model, normalise, sharesOf, train, type Utterance } from '../src/intents/index.ts'
import { report } from './finding.ts'
import { JdRow, type Split, splitOf, topicNames } from './jd-split.ts'
import { readRows } from './read-rows.ts'

// Checks the method apart from the shipped model: our classifier trained and tried on the 123 intents that JD gave to messages of its own shoppers.
// EVAL_DIR=… npx node bench/jd-intents.ts; without these files it says so and measures nothing. Ends with 1 below the floor.

const FILES = ['jd-labelled-dev.jsonl', 'jd-labelled-test.jsonl']
const SPLITS = 5
const FLOOR = { top1: 0.72, top3: 0.87 }
/** TF-IDF of characters and pairs of them, logistic regression, one random 70/30 split. */
const REFERENCE = { top1: 0.708, top3: 0.859 }

interface Scores {
  readonly top1: number
  readonly top3: number
}

const folder = join(process.env.EVAL_DIR ?? '', 'real/jd-jddc')
if (process.env.EVAL_DIR && FILES.every((name) => existsSync(join(folder, name)))) await measure()
else console.error(`jd-intents left out: EVAL_DIR names no folder with real/jd-jddc/${FILES.join(' and ')}`)

async function measure(): Promise<void> {
  const rows = (await Promise.all(FILES.map((name) => readRows(join(folder, name), JdRow)))).flat()
  const splits = Array.from({ length: SPLITS }, (_, k) => scoresOf(splitOf(rows, k)))
  const mean = { top1: meanOf(splits.map(({ top1 }) => top1)), top3: meanOf(splits.map(({ top3 }) => top3)) }
  const line = (name: string, { top1, top3 }: Scores) => [name, top1.toFixed(3), top3.toFixed(3)]
  // beside the findings, for people
  console.error(
    textTable(
      [`JD, ${topicNames(rows).size} intents`, 'top-1', 'top-3'],
      [
        ...splits.map((scores, k) => line(`split ${k}`, scores)),
        line('mean', mean),
        line('floor', FLOOR),
        line('reference', REFERENCE),
      ],
    ),
  )
  for (const [key, name] of [
    ['top1', 'top-1'],
    ['top3', 'top-3'],
  ] as const) {
    const question = `JD, ${topicNames(rows).size} intents, ${name}`
    report({ question, subject: 'ours', value: mean[key], unit: 'share', target: FLOOR[key] })
    report({ question, subject: 'TF-IDF + regression', value: REFERENCE[key], unit: 'share' })
  }
  if (mean.top1 < FLOOR.top1 || mean.top3 < FLOOR.top3) process.exitCode = 1
}

/** The right intent likeliest, or among the likeliest three. */
function scoresOf({ training, test }: Split): Scores {
  // confidence plays no part, so nothing is held out for it
  const model = train(training, { locale: 'zh', heldOut: 0 })
  const places = test.map((utterance) => placeOf(model, utterance))
  const within = (limit: number) => places.filter((place) => place >= 0 && place < limit).length / places.length
  return { top1: within(1), top3: within(3) }
}

function placeOf(model: Model, { text, topics }: Utterance): number {
  const likeliest = intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)), 3)
  return likeliest.findIndex(({ name }) => name === topics[0])
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
