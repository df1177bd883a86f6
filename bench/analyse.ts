import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { percentilesOf, Row } from '../src/insight/index.ts'
import { analyse, initialState } from '../src/intents/index.ts'
import type { Locale } from '../src/protocol/index.ts'
import { DATA } from '../src/server/engine.ts'
import { report } from './finding.ts'
import { demoDeps, zhUtterances } from './inputs.ts'
import { median } from './median.ts'
import { makeMessages } from './messages.ts'
import { readRows } from './read-rows.ts'

// How long understanding one message takes, normalise to intents, entities and state, on labelled messages: our gold and, from EVAL_DIR, real ones.

const RUNS = 5
/** More than the normaliser remembers: between two runs it forgets the messages. */
const OTHERS = 2_500
const TARGET_P99 = 150

const SETS: readonly (readonly [file: string, locale: Locale])[] = [
  ...(['zh', 'en', 'ko'] as const).map((locale) => [join(DATA, 'eval', `${locale}-gold.jsonl`), locale] as const),
  ...(['zh', 'en'] as const).map(
    (locale) => [join(process.env.EVAL_DIR ?? '', `${locale}-intents-dev.jsonl`), locale] as const,
  ),
]

const { analyse: deps } = await demoDeps()
const others = [...new Set(makeMessages(OTHERS * 2, await zhUtterances()))].slice(0, OTHERS)

for (const [file, locale] of SETS) {
  if (!existsSync(file)) continue
  const texts = (await readRows(file, Row)).map((row) => row.text)
  const before = initialState(locale)
  const read = (text: string) => analyse([{ role: 'shopper', text }], before, deps)
  for (const text of texts) read(text)
  const runs = Array.from({ length: RUNS }, () => {
    for (const text of others) read(text)
    return percentilesOf(texts.map((text) => microseconds(() => read(text))))
  })
  const p99 = median(runs.map((run) => run.p99))
  report({
    question: 'analyse one message, p99',
    subject: `${texts.length} ${locale} ${file.startsWith(DATA) ? 'gold' : 'dev'}`,
    value: p99,
    unit: 'µs',
    p50: median(runs.map((run) => run.p50)),
    p99,
    times: 'µs',
    target: TARGET_P99,
  })
}

function microseconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) * 1000
}
