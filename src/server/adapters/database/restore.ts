import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { checkFile, checkPages } from './check-file.ts'
import { type Connection, write } from './connection.ts'
import { copyTables, countRows } from './copy-tables.ts'
import { DataFault } from './data-fault.ts'
import { fileIn, lockWriter } from './lock-writer.ts'
import { isOurs, migrate, NewerDatabase } from './schema.ts'
import { connectSqlite } from './sqlite.ts'
import { KEYS } from './tables.ts'

/** The place is taken: nothing is overwritten unless it is asked for. */
export class NotEmpty extends DataFault {
  constructor(rows: number) {
    super(`there are ${rows} rows already: --replace puts the backup in their place`)
    this.name = 'NotEmpty'
  }
}

/**
 * Puts a backup into the embedded database of a folder, all or nothing; returns the number of rows. No gateway may be running on it.
 * @throws NotEmpty, DataFault when the backup is damaged or of a newer version
 */
export async function restoreEmbedded(file: string, dataDir: string, replace: boolean): Promise<number> {
  const unlock = lockWriter(dataDir)
  try {
    const target = fileIn(dataDir)
    if (existsSync(target)) await makeWay(target, replace)
    return await withCopy(file, dataDir, async (copy, rows) => {
      // of a database that was moved away: they belong to no other
      for (const rest of ['-wal', '-shm']) await rm(`${target}${rest}`, { force: true })
      await rename(copy, target)
      return rows
    })
  } finally {
    unlock()
  }
}

/** Puts a backup into PostgreSQL in one transaction, all or nothing; returns the number of rows. @throws as `restoreEmbedded` does */
export async function restorePostgres(
  file: string,
  temporaryDir: string,
  to: Connection,
  replace: boolean,
): Promise<number> {
  await migrate(to)
  return withCopy(file, temporaryDir, async (copy) => {
    const from = connectSqlite(copy, { readOnly: true })
    try {
      return await write(to, async (trx) => {
        const rows = await countRows(trx)
        if (rows > 0 && !replace) throw new NotEmpty(rows)
        if (rows > 0) await sql`truncate ${sql.join(Object.keys(KEYS).map((table) => sql.table(table)))}`.execute(trx)
        return copyTables({ engine: from, trx: from.db }, { engine: to, trx })
      })
    } finally {
      await from.close()
    }
  })
}

/** Works on a copy of the backup that is brought up to date and checked; the backup itself stays as it is. */
async function withCopy<T>(file: string, folder: string, work: (copy: string, rows: number) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new DataFault(`there is no file ${file}`)
  const temporary = await mkdtemp(join(folder, 'restore-'))
  try {
    const copy = join(temporary, 'huashu.db')
    await copyFile(file, copy)
    await upgrade(copy, file)
    return await work(copy, await checkFile(copy))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function upgrade(copy: string, file: string): Promise<void> {
  checkPages(copy, file)
  const connection = connectSqlite(copy)
  try {
    if (!(await isOurs(connection))) throw new DataFault(`${file} is no backup of Huashu`)
    await migrate(connection)
    // one file again
    await sql`pragma journal_mode = delete`.execute(connection.db)
  } finally {
    await connection.close()
  }
}

/** Leaves of the database that is to be replaced one file, which a rename replaces at once. */
async function makeWay(target: string, replace: boolean): Promise<void> {
  try {
    const connection = connectSqlite(target)
    try {
      // one that is to be replaced may be of any version
      if (!replace) await migrate(connection)
      const rows = replace ? 0 : await countRows(connection.db)
      if (rows > 0) throw new NotEmpty(rows)
      await sql`pragma journal_mode = delete`.execute(connection.db)
    } finally {
      await connection.close()
    }
  } catch (cause) {
    if (cause instanceof NotEmpty || cause instanceof NewerDatabase) throw cause
    const reason = cause instanceof Error ? cause.message : cause
    throw new DataFault(
      `there is a database already that cannot be replaced: ${reason}. If it is damaged, move it away, with its -wal and -shm files`,
      { cause },
    )
  }
}
