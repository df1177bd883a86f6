import { CUSTOMER_TYPES, type CustomerType } from '../intents/index.ts'
import type { State } from '../protocol/index.ts'
import type { Traits } from '../scripts/index.ts'

/** From this score on a shopper is spoken to as one of a type. */
const CLEAR = 0.3

/** What the shopper seems to be, surest first. */
export function clearTypes({ types }: State): CustomerType[] {
  return types.flatMap(({ id, score }) => (score >= CLEAR && isCustomerType(id) ? [id] : []))
}

/** The surest of the types a script is written for that the shopper seems to be, with its evidence. */
export function typeMet({ types }: Traits, seen: State['types']): State['types'][number] | undefined {
  return types.length === 0 ? undefined : seen.find(({ id }) => (types as readonly string[]).includes(id))
}

function isCustomerType(id: string): id is CustomerType {
  return id in CUSTOMER_TYPES
}
