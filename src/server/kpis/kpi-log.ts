import { forgetTalks, type SavedKpis } from '../../insight/index.ts'

/** A saved fold: everything up to and including place `n` of the log, as this `version` of its code folds it; `body` is JSON. */
export interface SavedKpiFold {
  readonly name: string
  readonly version: number
  readonly n: number
  readonly body: unknown
}

/** What counting needs of the database. */
export interface KpiLog {
  /** The next records behind place `after` (0 = from the beginning), at most `limit`, of all stores, in the order of their places. */
  read(after: number, limit: number): Promise<readonly { readonly n: number; readonly store: string }[]>
  /** Resolves once durable; false, and nothing is written, when the same version is saved up to a later place already. */
  saveFold(fold: SavedKpiFold): Promise<boolean>
  fold(name: string): Promise<SavedKpiFold | undefined>
}

/** The version of what is saved. Another one does not read it: then counting begins anew, and needs a way to read the old days. */
export const KPI_VERSION = 1

/** What counting has open, of all stores: `[store, state]`. */
export interface OpenKpis {
  readonly stores: readonly (readonly [string, SavedKpis])[]
}

/** The fold for which retention waits, and from which a shopper can be erased. The days it has counted hold no text and no conversation. */
export const KPI_FOLD = {
  name: 'kpi',
  forget(body: unknown, isGone: (n: number) => boolean): OpenKpis {
    const { stores } = body as OpenKpis
    return { stores: stores.map(([store, saved]) => [store, forgetTalks(saved, isGone)]) }
  },
} as const
