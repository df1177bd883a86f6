export type { DifferenceReport } from './difference.ts'
export { ALPHA, type ArmCounts, type TallyReport } from './tally.ts'
export type { TrialResults } from './trials.ts'
