import type { KeptFold } from './ports.ts'

/** Every fold of the log that is saved: retention waits for them, erasure cleans them. */
export const FOLDS: readonly KeptFold[] = []
