import {
  addSheet,
  emptySheet,
  loadSheet,
  rollupOf,
  type SavedSheet,
  type Sheet,
  savingSheet,
} from '../../insight/index.ts'
import { createPauses } from '../in-slices.ts'
import type { FoldLog } from '../ports.ts'
import { KPI_VERSION } from './kpi-log.ts'

/**
 * The days that were counted, each saved as two folds: its sums (`kpi/<store>/<day>`), which most questions are about, and all of its cells (`…/agents`). What a
 * store's figures were is kept when its messages are long gone.
 */
export interface KpiDays {
  /** A day as it is saved, empty when nothing was counted. Not to be changed. */
  get(store: string, day: string, of: KpiDepth): Promise<Sheet>
  /**
   * Adds what was counted up to place `n`; a second time it changes nothing. False when another process has counted further: it is the one that counts.
   */
  add(delta: Sheet, n: number): Promise<boolean>
  /** What stands in the database is read again. */
  reread(): void
}

export type KpiDepth = 'sums' | 'agents'

interface Held {
  /** Up to which place it is counted; 0 = not at all. */
  n: number
  readonly sheet: Sheet
}

/** Cells held in memory, some 60 MB of them: three months of sums of a large store. */
const HELD_CELLS = 200_000

export function createKpiDays(log: FoldLog): KpiDays {
  const held = new Map<string, Held>()
  let cells = 0

  async function read(name: string, store: string, day: string): Promise<Held> {
    const known = held.get(name)
    if (known) {
      held.delete(name)
      held.set(name, known)
      return known
    }
    const saved = await log.fold(name)
    const sheet = saved ? loadSheet(store, saved.body as SavedSheet) : emptySheet(store, day)
    const found: Held = { n: saved?.n ?? 0, sheet }
    held.set(name, found)
    cells += sheet.size
    for (const oldest of held.keys()) {
      if (cells <= HELD_CELLS || oldest === name) break
      drop(oldest)
    }
    return found
  }

  async function addTo(name: string, delta: Sheet, n: number): Promise<boolean> {
    const known = await read(name, delta.store, delta.day)
    if (known.n >= n) return true
    const before = known.sheet.size
    addSheet(known.sheet, delta)
    known.n = n
    cells += known.sheet.size - before
    try {
      const body = await inSlices(savingSheet(known.sheet))
      if (await log.saveFold({ name, version: KPI_VERSION, n, body })) return true
    } catch (error) {
      // nobody knows whether it was written: what stands in the database decides
      drop(name)
      throw error
    }
    drop(name)
    return false
  }

  function drop(name: string): void {
    cells -= held.get(name)?.sheet.size ?? 0
    held.delete(name)
  }

  return {
    get: async (store, day, of) => (await read(nameOf(store, day, of), store, day)).sheet,

    async add(delta, n) {
      const { store, day } = delta
      return (
        (await addTo(nameOf(store, day, 'agents'), delta, n)) && addTo(nameOf(store, day, 'sums'), rollupOf(delta), n)
      )
    },

    reread() {
      held.clear()
      cells = 0
    },
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

function nameOf(store: string, day: string, of: KpiDepth): string {
  return of === 'sums' ? `kpi/${store}/${day}` : `kpi/${store}/${day}/agents`
}
