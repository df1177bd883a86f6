import { HuashuError } from '../../protocol/index.ts'

/** One page of a list that does not change while the process lives; the cursor is opaque to clients. */
export function pageOf<T>(
  list: readonly T[],
  cursor: string | undefined,
  limit: number,
): { items: readonly T[]; next: { cursor?: string } } {
  const given = cursor === undefined ? '0' : Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{1,9}$/.test(given)) throw new HuashuError('bad_request', 'query.cursor: not one this gateway gave out')
  const from = Number(given)
  const to = from + limit
  const next = to < list.length ? { cursor: Buffer.from(String(to)).toString('base64url') } : {}
  return { items: list.slice(from, to), next }
}
