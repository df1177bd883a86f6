import type { Card } from '../card.ts'
import { settle } from '../limited.ts'
import { ageMs, type FreshnessPolicy, USUAL_AGE } from '../store/freshness-policy.ts'
import { toldAt } from '../told-at.ts'
import type { Knowledge } from './knowledge.ts'

type Known = Pick<Knowledge, 'store' | 'situation'> & { readonly input: Pick<Knowledge['input'], 'now'> }

/** True when what was told at `asOf` is older than the store's limit; what was told at no known time never is. */
export function isOld(know: Known, field: keyof FreshnessPolicy, asOf: string | undefined): boolean {
  if (asOf === undefined) return false
  const limit = settle(know.store.freshness[field], know.situation) ?? USUAL_AGE[field]
  return know.input.now - Date.parse(asOf) > ageMs(limit)
}

/** As of when a card tells a field that may grow old: by its own word, or since it was handed in where the store has set a limit. */
export function cardToldAt(know: Known, field: keyof FreshnessPolicy, card: Card | undefined): string | undefined {
  const isLimited = settle(know.store.freshness[field], know.situation) !== undefined
  return (card && toldAt(card, field)) ?? (isLimited ? card?.writtenAt : undefined)
}
