import { performance } from 'node:perf_hooks'
import { percentilesOf } from '../src/insight/index.ts'
import { createLibrary } from '../src/scripts/index.ts'
import { type SuggestDeps, suggest } from '../src/suggest/index.ts'
import { report } from './finding.ts'
import { demoDeps, shippedScripts, zhTopics, zhUtterances } from './inputs.ts'
import { makeLibrary } from './library.ts'
import { median } from './median.ts'
import { makeMessages } from './messages.ts'

// How many messages per second one core answers, from text to ranked, filled and guarded suggestions.

const RUNS = 5
const MESSAGES = 6_000
const WARM_UP = 2_000
/** A moment on which the demo store's promotions run. */
const NOW = Date.parse('2026-11-23T10:00:00+08:00')

const deps = await demoDeps()
const [topics, scripts, utterances] = await Promise.all([zhTopics(), shippedScripts(), zhUtterances()])
const messages = makeMessages(MESSAGES, utterances)

for (const [size, target] of [
  [10_000, 8_000],
  [100_000, 3_500],
] as const) {
  const library = createLibrary(makeLibrary(size, topics, scripts))
  const { rates, times } = measure({ ...deps, library })
  const { p50, p99 } = percentilesOf(times)
  report({
    question: 'pipeline, one core',
    subject: `${size.toLocaleString('en')} scripts`,
    value: median(rates),
    unit: 'messages/s',
    p50,
    p99,
    times: 'µs',
    memoryMb: process.memoryUsage.rss() / 1e6,
    target,
  })
}

function measure(using: SuggestDeps): { rates: number[]; times: number[] } {
  for (const text of messages.slice(0, WARM_UP)) answer(text, using)
  const rates: number[] = []
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    for (const text of messages) {
      const before = performance.now()
      answer(text, using)
      times.push((performance.now() - before) * 1000)
    }
    rates.push((MESSAGES / (performance.now() - start)) * 1000)
  }
  return { rates, times }
}

function answer(text: string, using: SuggestDeps): void {
  suggest(
    {
      turnId: 'bench',
      messages: [{ role: 'shopper', text }],
      because: 'message',
      channel: 'taobao',
      roles: ['agent'],
      uiLocale: 'zh',
      limit: 3,
      now: NOW,
    },
    using,
  )
}
