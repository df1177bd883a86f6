import type { SetReport } from './evaluate.ts'
import type { MoodScores } from './mood-scores.ts'
import type { OutOfScope } from './out-of-scope.ts'
import type { Percentiles } from './percentiles.ts'
import type { Robustness } from './robustness.ts'
import type { SlotScores } from './slot-scores.ts'
import type { BurstScores, ContinuationScores } from './talk-scores.ts'
import type { Withholding } from './withholding.ts'

/** The figures of one set. `own`: the set is part of the project, not somebody's real messages. */
export type Measured<T> = T & { readonly name: string; readonly own: boolean }

/** One run over all files. Latencies in microseconds per message. */
export interface Report {
  readonly sets: readonly Measured<SetReport>[]
  readonly withheld: readonly Measured<Withholding>[]
  readonly outOfScope: readonly Measured<OutOfScope>[]
  readonly robustness: readonly Measured<Robustness>[]
  readonly slots: readonly Measured<SlotScores>[]
  readonly continuations: readonly Measured<ContinuationScores>[]
  readonly bursts: readonly Measured<BurstScores>[]
  readonly manner: readonly Measured<MoodScores>[]
  readonly latency: { readonly classify: Percentiles; readonly suggest: Percentiles }
  /** True when only the project's own sets were measured: nobody's real messages. */
  readonly ownSetsOnly: boolean
}

/** The figures that a floor can be set for. */
export const FLOOR_METRICS = {
  strict: (set: SetReport) => set.accuracy.strict,
  lenient: (set: SetReport) => set.accuracy.lenient,
  top3: (set: SetReport) => set.accuracy.top3,
  macroF1: (set: SetReport) => set.macroF1.present,
} as const
export type FloorMetric = keyof typeof FLOOR_METRICS
export type Floors = Readonly<Partial<Record<FloorMetric, number>>>

/** A figure that is below its floor. */
export interface Shortfall {
  readonly set: string
  readonly metric: FloorMetric
  readonly value: number
  readonly floor: number
}

/** Every set must reach every floor. */
export function shortfallsOf(report: Report, floors: Floors): Shortfall[] {
  return report.sets.flatMap((set) =>
    (Object.keys(floors) as FloorMetric[]).flatMap((metric) => {
      const value = FLOOR_METRICS[metric](set)
      const floor = floors[metric]!
      return value < floor ? [{ set: set.name, metric, value, floor }] : []
    }),
  )
}
