import type { Kysely, Transaction } from 'kysely'
import type { NumberedTable, Tables } from './tables.ts'

/** An open database, with what its engine has to do in a way of its own. Everything else is said in queries that both engines understand. */
export interface Connection {
  readonly engine: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  /** Waits until no other writer is in a transaction, and keeps others waiting until this one ends. */
  takeTurn(trx: Transaction<Tables>): Promise<void>
  /** The highest place a numbered table has given out, and the way to set it, so that a copy gives out none of them again. */
  highestPlace(trx: Kysely<Tables>, table: NumberedTable): Promise<number>
  setHighestPlace(trx: Kysely<Tables>, table: NumberedTable, place: number): Promise<void>
  /** Overwrites what was deleted, as far as the engine can be told to. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** Writes in one transaction, after the writers before it: all or nothing, and in the log's order. */
export function write<T>({ db, takeTurn }: Connection, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await takeTurn(trx)
    return work(trx)
  })
}
