import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { familyOf, percentilesOf, Row } from '../src/insight/index.ts'
import { analyse, featuresOf, initialState, intentsOf, normalise, sharesOf, train } from '../src/intents/index.ts'
import { DATA } from '../src/server/engine.ts'
import type { ClassifyMemory } from './classify-memory.ts'
import { type Finding, report } from './finding.ts'
import { demoDeps, zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'
import { trainPeer } from './nlpjs.ts'
import { readRows } from './read-rows.ts'

// Our understanding against @nlpjs/nlp, trained on the same utterances: families alone, everything found in a message, strict family accuracy on our own
// gold messages, memory. Timed on messages that are all different, so that no cache answers: both sides remember texts they have read.

const MESSAGES = 2_000
const WARM_UP = 500
/** What ours must be beside the peer. */
const TIMES_AS_FAST = 5
const OF_ITS_MEMORY = 1 / 4

/** Answers at once or later. */
type Read<T = unknown> = (text: string) => T | Promise<T>

const utterances = await zhUtterances()
const gold = await readRows(join(DATA, 'eval', 'zh-gold.jsonl'), Row)
const distinct = [...new Set(makeMessages((MESSAGES + WARM_UP) * 4, utterances))]
const forFamilies = distinct.slice(0, MESSAGES + WARM_UP)
const forWhole = distinct.slice(MESSAGES + WARM_UP, (MESSAGES + WARM_UP) * 2)

const own = await measureOwn()
const peer = await measurePeer()
const memory = { own: await memoryOf('ours'), peer: await memoryOf('nlpjs') }

compare(`strict on ${gold.length} gold`, 'share', own.strict, peer.strict, peer.strict)
compareTimes('families, zh', own.families, peer.families, TIMES_AS_FAST)
compareTimes('analyse whole, zh', own.whole, peer.whole, 1)
compare(`training on ${utterances.length}`, 'ms', own.trainMs, peer.trainMs)
for (const [question, of] of [
  ['memory to classify, zh', 'wholeMb'],
  ['model alone, zh', 'modelMb'],
] as const)
  compare(question, 'MB', memory.own[of], memory.peer[of], memory.peer[of] * OF_ITS_MEMORY)

async function measureOwn() {
  const start = performance.now()
  const model = train(utterances, { locale: 'zh' })
  const trainMs = performance.now() - start
  const classify = (text: string) => intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))[0]!.family
  const deps = (await demoDeps()).analyse
  const before = initialState('zh')
  return {
    trainMs,
    strict: await strictOf(classify),
    families: await timesOf(classify, forFamilies),
    whole: await timesOf((text) => analyse([{ role: 'shopper', text }], before, deps), forWhole),
  }
}

async function measurePeer() {
  const start = performance.now()
  const { classify, process } = await trainPeer(
    'zh',
    utterances.map(({ text, topics }) => ({ text, label: familyOf(topics[0]!) })),
  )
  const trainMs = performance.now() - start
  return {
    trainMs,
    strict: await strictOf(classify),
    families: await timesOf(classify, forFamilies),
    whole: await timesOf(process, forWhole),
  }
}

async function strictOf(classify: Read<string>): Promise<number> {
  let right = 0
  for (const row of gold) if ((await classify(row.text)) === familyOf(row.intent)) right += 1
  return right / gold.length
}

async function timesOf(read: Read, messages: readonly string[]) {
  for (const text of messages.slice(MESSAGES)) await read(text)
  const times: number[] = []
  for (const text of messages.slice(0, MESSAGES)) {
    const from = performance.now()
    // an answer at once is not awaited: waiting would cost more than answering
    const answer = read(text)
    if (answer instanceof Promise) await answer
    times.push((performance.now() - from) * 1000)
  }
  return percentilesOf(times)
}

/** The trained side in a process of its own, so that neither counts the other's memory. */
async function memoryOf(side: 'ours' | 'nlpjs'): Promise<ClassifyMemory> {
  const script = join(import.meta.dirname, 'classify-memory.ts')
  const child = spawn(process.execPath, ['--expose-gc', script, side], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  child.stdin.end(JSON.stringify(utterances))
  const [printed, [code]] = await Promise.all([text(child.stdout), ended])
  // libraries print among it
  const found = printed.split('\n').find((line) => line.startsWith('{"wholeMb"'))
  if (code !== 0 || !found) throw new Error(`memory of ${side}: ended with code ${code}`)
  return JSON.parse(found) as ClassifyMemory
}

type Times = ReturnType<typeof percentilesOf>

function compareTimes(question: string, { p50, p99 }: Times, peerTimes: Times, timesAsFast: number): void {
  const target = peerTimes.p50 / timesAsFast
  report({ question, subject: 'ours', value: p50, unit: 'µs', p50, p99, times: 'µs', target })
  report({
    question,
    subject: '@nlpjs/nlp',
    value: peerTimes.p50,
    unit: 'µs',
    p50: peerTimes.p50,
    p99: peerTimes.p99,
    times: 'µs',
    ratio: peerTimes.p50 / p50,
  })
}

function compare(question: string, unit: Finding['unit'], ours: number, theirs: number, target?: number): void {
  const ratio = unit === 'share' ? {} : { ratio: theirs / ours }
  report({ question, subject: 'ours', value: ours, unit, ...(target === undefined ? {} : { target }) })
  report({ question, subject: '@nlpjs/nlp', value: theirs, unit, ...ratio })
}
