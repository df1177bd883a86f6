import type { Outcome } from './outcome.ts'

/** Outcomes whose confidence lies in (from, to]; the first bin also holds 0. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly confidence: number
  readonly lenient: number
}

export interface Calibration {
  /** Expected calibration error (Guo et al. 2017): mean distance of confidence and lenient accuracy over equal bins, by count. */
  readonly ece: number
  readonly bins: readonly Bin[]
}

const BINS = 15

export function calibrationOf(outcomes: readonly Outcome[]): Calibration {
  const cells = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { confidence, lenient } of outcomes) {
    const cell = cells[Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1))]!
    cell.count += 1
    cell.confidence += confidence
    if (lenient) cell.right += 1
  }
  const bins = cells.map(({ count, confidence, right }, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count,
    confidence: count === 0 ? 0 : confidence / count,
    lenient: count === 0 ? 0 : right / count,
  }))
  const distance = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.lenient), 0)
  return { ece: outcomes.length === 0 ? 0 : distance / outcomes.length, bins }
}
