import type { Database } from '../ports.ts'
import { connectPostgres } from './database/postgres.ts'
import { createQueries } from './database/queries.ts'
import { migrate } from './database/schema.ts'
import { serveCalls } from './database/serve-calls.ts'

async function open(url: string): Promise<Database> {
  const connection = await connectPostgres(url)
  try {
    await migrate(connection)
    return createQueries(connection)
  } catch (error) {
    await connection.close()
    throw error
  }
}

await serveCalls(open)
