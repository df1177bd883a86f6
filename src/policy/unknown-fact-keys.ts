import { isSlotName } from '../intents/index.ts'
import { Facts, OrderFacts, ShopperFacts } from '../protocol/index.ts'
import { Card } from './card.ts'
import { reachOfSlot } from './facts/told.ts'

const SHOPPER = new Set([...Object.keys(ShopperFacts.shape), 'region', 'age', 'foot_length', 'chest', 'waist', 'hip'])
const PARTS: Record<string, ReadonlySet<string>> = {
  product: new Set(Object.keys(Card.shape)),
  order: new Set(Object.keys(OrderFacts.shape)),
  shopper: SHOPPER,
}
const TOP = new Set(Object.keys(Facts.shape))

/** The live facts that no slot reads, as `fact.<key>` or `fact.order.<key>`: the client is told, nothing is dropped silently. */
export function unknownFactKeys(facts: Facts): string[] {
  const unknown = Object.keys(facts).filter((key) => !TOP.has(key))
  for (const slot of Object.keys(facts.slots ?? {})) {
    if (!isSlotName(slot) || reachOfSlot(slot) === undefined) unknown.push(`slots.${slot}`)
  }
  for (const [part, known] of Object.entries(PARTS)) {
    const given = facts[part]
    if (typeof given !== 'object' || given === null) continue
    for (const key of Object.keys(given)) if (!known.has(key)) unknown.push(`${part}.${key}`)
  }
  return unknown.map((key) => `fact.${key}`)
}
