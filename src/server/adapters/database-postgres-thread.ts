import { connectPostgres } from './database/postgres.ts'
import { createStoredQueries } from './database/queries.ts'
import { migrate } from './database/schema.ts'
import { serveCalls } from './database/serve-calls.ts'
import type { StoredDatabase } from './database/stored-database.ts'

async function open(url: string): Promise<StoredDatabase> {
  const connection = await connectPostgres(url)
  try {
    await migrate(connection)
    return createStoredQueries(connection)
  } catch (error) {
    await connection.close()
    throw error
  }
}

await serveCalls(open)
