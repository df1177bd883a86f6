import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { percentilesOf } from '../src/insight/index.ts'
import { normalise } from '../src/intents/index.ts'
import { DATA } from '../src/server/engine.ts'
import type { SuggestDeps } from '../src/suggest/index.ts'
import { disguised } from './disguise.ts'
import { report } from './finding.ts'
import { GUARD_FILES, type GuardRow, type Judged, judgeRow, judgeRows, readGuardRows, scoreOf } from './guard-corpus.ts'
import { demoDeps, shippedScripts } from './inputs.ts'
import { median } from './median.ts'
import { createRandom } from './random.ts'

// What the guard finds in sentences of agents, plainly written and in disguise, what it holds against innocent ones, and how long a check takes.
// `node bench/guard.ts --misses` names every row that was missed, `--blind` counts the blind file too.

const { misses: wantsMisses, blind } = parseArgs({
  options: { misses: { type: 'boolean', default: false }, blind: { type: 'boolean', default: false } },
}).values
/** Rules whose words agents hide. Their rows, found when plain, are tried again with the found words in disguise. */
const HIDDEN = new Set(['R01', 'R07', 'R19', 'R84', 'R85', 'R86', 'R105', 'R106'])
const DISGUISES_PER_ROW = 3
const RECALL = 0.98
const FALSE_BLOCKS = 0.01
const CHECK_P99 = 100
const DRAFTS = 3_000
const LENGTH = 60
const RUNS = 6

const deps = await demoDeps()
const files = GUARD_FILES.filter((file) => existsSync(join(DATA, 'eval/guard', `${file}.jsonl`)))
const read: { file: string; rows: GuardRow[] }[] = []
for (const file of files) if (blind || !file.endsWith('blind')) read.push({ file, rows: await readGuardRows(file) })

for (const { file, rows } of read) {
  const judged = judgeRows(rows, deps)
  const { violating, clean, recall, anyRule, falseBlocks, falseWarns } = scoreOf(judged)
  const share = (question: string, value: number, target?: number) =>
    report({
      question,
      subject: `${file}, ${violating} + ${clean}`,
      value,
      unit: 'share',
      ...(target === undefined ? {} : { target }),
    })
  share('guard: recall', recall, RECALL)
  share('guard: recall, any rule', anyRule)
  share('guard: clean rows not blocked', 1 - falseBlocks, 1 - FALSE_BLOCKS)
  share('guard: clean rows without a warning', 1 - falseBlocks - falseWarns)
  sayWorst(file, judged)
  if (wantsMisses) for (const one of judged) sayMiss(file, one)
}

for (const { file, rows } of read) {
  const { tried, found } = inDisguise(rows, deps, wantsMisses)
  if (tried > 0)
    report({
      question: 'guard: recall in disguise',
      subject: `${file}, ${tried}`,
      value: found / tried,
      unit: 'share',
      target: RECALL,
    })
}

timeChecks(await drafts(), deps)

/** The rules that miss most of their rows, to standard error. */
function sayWorst(file: string, judged: readonly Judged[]): void {
  const byRule = new Map<string, { rows: number; missed: number }>()
  for (const { row, isFound } of judged) {
    for (const rule of row.rules) {
      const count = byRule.get(rule) ?? { rows: 0, missed: 0 }
      byRule.set(rule, { rows: count.rows + 1, missed: count.missed + (isFound ? 0 : 1) })
    }
  }
  const worst = [...byRule].filter(([, { missed }]) => missed > 0).sort(([, a], [, b]) => b.missed - a.missed)
  const said = worst.slice(0, 8).map(([rule, { rows, missed }]) => `${rule} ${missed} of ${rows}`)
  process.stderr.write(`${file}: missed most: ${said.join(', ') || 'none'}\n`)
}

function sayMiss(file: string, { row, result, isFound }: Judged): void {
  const said = result.warnings.map(({ rule, level }) => `${rule} ${level}`).join(', ')
  if (row.expect !== 'pass' && !isFound)
    process.stderr.write(
      `${file} ${row.id} missed ${row.rules.join(', ')} (${row.expect}; said ${said || 'nothing'}): ${row.text}\n`,
    )
  if (row.expect === 'pass' && result.verdict !== 'pass')
    process.stderr.write(`${file} ${row.id} ${result.verdict} on a clean row (${said}): ${row.text}\n`)
}

function inDisguise(rows: readonly GuardRow[], deps: SuggestDeps, says: boolean): { tried: number; found: number } {
  const random = createRandom(7)
  let tried = 0
  let found = 0
  for (const row of rows) {
    if (row.expect === 'pass' || row.disguised || !row.rules.some((rule) => HIDDEN.has(rule))) continue
    const words = judgeRow(row, deps).warnings.filter(({ rule }) => HIDDEN.has(rule) && row.rules.includes(rule))
    for (let i = 0; i < DISGUISES_PER_ROW; i += 1) {
      const text = disguised(row.text, words, random)
      if (text === undefined) continue
      tried += 1
      const isFound = judgeRow({ ...row, text }, deps).warnings.some(
        ({ rule }) => row.rules.includes(rule) && HIDDEN.has(rule),
      )
      if (isFound) found += 1
      else if (says) process.stderr.write(`in disguise ${row.id} missed ${row.rules.join(', ')}: ${text}\n`)
    }
  }
  return { tried, found }
}

/** Distinct drafts of about 60 characters, as agents write them: sentences of the shipped scripts, joined until they are long enough. */
async function drafts(): Promise<string[]> {
  const random = createRandom(3)
  const sentences = (await shippedScripts())
    .filter(({ locale }) => locale === 'zh')
    .flatMap(({ wordings }) => wordings.flatMap(({ open, short }) => [open, short]))
    .map((text) => text.replace(/\{\{[^{}]*\}\}/g, ''))
    .filter((text) => text.length > 8)
  return Array.from({ length: DRAFTS }, () => {
    let text = ''
    while (text.length < LENGTH) text += random.pick(sentences)
    return text.slice(0, LENGTH)
  })
}

function timeChecks(texts: readonly string[], { guard }: SuggestDeps): void {
  const context = { kind: 'draft', locale: 'zh', uiLocale: 'zh', channel: 'taobao' } as const
  const runs = Array.from({ length: RUNS }, (_, run) => {
    // a fresh tail keeps what was remembered of the run before out of it
    const fresh = texts.map((text) => `${text.slice(0, -2)}${String.fromCharCode(0x4e00 + run)}呢`)
    return {
      check: percentilesOf(fresh.map((text) => microseconds(() => guard.check(text, context)))),
      bare: percentilesOf(fresh.map((text) => microseconds(() => normalise(`${text}。`)))),
    }
  }).slice(1)
  for (const [subject, key, target] of [
    ['huashu', 'check', CHECK_P99],
    ['matching form alone', 'bare', undefined],
  ] as const) {
    const p99 = median(runs.map((one) => one[key].p99))
    report({
      question: `guard: a draft of ${LENGTH} characters, p99`,
      subject,
      value: p99,
      unit: 'µs',
      p50: median(runs.map((one) => one[key].p50)),
      p99,
      times: 'µs',
      ...(target === undefined ? {} : { target }),
    })
  }
}

function microseconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) * 1000
}
