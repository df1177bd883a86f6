import type { Insertable, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Rows per statement: ten columns each at most, well below every engine's limit of parameters. */
export const ROWS = 500

/** The pieces in which rows go into one statement. */
export function* pieces<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS)
}

/** Inserts rows that are not there yet. */
export async function insertRows<T extends keyof Tables>(
  trx: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (const piece of pieces(rows)) await trx.insertInto(table).values(piece).execute()
}
