import {
  emptyKpis,
  foldKpis,
  type KpiSettings,
  type KpiState,
  type LogEvent,
  loadKpis,
  rollupOf,
  type SavedKpis,
  type Sheet,
  savingKpis,
} from '../../insight/index.ts'
import { createPatientPauses } from '../in-slices.ts'
import type { FoldLog } from '../ports.ts'
import { createKpiDays, inSlices } from './kpi-days.ts'
import { KPI_FOLD, KPI_VERSION, type OpenKpis } from './kpi-log.ts'

export interface KpiFollowerDeps {
  readonly log: FoldLog
  /** How a store counts; undefined for one that is no longer served: its records are passed over. */
  readonly settings: (store: string) => KpiSettings | undefined
  /** Told when the log could not be read or a record not be counted; counting goes on with the next record. */
  readonly failed: (error: unknown) => void
}

/** What a day, or a part of it, came to: its sums, and in full. */
export interface KpiDay {
  readonly sums: Sheet
  readonly agents: Sheet | undefined
}

/** Counts the log as it grows, in slices beside live answers, and saves how far it has come. One process counts. */
export interface KpiFollower {
  /** Counts everything logged so far; resolves when that is done, or cannot be done now (`failed` is told). */
  catchUp(): Promise<void>
  /** The days of a store, with all that is counted; a day may come in two parts. `agents` only when `withAgents`. */
  days(store: string, days: readonly string[], withAgents: boolean): Promise<KpiDay[]>
  /** Arrival (epoch ms) of the newest record of a store that is counted; 0 = none yet. */
  countedTo(store: string): number
  /** Saves and stops. */
  close(): Promise<void>
}

const BATCH = 200
/** A start after a crash counts at most so many records again … */
const SAVE_RECORDS = 50_000
/** … and figures elsewhere are at most so much behind. */
const SAVE_MS = 60_000
const TICK_MS = 1_000

export function createKpiFollower({ log, settings, failed }: KpiFollowerDeps): KpiFollower {
  const stored = createKpiDays(log)
  const states = new Map<string, KpiState>()
  /** Up to here the log is counted, and up to there that is saved; undefined = the saved state is yet to be read. */
  let n: number | undefined
  let savedTo = 0
  let unsaved = 0
  let savedAt = performance.now()
  let isClosed = false
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time: what is being saved stands in two places for a moment. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  async function open(): Promise<number> {
    if (n !== undefined) return n
    const saved = await log.fold(KPI_FOLD.name)
    const known = saved?.version === KPI_VERSION ? (saved.body as OpenKpis) : { stores: [] }
    states.clear()
    stored.reread()
    for (const [store, state] of known.stores) states.set(store, loadKpis(store, state))
    savedTo = saved?.n ?? 0
    // what a crash left between the state and its days
    await settle(savedTo)
    n = savedTo
    return n
  }

  async function count(): Promise<void> {
    const pause = createPatientPauses()
    let at = await open()
    for (;;) {
      const records = await log.read(at, BATCH)
      for (const record of records) {
        countOne(record as LogEvent)
        at = record.n
        n = at
        const paused = pause()
        if (paused) await paused
      }
      unsaved += records.length
      const isDue = unsaved >= SAVE_RECORDS || performance.now() - savedAt >= SAVE_MS
      if (isDue && at > savedTo) await save(at)
      if (records.length < BATCH || isClosed) return
    }
  }

  function countOne(record: LogEvent): void {
    const how = settings(record.store)
    if (!how) return
    let state = states.get(record.store)
    if (!state) {
      state = emptyKpis(record.store)
      states.set(record.store, state)
    }
    try {
      foldKpis(state, [record], how)
    } catch (error) {
      failed(error)
    }
  }

  /** First what is open, with the days not yet added; then these: after a crash in between they are added at the next start. */
  async function save(at: number): Promise<void> {
    const stores: [string, SavedKpis][] = []
    for (const [store, state] of states) stores.push([store, await inSlices(savingKpis(state))])
    const body: OpenKpis = { stores }
    const isOurs =
      (await log.saveFold({ name: KPI_FOLD.name, version: KPI_VERSION, n: at, body })) && (await settle(at))
    savedTo = at
    unsaved = 0
    savedAt = performance.now()
    // another process counts: go on from where it is
    if (!isOurs) n = undefined
  }

  async function settle(at: number): Promise<boolean> {
    for (const state of states.values()) {
      for (const [day, delta] of state.sheets) {
        if (!(await stored.add(delta, at))) return false
        state.sheets.delete(day)
      }
    }
    return true
  }

  const tick = () => alone(count).catch(failed)
  const timer = setInterval(tick, TICK_MS)
  timer.unref()

  return {
    catchUp: tick,

    days: (store, days, withAgents) =>
      alone(async () => {
        await open()
        const found: KpiDay[] = []
        for (const day of days) {
          const sums = await stored.get(store, day, 'sums')
          found.push({ sums, agents: withAgents ? await stored.get(store, day, 'agents') : undefined })
          const delta = states.get(store)?.sheets.get(day)
          if (delta) found.push({ sums: rollupOf(delta), agents: withAgents ? delta : undefined })
        }
        return found
      }),

    countedTo: (store) => states.get(store)?.at ?? 0,

    async close() {
      isClosed = true
      clearInterval(timer)
      await alone(async () => {
        if (n !== undefined && n > savedTo) await save(n)
      }).catch(failed)
    },
  }
}
