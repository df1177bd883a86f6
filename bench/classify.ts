import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { familyOf, parseRows, percentilesOf, Row } from '../src/insight/index.ts'
import { featuresOf, intentsOf, normalise, sharesOf, train, type Utterance } from '../src/intents/index.ts'
import { DATA } from '../src/server/engine.ts'
import { report } from './finding.ts'
import { zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'
import { trainPeer } from './nlpjs.ts'

// Our classifier against @nlpjs/nlp: trained on the same utterances, tried on our own gold messages (strict family accuracy) and timed on
// messages that are all different, so that no cache answers.

const MESSAGES = 2_000
const WARM_UP = 500

type Classify = (text: string) => string | Promise<string>

const utterances = await zhUtterances()
const gold = await readGold()
const messages = [...new Set(makeMessages(MESSAGES * 2, utterances))].slice(0, MESSAGES + WARM_UP)

const own = await measure(trainOwn)
const peer = await measure((all) =>
  trainPeer(
    'zh',
    all.map(({ text, topics }) => ({ text, label: familyOf(topics[0]!) })),
  ),
)

for (const [subject, found, ratio] of [
  ['ours', own, undefined],
  ['@nlpjs/nlp', peer, peer.p50 / own.p50],
] as const) {
  const { p50, p99, memoryMb } = found
  const figures = { p50, p99, times: 'µs', memoryMb, ...(ratio ? { ratio } : {}) } as const
  report({ question: 'classify, zh', subject, value: p50, unit: 'µs', ...figures })
  report({ question: `classify, strict on ${gold.length} gold`, subject, value: found.strict, unit: 'share' })
  report({ question: `classify, training on ${utterances.length}`, subject, value: found.trainMs, unit: 'ms' })
}

function trainOwn(all: readonly Utterance[]): Classify {
  const model = train(all, { locale: 'zh' })
  return (text) => intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))[0]!.family
}

async function measure(prepare: (all: readonly Utterance[]) => Classify | Promise<Classify>) {
  const before = process.memoryUsage.rss()
  const start = performance.now()
  const classify = await prepare(utterances)
  const trainMs = performance.now() - start
  let right = 0
  for (const row of gold) if ((await classify(row.text)) === familyOf(row.intent)) right += 1
  for (const text of messages.slice(MESSAGES)) await classify(text)
  const times: number[] = []
  for (const text of messages.slice(0, MESSAGES)) {
    const from = performance.now()
    // a synchronous answer is not awaited: waiting would cost more than answering
    const answer = classify(text)
    if (typeof answer !== 'string') await answer
    times.push((performance.now() - from) * 1000)
  }
  const memoryMb = (process.memoryUsage.rss() - before) / 1e6
  return { ...percentilesOf(times), strict: right / gold.length, trainMs, memoryMb }
}

async function readGold(): Promise<Row[]> {
  const file = join(DATA, 'eval', 'zh-gold.jsonl')
  const { rows, faults } = parseRows(await readFile(file, 'utf8'), Row)
  if (faults.length > 0) throw new Error(`${file}:${faults[0]!.line}: ${faults[0]!.message}`)
  return rows
}
