import { settle } from '../limited.ts'
import { ageMs, type FreshnessPolicy } from '../store/freshness-policy.ts'
import type { Knowledge } from './knowledge.ts'

/** True when what was told at `asOf` is older than the store's limit; what was told at no known time never is. */
export function isOld(
  know: Pick<Knowledge, 'store' | 'situation' | 'input'>,
  field: keyof FreshnessPolicy,
  asOf: string | undefined,
): boolean {
  if (asOf === undefined) return false
  const limit = settle(know.store.freshness[field], know.situation)
  return limit !== undefined && know.input.now - Date.parse(asOf) > ageMs(limit)
}
