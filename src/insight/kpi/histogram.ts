/**
 * Times in whole seconds, rounded up, so that shares of any limit in whole seconds up to 300 s are exact; above that in steps of 2 %. Two of them are added by
 * adding their bins: a month is the sum of its days. `sum` in milliseconds, exact.
 */
export interface Histogram {
  sum: number
  readonly bins: Map<number, number>
}

const EXACT_SEC = 300
const STEP = Math.log(1.02)

export function emptyHistogram(): Histogram {
  return { sum: 0, bins: new Map() }
}

/** Adds a time, or with `times` -1 takes one away that was added before. */
export function addTime(histogram: Histogram, ms: number, times: 1 | -1): void {
  histogram.sum += times * ms
  addBin(histogram, binOf(ms), times)
}

export function addHistogram(to: Histogram, from: Histogram): void {
  to.sum += from.sum
  for (const [bin, count] of from.bins) addBin(to, bin, count)
}

function addBin({ bins }: Histogram, bin: number, count: number): void {
  const now = (bins.get(bin) ?? 0) + count
  if (now === 0) bins.delete(bin)
  else bins.set(bin, now)
}

function binOf(ms: number): number {
  const seconds = Math.ceil(ms / 1_000)
  return seconds <= EXACT_SEC ? seconds : EXACT_SEC + Math.ceil(Math.log(seconds / EXACT_SEC) / STEP)
}

/** The middle of a bin, in milliseconds: off by half a second up to 300 s, above by 1 % at most. */
function middleOf(bin: number): number {
  if (bin <= EXACT_SEC) return bin === 0 ? 0 : (bin - 0.5) * 1_000
  return EXACT_SEC * Math.exp((bin - EXACT_SEC - 0.5) * STEP) * 1_000
}

export function countOf({ bins }: Histogram): number {
  let count = 0
  for (const times of bins.values()) count += times
  return count
}

/** Undefined without any time. */
export function meanOf(histogram: Histogram): number | undefined {
  const count = countOf(histogram)
  return count === 0 ? undefined : histogram.sum / count
}

/** The time that `share` of the times do not exceed (nearest rank), within the error of a bin; undefined without any. */
export function quantileOf(histogram: Histogram, share: number): number | undefined {
  const count = countOf(histogram)
  let left = Math.max(1, Math.ceil(share * count))
  for (const [bin, times] of [...histogram.bins].sort(([a], [b]) => a - b)) {
    left -= times
    if (left <= 0) return middleOf(bin)
  }
  return undefined
}

/** How many times do not exceed a limit in whole seconds; exact up to 300 s, above within a step of 2 %. */
export function countWithin({ bins }: Histogram, limitSec: number): number {
  const last = binOf(limitSec * 1_000)
  let count = 0
  for (const [bin, times] of bins) if (bin <= last) count += times
  return count
}
