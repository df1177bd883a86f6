import type { Database, PlacedRecord } from './ports.ts'

/** Records that are kept for those who come a little later. */
const KEPT = 1_000

/**
 * Reads the log for several folds: what one of them has read, the others get from memory. The end of the log is always asked of the database, so that nobody
 * takes what others happen to have read for all there is.
 */
export function readOnce(read: Database['read']): Database['read'] {
  /** All records behind place `from`, without a gap, up to the newest that was read. */
  let kept: readonly PlacedRecord[] = []
  let from = 0

  function keep(after: number, news: readonly PlacedRecord[]): void {
    const newest = kept.at(-1)?.n ?? from
    if (news.length === 0 || after < newest) return
    if (after > newest) from = after
    kept = after > newest ? news : [...kept, ...news]
    // what was said before an erasure may be gone
    const erasure = kept.findLastIndex(({ kind }) => kind === 'erasure')
    const gone = Math.max(erasure, kept.length - KEPT)
    if (gone <= 0) return
    from = kept[gone - 1]!.n
    kept = kept.slice(gone)
  }

  return async (after, limit) => {
    const known = after < from ? [] : kept.slice(kept.findLastIndex(({ n }) => n <= after) + 1).slice(0, limit)
    if (known.length === limit) return known
    const last = known.at(-1)?.n ?? after
    const news = await read(last, limit - known.length)
    keep(last, news)
    return known.length === 0 ? news : [...known, ...news]
  }
}
