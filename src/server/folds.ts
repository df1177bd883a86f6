import { forget, type TaskFold } from '../insight/index.ts'
import type { KeptFold } from './ports.ts'

/** Every fold of the log that is saved: retention waits for them, erasure cleans them. */
export const FOLDS: readonly KeptFold[] = [
  { name: 'tasks', forget: (body, isGone) => forget(body as TaskFold, isGone) },
]
