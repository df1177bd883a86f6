import type { Calibration } from './model.ts'

/** A held-out message: the share of each family and the families that are right for it. */
export interface Scored {
  readonly shares: Float64Array
  readonly right: ReadonlySet<number>
}

/**
 * Fits Platt scaling (J. Platt 1999, with his smoothed targets) from a family's share to the probability that the family is right, by Newton's
 * method on the three likeliest families of each held-out message.
 */
export function fitCalibration(held: readonly Scored[]): Calibration {
  const points: (readonly [number, number])[] = []
  for (const { shares, right } of held) {
    const best = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!).slice(0, 3)
    for (const family of best) points.push([logit(shares[family]!), right.has(family) ? 1 : 0])
  }
  const positives = points.filter(([, y]) => y === 1).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (points.length - positives + 2)
  let slope = 1
  let offset = 0
  for (let step = 0; step < 25; step += 1) {
    let g0 = 0
    let g1 = 0
    let h00 = 1e-6
    let h01 = 0
    let h11 = 1e-6
    for (const [x, y] of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + offset)))
      const error = p - (y === 1 ? high : low)
      const w = p * (1 - p)
      g0 += error * x
      g1 += error
      h00 += w * x * x
      h01 += w * x
      h11 += w
    }
    const determinant = h00 * h11 - h01 * h01
    if (Math.abs(determinant) < 1e-9) break
    slope -= (h11 * g0 - h01 * g1) / determinant
    offset -= (h00 * g1 - h01 * g0) / determinant
  }
  return { slope, offset }
}

export function logit(p: number): number {
  const bounded = Math.min(Math.max(p, 1e-6), 1 - 1e-6)
  return Math.log(bounded / (1 - bounded))
}

/** The calibrated probability that a family with this share is right. */
export function confidenceOf(share: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logit(share) + offset)))
}
