import { existsSync } from 'node:fs'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { checkFile } from './check-file.ts'
import type { Connection } from './connection.ts'
import { copyTables } from './copy-tables.ts'
import { DataFault } from './data-fault.ts'
import { checkSchema, migrate } from './schema.ts'
import { connectSqlite } from './sqlite.ts'

/**
 * Writes all of a database into a new SQLite file, as it was at one moment, while others go on writing; returns the number of rows. The file can be
 * restored into either engine. @throws DataFault when the file is there already or the database is of another version
 */
export async function backup(connection: Connection, file: string): Promise<number> {
  if (existsSync(file)) throw new DataFault(`${file} is already there`)
  await checkSchema(connection)
  const partial = `${file}.partial`
  await rm(partial, { force: true })
  // chats are nobody else's business
  await writeFile(partial, '', { mode: 0o600 })
  try {
    if (connection.engine === 'sqlite') await sql`vacuum into ${partial}`.execute(connection.db)
    else await copyInto(partial, connection)
    const rows = await checkFile(partial)
    await sync(partial)
    await rename(partial, file)
    return rows
  } finally {
    for (const rest of ['', '-wal', '-shm']) await rm(`${partial}${rest}`, { force: true })
  }
}

async function copyInto(file: string, from: Connection): Promise<void> {
  const to = connectSqlite(file)
  try {
    await migrate(to)
    await from.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((reading) =>
        to.db
          .transaction()
          .execute((writing) => copyTables({ engine: from, trx: reading }, { engine: to, trx: writing })),
      )
    // one file, which opens from a read-only disk too
    await sql`pragma journal_mode = delete`.execute(to.db)
  } finally {
    await to.close()
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
