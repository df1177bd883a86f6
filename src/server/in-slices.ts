import { setImmediate as nextTick } from 'node:timers/promises'

/** How long bulk work may run before live conversations get their turn. */
const SLICE_MS = 2

/** Tells when to pause: `await pause()` between two pieces of bulk work returns at once until the slice is used up. */
export function createPauses(): () => Promise<void> | undefined {
  let begin = performance.now()
  return () => {
    if (performance.now() - begin < SLICE_MS) return undefined
    return nextTick().then(() => {
      begin = performance.now()
    })
  }
}
