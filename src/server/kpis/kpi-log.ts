import { forgetTalks, type SavedKpis } from '../../insight/index.ts'

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
