import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'

/** How long bulk work may run before live conversations get their turn. */
const SLICE_MS = 2

/** Tells when to pause: `await pause()` between two pieces of bulk work returns at once until the slice is used up. */
export function createPauses(): () => Promise<void> | undefined {
  return inSlices(nextTick)
}

/** A turn of the event loop that takes longer than this had something else to do; a rest this much longer than asked for says that the thread is busy. */
const OTHERS_MS = 0.3
const LATE_MS = 4
/** How long work that can wait steps back, at first and at the most. */
const REST_MS = 18
const MOST_REST_MS = 288

/**
 * The same for work that can wait, such as counting what has happened: alone it has the whole thread, beside live conversations a tenth of it, and less while
 * they need all.
 */
export function createPatientPauses(): () => Promise<void> | undefined {
  let rest = 0
  return inSlices(async () => {
    const begin = performance.now()
    await (rest === 0 ? nextTick() : sleep(rest))
    const over = performance.now() - begin - rest
    if (over > (rest === 0 ? OTHERS_MS : LATE_MS)) rest = Math.min(MOST_REST_MS, Math.max(REST_MS, rest * 2))
    else rest = rest > REST_MS ? rest / 2 : 0
  })
}

function inSlices(rest: () => Promise<void>): () => Promise<void> | undefined {
  let begin = performance.now()
  return () => {
    if (performance.now() - begin < SLICE_MS) return undefined
    return rest().then(() => {
      begin = performance.now()
    })
  }
}
