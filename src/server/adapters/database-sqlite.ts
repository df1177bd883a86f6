import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Database } from '../ports.ts'
import { migrate } from './database/migrations.ts'
import { createQueries } from './database/queries.ts'
import type { Tables } from './database/tables.ts'

/**
 * Opens (or makes) the embedded database in `dataDir`.
 * @throws Error when another process writes to this folder.
 */
export async function openSqlite(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true })
  const unlock = lockWriter(dataDir)
  try {
    const connection = new DatabaseSync(join(dataDir, 'huashu.db'))
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000')
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(connection) }) })
    await migrate(db)
    return createQueries(db, async () => {
      await db.destroy()
      unlock()
    })
  } catch (error) {
    unlock()
    throw error
  }
}

/** One writer per folder. The lock is an open transaction on a file beside the data: the system frees it however the process ends. */
function lockWriter(dataDir: string): () => void {
  const lock = new DatabaseSync(join(dataDir, 'writer.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new Error(`another process already writes to ${dataDir}: stop it, or give this one another DATA_DIR`, {
      cause,
    })
  }
  return () => lock.close()
}

/** The few calls of node:sqlite that kysely's dialect makes. Statements are prepared once: there are only so many, one per batch size. */
function forKysely(connection: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => connection.close(),
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      const statement = connection.prepare(sql)
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      const adapted: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
      prepared.set(sql, adapted)
      return adapted
    },
  }
}
