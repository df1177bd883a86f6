import type { Database } from '../ports.ts'
import { fileIn, lockWriter } from './database/lock-writer.ts'
import { createQueries } from './database/queries.ts'
import { migrate } from './database/schema.ts'
import { serveCalls } from './database/serve-calls.ts'
import { connectSqlite } from './database/sqlite.ts'

/** What `openSqlite` gives the thread. */
export interface SqliteGiven {
  readonly dataDir: string
  readonly maxPages?: number | undefined
}

async function open({ dataDir, maxPages }: SqliteGiven): Promise<Database> {
  const unlock = lockWriter(dataDir)
  try {
    const connection = connectSqlite(fileIn(dataDir), { maxPages })
    await migrate(connection)
    return createQueries({
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
