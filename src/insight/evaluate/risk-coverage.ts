import type { Outcome } from './outcome.ts'

/** Lenient accuracy on the most confident `coverage` of the messages; `confidence` is that of the last one taken. */
export interface CoveragePoint {
  readonly coverage: number
  readonly lenient: number
  readonly confidence: number
}

/** The shares that reports quote. */
export const COVERAGES = [1, 0.8, 0.6, 0.4] as const

/** The whole curve, one point per percent of coverage. */
export function riskCoverageOf(outcomes: readonly Outcome[]): CoveragePoint[] {
  return Array.from({ length: 100 }, (_, i) => (i + 1) / 100).map(pointsOf(outcomes))
}

/** Lenient accuracy at the coverages that reports quote. */
export function quotedCoverageOf(outcomes: readonly Outcome[]): CoveragePoint[] {
  return COVERAGES.map(pointsOf(outcomes))
}

/**
 * Messages with the same confidence cannot be told apart: where a cut runs through such a group it takes the group's mean, so that the order
 * of a file does not matter.
 */
function pointsOf(outcomes: readonly Outcome[]): (coverage: number) => CoveragePoint {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence)
  const right = new Float64Array(sorted.length + 1)
  for (let start = 0; start < sorted.length; ) {
    let end = start
    let hits = 0
    for (; end < sorted.length && sorted[end]!.confidence === sorted[start]!.confidence; end += 1)
      if (sorted[end]!.lenient) hits += 1
    for (let i = start; i < end; i += 1) right[i + 1] = right[start]! + (hits * (i + 1 - start)) / (end - start)
    start = end
  }
  return (coverage) => {
    const taken = Math.min(sorted.length, Math.max(1, Math.round(coverage * sorted.length)))
    return {
      coverage,
      lenient: taken === 0 ? 0 : right[taken]! / taken,
      confidence: sorted[taken - 1]?.confidence ?? 0,
    }
  }
}
