/**
 * How far two shares are apart, looked at after every single outcome if one likes.
 *
 * Outcomes of the two sides are paired as they come. Against each difference d between the shares stands an e-variable for the pair: the likelihood under the shares
 * as they were estimated from the pairs before, over that under the closest shares which are d apart (their product of Bernoullis with the least Kullback-Leibler
 * divergence). Its expectation is 1 at the most if d is true, whatever the shares are, so the product of all pairs exceeds 1/alpha ever with a chance of alpha at the
 * most (Ville): what was excluded once stays excluded, and what is left is a confidence sequence. No approximation, no least number of outcomes, no planned end.
 *
 * R. Turner, A. Ly, P. Grünwald: Generic E-variables for exact sequential k-sample tests that allow for optional stopping. Journal of Statistical Planning and
 * Inference 230 (2024), arXiv 2106.02693. R. Turner, P. Grünwald: Exact anytime-valid confidence intervals for contingency tables and beyond. Statistics &
 * Probability Letters 198 (2023), arXiv 2203.09785.
 */
export interface Difference {
  /** An outcome of the first side (0) or the second (1). */
  add(side: 0 | 1, outcome: boolean): void
  report(): DifferenceReport
  saved(): SavedDifference
}

/** The share of the second side less that of the first, -1..1; the truth lies between `low` and `high` at any time, but for a chance of alpha. */
export interface DifferenceReport {
  readonly pairs: number
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Which side's share is surely the larger one; undefined = it may be either, or the same. */
  readonly larger: 0 | 1 | undefined
}

export interface SavedDifference {
  readonly pairs: number
  /** How many of the paired outcomes were true, by side. */
  readonly ones: readonly [number, number]
  /** Outcomes of the side that is ahead, oldest first. */
  readonly ahead: 0 | 1
  readonly waiting: readonly boolean[]
  /** The logarithm of what was gained against each difference; beyond the threshold it is excluded for good. */
  readonly logs: readonly number[]
  /** Which share turned out to be the larger one: said once, it is not taken back. */
  readonly larger?: 0 | 1 | undefined
}

/** Differences are looked at in steps of a hundredth. */
const STEPS = 100
const MIDDLE = STEPS - 1
const COUNT = 2 * STEPS - 1
const EXCLUDED = 1e6
/** Halvings until the closest shares are exact to the twelfth place. */
const HALVINGS = 40
/** Outcomes of one side that may wait for the other: with shares of a half each there are never so many. */
const MOST_WAITING = 500

export const NO_OUTCOMES: SavedDifference = {
  pairs: 0,
  ones: [0, 0],
  ahead: 0,
  waiting: [],
  logs: Array.from({ length: COUNT }, () => 0),
}

export function createDifference(alpha: number, saved: SavedDifference = NO_OUTCOMES): Difference {
  const threshold = -Math.log(alpha)
  const ones: [number, number] = [...saved.ones]
  const waiting = [...saved.waiting]
  const logs = [...saved.logs]
  let { pairs, ahead, larger } = saved

  function pair(first: boolean, second: boolean): void {
    // Jeffreys' estimate from the pairs before: never 0 or 1
    const a = (ones[0] + 0.5) / (pairs + 1)
    const b = (ones[1] + 0.5) / (pairs + 1)
    const before = left()
    for (const i of before) {
      const log = logs[i]! + gainOf(a, b, (i - MIDDLE) / STEPS, first, second)
      logs[i] = log >= threshold ? EXCLUDED : log
    }
    // shares that change over time are in no difference at all: what was left last stands
    if (before.every((i) => logs[i] === EXCLUDED)) for (const i of before) logs[i] = threshold
    pairs += 1
    if (first) ones[0] += 1
    if (second) ones[1] += 1
    if (logs[MIDDLE] === EXCLUDED) larger ??= sideOf(left())
  }

  const left = () => logs.flatMap((log, i) => (log === EXCLUDED ? [] : [i]))

  return {
    add(side, outcome) {
      if (waiting.length === 0 || ahead === side) {
        ahead = side
        if (waiting.length < MOST_WAITING) waiting.push(outcome)
        return
      }
      const other = waiting.shift()!
      if (side === 0) pair(outcome, other)
      else pair(other, outcome)
    },
    report() {
      const difference = pairs === 0 ? 0 : (ones[1] - ones[0]) / pairs
      const open = left()
      // what lies between an excluded step and the next may be true
      const low = (open[0]! - 1 - MIDDLE) / STEPS
      const high = (open.at(-1)! + 1 - MIDDLE) / STEPS
      return { pairs, difference, low, high, larger }
    },
    saved: () => ({
      pairs,
      ones: [...ones],
      ahead,
      waiting: [...waiting],
      logs: [...logs],
      ...(larger === undefined ? {} : { larger }),
    }),
  }
}

/** The side on which all that is left lies. */
function sideOf(left: readonly number[]): 0 | 1 | undefined {
  if (left[0]! > MIDDLE) return 1
  return left.at(-1)! < MIDDLE ? 0 : undefined
}

/** The logarithm of the e-variable of one pair, against a difference of `d`, when the shares are taken to be `a` and `b`. */
export function gainOf(a: number, b: number, d: number, first: boolean, second: boolean): number {
  const t = closest(a, b, d)
  return logOf(first, a) - logOf(first, t) + logOf(second, b) - logOf(second, t + d)
}

const logOf = (outcome: boolean, share: number) => Math.log(outcome ? share : 1 - share)

/** The first share of the two that are `d` apart and closest to `a` and `b`: where the divergence, which is convex, has no slope. */
function closest(a: number, b: number, d: number): number {
  if (d === 0) return (a + b) / 2
  let low = Math.max(0, -d)
  let high = Math.min(1, 1 - d)
  for (let i = 0; i < HALVINGS; i += 1) {
    const t = (low + high) / 2
    const slope = (t - a) / (t * (1 - t)) + (t + d - b) / ((t + d) * (1 - t - d))
    if (slope < 0) low = t
    else high = t
  }
  return (low + high) / 2
}
