import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Database } from '../ports.ts'
import { migrate } from './database/migrations.ts'
import { createQueries } from './database/queries.ts'
import type { Tables } from './database/tables.ts'

/** A call of the `Database` port on its way into the thread, and its outcome on the way back. */
export interface Call {
  readonly id: number
  readonly method: keyof Database
  readonly args: readonly unknown[]
}
export type Outcome = { readonly id: number } & ({ readonly value: unknown } | { readonly error: unknown })

async function open(dataDir: string): Promise<Database> {
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

/** Serves the calls of `openSqlite`, one after the other as they come. The first outcome, id 0, tells whether the database is open. */
async function serve(port: MessagePort): Promise<void> {
  const answer = (outcome: Outcome) => port.postMessage(outcome)
  let database: Database
  try {
    database = await open(workerData as string)
  } catch (error) {
    answer({ id: 0, error })
    return
  }
  port.on('message', ({ id, method, args }: Call) => {
    const run = database[method] as (...args: readonly unknown[]) => Promise<unknown>
    run(...args).then(
      (value) => {
        answer({ id, value })
        if (method === 'close') port.close()
      },
      (error: unknown) => answer({ id, error }),
    )
  })
  answer({ id: 0, value: undefined })
}

if (parentPort) await serve(parentPort)
