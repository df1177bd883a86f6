import type { Database, FoldLog, LogRecord, SavedFold } from '../../../src/server/ports.ts'

/** Sees what a database appends, in its order, and keeps what is folded from it. */
export function followedLog() {
  const records: (LogRecord & { readonly n: number })[] = []
  const folds = new Map<string, SavedFold>()
  const log: FoldLog = {
    read: async (after, limit) => structuredClone(records.filter(({ n }) => n > after).slice(0, limit)),
    saveFold: async (fold) => {
      folds.set(fold.name, JSON.parse(JSON.stringify(fold)))
      return true
    },
    fold: async (name) => folds.get(name),
  }
  const wrap = (database: Database): Database => ({
    ...database,
    async append(batch) {
      const results = await database.append(batch)
      batch.forEach((record, i) => {
        // as a log is read: without what JSON leaves out
        if (results[i] === 'appended')
          records.push({ ...record, body: JSON.parse(JSON.stringify(record.body)), n: records.length + 1 })
      })
      return results
    },
  })
  return { records, folds, log, wrap }
}
