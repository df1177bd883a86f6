import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely'
import type { Connection } from './connection.ts'
import { DataFault } from './data-fault.ts'
import type { Tables } from './tables.ts'

export interface SqliteOptions {
  /** What is there is read and nothing written, beside a process that writes. */
  readonly readOnly?: boolean
  /** The most the file may grow to, in pages of 4 kB; then it behaves as on a full disk. */
  readonly maxPages?: number | undefined
}

/** Opens a SQLite file, or makes it. @throws DataFault when it is something else */
export function connectSqlite(path: string, { readOnly = false, maxPages }: SqliteOptions = {}): Connection {
  const file = new DatabaseSync(path, { readOnly, timeout: 2_000 })
  try {
    // what was erased or has expired is to be gone from the file too
    if (!readOnly) file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    if (maxPages !== undefined) file.exec(`PRAGMA max_page_count = ${maxPages}`)
  } catch (cause) {
    file.close()
    throw new DataFault(`${path} cannot be used: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(file) }) })
  return {
    engine: 'sqlite',
    db,
    // there is one connection, and kysely gives it to one transaction at a time
    takeTurn: async () => undefined,
    async highestPlace(trx, table) {
      const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(trx)
      return rows[0]?.seq ?? 0
    },
    async setHighestPlace(trx, table, place) {
      await sql`delete from sqlite_sequence where name = ${table}`.execute(trx)
      await sql`insert into sqlite_sequence (name, seq) values (${table}, ${place})`.execute(trx)
    },
    scrub: async () => file.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => db.destroy(),
  }
}

/** The few calls of node:sqlite that kysely's dialect makes. Statements are prepared once: there are only so many, one for each size of `pieces`. */
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
        run: (parameters) => {
          // a full disk ends a transaction by itself: there is nothing to roll back, and its error is the one to report
          if (sql === 'rollback' && !connection.isTransaction) return { changes: 0, lastInsertRowid: 0 }
          return statement.run(...values(parameters))
        },
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
      prepared.set(sql, adapted)
      return adapted
    },
  }
}
