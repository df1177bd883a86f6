import { SLOTS, type SlotName } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, printable } from './resolver.ts'

/**
 * What people of the store have told where its files say nothing: for one product, or without one for all of the store. Never above what the files or a
 * calculator know.
 */
export type ToldFacts = (slot: SlotName, product: string | undefined, locale: Locale) => string | undefined

/** How far a slot's value may reach when a person tells it: `product` a product or the whole store, `store` the whole store, `chat` one talk only. */
export type Reach = 'product' | 'store' | 'chat'

/**
 * How far what is told of a slot may reach at the most; undefined = nobody tells it: the shopper's own words, the store's voice, personal data and switches. What is
 * worked out from a talk holds in that talk alone.
 */
export function reachOfSlot(slot: SlotName): Reach | undefined {
  const spec = SLOTS[slot]
  if ('shows' in spec || 'personal' in spec) return undefined
  if (spec.from === 'product') return 'product'
  if (spec.from === 'policy') return 'store'
  return spec.from === 'calc' || spec.from === 'order' ? 'chat' : undefined
}

/** The value of a slot that nothing else knows: as told in this talk, else for the product, else for the store. */
export function toldFact(slot: SlotName, know: Knowledge): Fact | undefined {
  const { live, told } = know.input
  const said = live?.slots?.[slot]
  if (said === undefined && !told) return undefined
  const { from } = SLOTS[slot]
  if (reachOfSlot(slot) === undefined || from === 'message' || from === 'persona') return undefined
  return fact(from, printable(said ?? told?.(slot, know.card?.id, know.locale)))
}
