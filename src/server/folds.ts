import { forget, type TaskFold } from '../insight/index.ts'
import { KPI_FOLD } from './kpis/kpi-log.ts'
import { LEARNING_FOLD } from './learning/kept-learner.ts'
import type { KeptFold } from './ports.ts'

/** Every fold of the log that is saved: retention waits for them, erasure cleans them. */
export const FOLDS: readonly KeptFold[] = [
  KPI_FOLD,
  LEARNING_FOLD,
  { name: 'tasks', forget: (body, isGone) => forget(body as TaskFold, isGone) },
]
