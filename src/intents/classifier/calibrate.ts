import type { Calibration } from './model.ts'

/** A held-out message: the share of each family and the families that are right for it. */
export interface Scored {
  readonly shares: readonly number[]
  readonly right: ReadonlySet<number>
}

/** From a family's share to the probability that the family is right, fitted on the three likeliest families of each held-out message. */
export function fitCalibration(held: readonly Scored[]): Calibration {
  return fitPlatt(
    held.flatMap(({ shares, right }) => {
      const best = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!).slice(0, 3)
      return best.map((family): Point => [logit(shares[family]!), right.has(family) ? 1 : 0])
    }),
  )
}

/** Fits Platt scaling (J. Platt 1999, with his smoothed targets) by Newton's method: the probability that y is 1. */
export function fitPlatt(points: readonly Point[]): Calibration {
  const positives = points.filter(([, y]) => y === 1).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (points.length - positives + 2)
  const loss = (at: Calibration) =>
    points.reduce((sum, [x, y]) => sum + crossEntropy(at.slope * x + at.offset, y === 1 ? high : low), 0)
  let best: Calibration = { slope: 1, offset: 0 }
  let least = loss(best)
  for (let step = 0; step < STEPS; step += 1) {
    const { slope, offset } = newton(points, best, high, low)
    // a full step may overshoot where nearly all is right: it is halved until it helps
    let next: Calibration | undefined
    for (let part = 1; part > 1e-3 && next === undefined; part /= 2) {
      const tried = { slope: Math.max(SLOPE_LEAST, best.slope - part * slope), offset: best.offset - part * offset }
      if (loss(tried) < least) next = tried
    }
    if (!next) break
    best = next
    least = loss(best)
  }
  return best
}

const STEPS = 25
/** More share is never less likely. */
const SLOPE_LEAST = 0.05

export type Point = readonly [x: number, y: number]

function crossEntropy(score: number, target: number): number {
  // log(1 + e^score) - target * score, without overflow
  return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - target * score
}

/** The Newton step for slope and offset. */
function newton(points: readonly Point[], at: Calibration, high: number, low: number): Calibration {
  let g0 = 0
  let g1 = 0
  let h00 = 1e-6
  let h01 = 0
  let h11 = 1e-6
  for (const [x, y] of points) {
    const p = 1 / (1 + Math.exp(-(at.slope * x + at.offset)))
    const error = p - (y === 1 ? high : low)
    const w = p * (1 - p)
    g0 += error * x
    g1 += error
    h00 += w * x * x
    h01 += w * x
    h11 += w
  }
  const determinant = h00 * h11 - h01 * h01
  if (Math.abs(determinant) < 1e-12) return { slope: 0, offset: 0 }
  return { slope: (h11 * g0 - h01 * g1) / determinant, offset: (h00 * g1 - h01 * g0) / determinant }
}

export function logit(p: number): number {
  const bounded = Math.min(Math.max(p, 1e-6), 1 - 1e-6)
  return Math.log(bounded / (1 - bounded))
}

/** The calibrated probability that a family with this share is right. */
export function confidenceOf(share: number, calibration: Calibration): number {
  return platt(logit(share), calibration)
}

export function platt(x: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * x + offset)))
}
