import type { LogRecord } from '../ports.ts'

/** What learning needs of the durable store. */
export interface LearningLog {
  /** The next records behind place `after` (0 = from the beginning), at most `limit`, of all stores. */
  read(after: number, limit: number): Promise<(LogRecord & { readonly n: number })[]>
  /** Resolves once durable; false when the same version is saved up to a later place already. */
  saveFold(fold: SavedFold): Promise<boolean>
  fold(name: string): Promise<SavedFold | undefined>
}

/** A saved fold of the log up to and including place `n`, as this `version` of its code folds it; `body` is JSON. */
export interface SavedFold {
  readonly name: string
  readonly version: number
  readonly n: number
  readonly body: unknown
}
