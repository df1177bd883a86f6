import type { Intent } from '../../protocol/index.ts'
import { type FamilyScore, type MacroF1, macroF1Of, scoreFamilies } from './by-family.ts'
import { type Calibration, calibrationOf } from './calibration.ts'
import { type Confusion, confusionOf, type WorstConfusion, worstConfusions } from './confusion.ts'
import { type Abstention, type Accuracy, abstentionOf, accuracyOf, byRowWeight } from './metrics.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type CoveragePoint, quotedCoverageOf, riskCoverageOf } from './risk-coverage.ts'
import type { Row } from './rows.ts'

/** Everything that is said of one set of labelled messages. Shares are 0..1. */
export interface SetReport {
  readonly name: string
  readonly accuracy: Accuracy
  readonly macroF1: MacroF1
  /** The same on rows drawn at random, each counted by its weight; absent when the set has none. */
  readonly natural?: Accuracy & { readonly macroF1: MacroF1 }
  readonly calibration: Calibration
  /** Lenient accuracy at 100, 80, 60 and 40 % coverage, then the curve. */
  readonly riskCoverage: { readonly quoted: readonly CoveragePoint[]; readonly curve: readonly CoveragePoint[] }
  readonly abstention: Abstention
  readonly families: readonly FamilyScore[]
  readonly confusion: Confusion
  readonly worst: readonly WorstConfusion[]
  /** Per origin of the messages, in alphabetical order; rows without one stand under `(unnamed)`. */
  readonly sources: readonly (Accuracy & { readonly source: string })[]
}

export interface EvaluateOptions {
  readonly name: string
  readonly predict: (text: string) => readonly Intent[]
  /** Confidence below which the reader keeps silent. */
  readonly threshold: number
}

/** Reads every message and works out all figures. */
export function evaluate(rows: readonly Row[], { name, predict, threshold }: EvaluateOptions): SetReport {
  const outcomes = rows.map((row) => outcomeOf(row, predict(row.text)))
  const natural = outcomes.filter((outcome) => outcome.row.natural)
  const families = scoreFamilies(outcomes)
  return {
    name,
    accuracy: accuracyOf(outcomes),
    macroF1: macroF1Of(families),
    ...(natural.length === 0
      ? {}
      : { natural: { ...accuracyOf(natural, byRowWeight), macroF1: macroF1Of(scoreFamilies(natural, byRowWeight)) } }),
    calibration: calibrationOf(outcomes),
    riskCoverage: { quoted: quotedCoverageOf(outcomes), curve: riskCoverageOf(outcomes) },
    abstention: abstentionOf(outcomes, threshold),
    families,
    confusion: confusionOf(outcomes),
    worst: worstConfusions(outcomes),
    sources: bySource(outcomes),
  }
}

function bySource(outcomes: readonly Outcome[]): SetReport['sources'] {
  const groups = Map.groupBy(outcomes, ({ row }) => row.source ?? '(unnamed)')
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, group]) => ({ source, ...accuracyOf(group) }))
}
