import { existsSync } from 'node:fs'
import type { Connection } from '../adapters/database/connection.ts'
import { DataFault } from '../adapters/database/data-fault.ts'
import { fileIn, lockWriter } from '../adapters/database/lock-writer.ts'
import { connectPostgres } from '../adapters/database/postgres.ts'
import { checkSchema, migrate } from '../adapters/database/schema.ts'
import { connectSqlite } from '../adapters/database/sqlite.ts'
import type { Config } from '../config.ts'

type Where = Pick<Config, 'dataDir' | 'databaseUrl'>

/** Reads from the database of the settings, beside a gateway that writes to it. @throws DataFault */
export async function readData<T>(where: Where, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = where.databaseUrl
    ? await connectPostgres(where.databaseUrl)
    : connectSqlite(existing(where.dataDir), { readOnly: true })
  return closing(connection, async () => {
    await checkSchema(connection)
    return work(connection)
  })
}

/** Writes to the database of the settings; an embedded one is nobody else's meanwhile. @throws DataFault */
export async function writeData<T>(where: Where, work: (connection: Connection) => Promise<T>): Promise<T> {
  if (where.databaseUrl) {
    const connection = await connectPostgres(where.databaseUrl)
    return closing(connection, async () => {
      await migrate(connection)
      return work(connection)
    })
  }
  const file = existing(where.dataDir)
  const unlock = lockWriter(where.dataDir)
  try {
    const connection = connectSqlite(file)
    return await closing(connection, async () => {
      await migrate(connection)
      return work(connection)
    })
  } finally {
    unlock()
  }
}

async function closing<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await connection.close()
  }
}

function existing(dataDir: string): string {
  const file = fileIn(dataDir)
  if (!existsSync(file)) throw new DataFault(`there is no database in ${dataDir} (DATA_DIR)`)
  return file
}
