import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import {
  createKpiTable,
  emptyKpis,
  foldKpis,
  type LogEvent,
  loadSheet,
  needsDetail,
  percentilesOf,
  rollupOf,
  type Sheet,
  savingKpis,
  savingSheet,
} from '../src/insight/index.ts'
import { report } from './finding.ts'
import { storeDay } from './store-day.ts'

// A day of 1,000,000 records, counted as the follower does: record by record from JSON. Then what leads ask, of that day and of a month of such days.

const EVENTS = Number(parseArgs({ options: { events: { type: 'string' } } }).values.events ?? 1_000_000)
const CHUNK = 10_000
const DAYS = 31
const settings = { timezone: 'Asia/Shanghai', conversionDays: 3 }

const before = memory()
const state = emptyKpis('s')
let foldMs = 0
let cpuMs = 0
let chunk: string[] = []
const count = () => {
  const begin = performance.now()
  const cpu = process.cpuUsage()
  foldKpis(
    state,
    chunk.map((text) => JSON.parse(text) as LogEvent),
    settings,
  )
  foldMs += performance.now() - begin
  const { user, system } = process.cpuUsage(cpu)
  cpuMs += (user + system) / 1_000
  chunk = []
}
for (const event of storeDay({ events: EVENTS, agents: 60, scripts: 400, seed: 5 })) {
  chunk.push(JSON.stringify(event))
  if (chunk.length === CHUNK) count()
}
if (chunk.length > 0) count()

const subject = `${EVENTS.toLocaleString('en')} records`
report({
  question: 'figures: a day counted',
  subject,
  value: foldMs,
  unit: 'ms',
  target: 20_000,
  memoryMb: memory() - before,
})
process.stderr.write(`of these ${Math.round(cpuMs)} ms of processor time\n`)
const [sheet] = [...state.sheets.values()].sort((a, b) => b.size - a.size)
const cells = `${sheet!.size.toLocaleString('en')} cells`

const talks = state.talks.size + state.resting.size
state.sheets = new Map()
save('what is open', `${talks.toLocaleString('en')} talks`, savingKpis(state))
const text = save('a day', cells, savingSheet(sheet!))

save('its sums', `${rollupOf(sheet!).size.toLocaleString('en')} cells`, savingSheet(rollupOf(sheet!)))
const detail = loadSheet('s', text)
const month = Array.from({ length: DAYS }, () => ({ sums: rollupOf(detail), agents: detail }))
ask(`one day, ${cells}`, month.slice(0, 1), 20)
ask(`${DAYS} such days`, month, 5)

/** What a save takes, and the longest that live answers wait for a piece of it. */
function save<T>(what: string, of: string, work: Generator<void, T>): T {
  const waits: number[] = []
  for (;;) {
    const begin = performance.now()
    const { done, value } = work.next()
    waits.push(performance.now() - begin)
    if (!done) continue
    const { p99 } = percentilesOf(waits)
    const memoryMb = JSON.stringify(value).length / 1e6
    const ms = waits.reduce((sum, wait) => sum + wait, 0)
    report({
      question: `figures: saving ${what}`,
      subject: of,
      value: ms,
      unit: 'ms',
      p50: percentilesOf(waits).p50,
      p99,
      times: 'ms',
      memoryMb,
    })
    return value
  }
}

function ask(of: string, days: readonly { sums: Sheet; agents: Sheet }[], runs: number): void {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    for (const by of ['agent', 'day', 'channel', 'script', 'intent'] as const) {
      for (const agent of [undefined, 'agent-7']) {
        const start = performance.now()
        const table = createKpiTable({ by, agent, currency: 'CNY', replySec: () => 30 })
        for (const { sums, agents } of days) table.take(sums, needsDetail({ by, agent }) ? agents : undefined)
        table.answer()
        times.push(performance.now() - start)
      }
    }
  }
  const { p50, p99 } = percentilesOf(times)
  report({ question: 'figures: a question', subject: of, value: p99, unit: 'ms', target: 200, p50, p99, times: 'ms' })
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
