import type { Outcome } from './outcome.ts'

/** How much one outcome counts; plain metrics count each once, natural ones by the row's weight. */
export type WeightOf = (outcome: Outcome) => number
export const once: WeightOf = () => 1
export const byRowWeight: WeightOf = ({ row }) => row.weight

/** Shares of right readings, 0..1. */
export interface Accuracy {
  readonly count: number
  readonly strict: number
  readonly lenient: number
  readonly top3: number
}

export function accuracyOf(outcomes: readonly Outcome[], weightOf: WeightOf = once): Accuracy {
  return {
    count: outcomes.length,
    strict: shareOf(outcomes, (outcome) => outcome.strict, weightOf),
    lenient: shareOf(outcomes, (outcome) => outcome.lenient, weightOf),
    top3: shareOf(outcomes, (outcome) => outcome.top3, weightOf),
  }
}

/** Weighted share of the outcomes that hold, 0 when there are none. */
export function shareOf(
  outcomes: readonly Outcome[],
  holds: (outcome: Outcome) => boolean,
  weightOf: WeightOf = once,
): number {
  let all = 0
  let right = 0
  for (const outcome of outcomes) {
    const weight = weightOf(outcome)
    all += weight
    if (holds(outcome)) right += weight
  }
  return all === 0 ? 0 : right / all
}

/** What the reader does when it keeps silent below `threshold`: how much it answers, and how much of that is right. */
export interface Abstention {
  readonly threshold: number
  readonly coverage: number
  readonly strict: number
  readonly lenient: number
}

export function abstentionOf(outcomes: readonly Outcome[], threshold: number): Abstention {
  const answered = outcomes.filter((outcome) => outcome.confidence >= threshold)
  const { strict, lenient } = accuracyOf(answered)
  return { threshold, coverage: outcomes.length === 0 ? 0 : answered.length / outcomes.length, strict, lenient }
}
