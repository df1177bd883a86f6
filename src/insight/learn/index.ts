export type { Dismissed, Spot } from './dismissals.ts'
export { ENOUGH_AGENTS } from './enough-agents.ts'
export {
  createLearner,
  LEARNER_VERSION,
  type Learner,
  type LearnerDeps,
  type LearnerState,
  type SaidScriptOf,
} from './learner.ts'
export type { OwnReply } from './own-replies.ts'
