import { fileIn, lockWriter } from './database/lock-writer.ts'
import { createStoredQueries } from './database/queries.ts'
import { migrate } from './database/schema.ts'
import { serveCalls } from './database/serve-calls.ts'
import { connectSqlite } from './database/sqlite.ts'
import type { StoredDatabase } from './database/stored-database.ts'

/** What `openSqlite` gives the thread. */
export interface SqliteGiven {
  readonly dataDir: string
  readonly maxPages?: number | undefined
}

async function open({ dataDir, maxPages }: SqliteGiven): Promise<StoredDatabase> {
  const unlock = lockWriter(dataDir)
  try {
    const connection = connectSqlite(fileIn(dataDir), { maxPages })
    await migrate(connection)
    return createStoredQueries({
      ...connection,
      async close() {
        await connection.close()
        unlock()
      },
    })
  } catch (error) {
    unlock()
    throw error
  }
}

await serveCalls(open)
