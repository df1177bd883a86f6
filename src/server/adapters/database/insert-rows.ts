import type { Insertable, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Rows per statement: ten columns each at most, well below every engine's limit of parameters. */
export const ROWS = 512

/**
 * The pieces in which rows go into one statement: of 512, 256, 128 … rows. A statement is prepared once and kept, and one of some hundred rows takes as many
 * kilobytes: there are not to be as many as batches have sizes.
 */
export function* pieces<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0, size = ROWS; from < rows.length; size /= 2) {
    for (; rows.length - from >= size; from += size) yield rows.slice(from, from + size)
  }
}

/** Inserts rows that are not there yet. */
export async function insertRows<T extends keyof Tables>(
  trx: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (const piece of pieces(rows)) await trx.insertInto(table).values(piece).execute()
}
