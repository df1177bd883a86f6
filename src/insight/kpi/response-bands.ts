import { countOf, countWithin, type Histogram } from './histogram.ts'

/** Limits in seconds that people think of: a glance, half a minute, JD's 30, three minutes. Bands up to 300 s are exact. */
const LIMITS_SEC = [10, 20, 30, 45, 60, 120, 180, 300, 600]

/** How many turns were answered within which time: each band behind the one before, the last one without an end. Empty without any. */
export function responseBands(times: Histogram | undefined): { withinSec?: number; turns: number }[] {
  if (!times || countOf(times) === 0) return []
  let before = 0
  const bands = LIMITS_SEC.map((withinSec) => {
    const within = countWithin(times, withinSec)
    const turns = within - before
    before = within
    return { withinSec, turns }
  })
  return [...bands, { turns: countOf(times) - before }]
}
