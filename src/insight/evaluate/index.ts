export { type EvaluateOptions, evaluate, type SetReport } from './evaluate.ts'
export { FAMILIES, familyOf } from './families.ts'
export { MoodRow, type MoodScores, moodScoresOf } from './mood-scores.ts'
export {
  FOREIGN_LOCALE,
  FOREIGN_SETS,
  type ForeignSet,
  isOutOfScope,
  type OutOfScope,
  outOfScopeOf,
} from './out-of-scope.ts'
export { type Percentiles, percentilesOf } from './percentiles.ts'
export {
  FLOOR_METRICS,
  type FloorMetric,
  type Floors,
  type Measured,
  type Report,
  type Shortfall,
  shortfallsOf,
} from './report.ts'
export { reportHtml } from './report-html.ts'
export { reportMarkdown } from './report-markdown.ts'
export { reportText } from './report-text.ts'
export { type Robustness, robustnessOf } from './robustness.ts'
export { ForeignRow, type LineFault, parseRows, Row } from './rows.ts'
export { SlotRow, type SlotScores, slotScoresOf } from './slot-scores.ts'
export {
  BurstRow,
  type BurstScores,
  burstScoresOf,
  ContinuationRow,
  type ContinuationScores,
  type Continued,
  continuationScoresOf,
  type ReadTurn,
} from './talk-scores.ts'
export { displayWidth, textTable } from './text-table.ts'
export {
  isAnswered,
  WITHHELD_BECAUSE,
  type WithheldBecause,
  type Withholding,
  withheldBecause,
  withholdingOf,
} from './withholding.ts'
