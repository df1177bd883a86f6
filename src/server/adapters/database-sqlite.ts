import type { Database } from '../ports.ts'
import { openOnThread } from './database/open-on-thread.ts'
import type { SqliteGiven } from './database-sqlite-thread.ts'

/**
 * Opens (or makes) the embedded database in `dataDir`. `maxPages`: the most the file may grow to, in pages of 4 kB; then it refuses as on a full disk.
 * @throws Error when another process writes to this folder, or a newer version of the program wrote the database.
 */
export function openSqlite(dataDir: string, limits: { maxPages?: number } = {}): Promise<Database> {
  const given: SqliteGiven = { dataDir, ...limits }
  return openOnThread(new URL('./database-sqlite-thread.ts', import.meta.url), given)
}
