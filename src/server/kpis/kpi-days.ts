import {
  addSheet,
  addToRollup,
  emptySheet,
  loadSheet,
  type Rollup,
  rollupOf,
  type SavedSheet,
  type Sheet,
  savingSheet,
} from '../../insight/index.ts'
import { createPauses } from '../in-slices.ts'
import { KPI_VERSION, type KpiLog } from './kpi-log.ts'

/** The days that were counted, each a saved fold of its own: what a store's figures were is kept when its messages are long gone. */
export interface KpiDays {
  /** A day, empty when nothing was counted. Not to be changed. */
  get(store: string, day: string): Promise<KpiDay>
  /**
   * Adds what was counted up to place `n`; a second time it changes nothing. False when another process has counted further: it is the one that counts.
   */
  add(delta: Sheet, n: number): Promise<boolean>
  /** What stands in the database is read again. */
  reread(): void
}

/** What a day came to, in full and added up. */
export interface KpiDay {
  readonly sheet: Sheet
  readonly rollup: Rollup
}
interface Day extends KpiDay {
  /** Up to which place it is counted; 0 = not at all. */
  n: number
}

/** Cells held in memory, about 100 MB of them at the most; a month of a store of ten agents has some 100,000. */
const HELD_CELLS = 200_000

export function createKpiDays(log: KpiLog): KpiDays {
  const held = new Map<string, Day>()
  let cells = 0

  async function day(store: string, date: string): Promise<Day> {
    const name = nameOf(store, date)
    const known = held.get(name)
    if (known) {
      held.delete(name)
      held.set(name, known)
      return known
    }
    const saved = await log.fold(name)
    const sheet = saved ? loadSheet(store, saved.body as SavedSheet) : emptySheet(store, date)
    const read: Day = { n: saved?.n ?? 0, sheet, rollup: rollupOf(sheet) }
    hold(name, read)
    return read
  }

  function hold(name: string, read: Day): void {
    held.set(name, read)
    cells += read.sheet.size
    for (const [oldest, { sheet }] of held) {
      if (cells <= HELD_CELLS || oldest === name) return
      held.delete(oldest)
      cells -= sheet.size
    }
  }

  return {
    get: day,

    async add(delta, n) {
      const name = nameOf(delta.store, delta.day)
      const known = await day(delta.store, delta.day)
      if (known.n >= n) return true
      const before = known.sheet.size
      addSheet(known.sheet, delta)
      addToRollup(known.rollup, delta)
      known.n = n
      cells += known.sheet.size - before
      const isSaved = await log
        .saveFold({ name, version: KPI_VERSION, n, body: await inSlices(savingSheet(known.sheet)) })
        .catch((error: unknown) => {
          // nobody knows whether it was written: what stands in the database decides
          drop(name)
          throw error
        })
      if (!isSaved) drop(name)
      return isSaved
    },

    reread() {
      held.clear()
      cells = 0
    },
  }

  function drop(name: string): void {
    cells -= held.get(name)?.sheet.size ?? 0
    held.delete(name)
  }
}

/** Runs work that offers to be interrupted, beside live answers. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  const pause = createPauses()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    const paused = pause()
    if (paused) await paused
  }
}

function nameOf(store: string, day: string): string {
  return `kpi/${store}/${day}`
}
