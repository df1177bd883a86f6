import { addSheet, emptySheet, loadSheet, type SavedSheet, type Sheet, saveSheet } from '../../insight/index.ts'
import { KPI_VERSION, type KpiLog } from './kpi-log.ts'

/** The days that were counted, each a saved fold of its own: what a store's figures were is kept when its messages are long gone. */
export interface KpiDays {
  /** A day's sheet, empty when nothing was counted. Not to be changed. */
  get(store: string, day: string): Promise<Sheet>
  /**
   * Adds what was counted up to place `n`; a second time it changes nothing. False when another process has counted further: it is the one that counts.
   */
  add(delta: Sheet, n: number): Promise<boolean>
  /** What stands in the database is read again. */
  reread(): void
}

interface Day {
  /** Up to which place it is counted; 0 = not at all. */
  n: number
  readonly sheet: Sheet
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
    const read: Day = saved
      ? { n: saved.n, sheet: loadSheet(store, saved.body as SavedSheet) }
      : { n: 0, sheet: emptySheet(store, date) }
    hold(name, read)
    return read
  }

  function hold(name: string, read: Day): void {
    held.set(name, read)
    cells += read.sheet.cells.size
    for (const [oldest, { sheet }] of held) {
      if (cells <= HELD_CELLS || oldest === name) return
      held.delete(oldest)
      cells -= sheet.cells.size
    }
  }

  return {
    get: async (store, date) => (await day(store, date)).sheet,

    async add(delta, n) {
      const name = nameOf(delta.store, delta.day)
      const known = await day(delta.store, delta.day)
      if (known.n >= n) return true
      const before = known.sheet.cells.size
      addSheet(known.sheet, delta)
      known.n = n
      cells += known.sheet.cells.size - before
      const isSaved = await log
        .saveFold({ name, version: KPI_VERSION, n, body: saveSheet(known.sheet) })
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
    cells -= held.get(name)?.sheet.cells.size ?? 0
    held.delete(name)
  }
}

function nameOf(store: string, day: string): string {
  return `kpi/${store}/${day}`
}
