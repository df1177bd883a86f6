import type { Card } from './card.ts'
import { cardToldAt, isOld } from './facts/is-old.ts'
import { localTime } from './local-time.ts'
import type { Store } from './store-policy.ts'
import { AGING, type Aging } from './told-at.ts'

/** Which of a card's price and stock are too old, now, to be said for sure; by the limits that hold everywhere, not those of a channel or region. */
export function staleFields(store: Store, now: number): (card: Card) => Aging[] {
  const situation = { channel: '', region: undefined, zone: undefined, day: localTime(now, store.timezone).day }
  const know = { store, situation, input: { now } }
  const hasStock = (card: Card) => card.variants.some(({ stock }) => stock !== undefined)
  return (card) =>
    AGING.filter((field) => (field === 'price' || hasStock(card)) && isOld(know, field, cardToldAt(know, field, card)))
}
