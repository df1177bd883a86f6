import { HuashuError } from '../../protocol/index.ts'

/** One page of a list that does not change while the process lives; the cursor is opaque to clients. */
export function pageOf<T>(
  list: readonly T[],
  cursor: string | undefined,
  limit: number,
): { items: readonly T[]; next: { cursor?: string } } {
  const from = placeIn(cursor) ?? 0
  const to = from + limit
  return { items: list.slice(from, to), next: to < list.length ? { cursor: cursorAt(to) } : {} }
}

export function cursorAt(place: number): string {
  return Buffer.from(String(place)).toString('base64url')
}

/** The place that a cursor stands for. @throws HuashuError `bad_request` */
export function placeIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  const given = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{1,9}$/.test(given)) throw new HuashuError('bad_request', 'query.cursor: not one this gateway gave out')
  return Number(given)
}
