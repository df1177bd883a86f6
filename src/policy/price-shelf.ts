import type { Card } from './card.ts'

/** Goods from the cheapest up, ties in the order in which they came. */
export interface Shelf {
  readonly cards: readonly Card[]
  /** Takes a card away and puts one where its price belongs; either may be absent. */
  replace(before: Card | undefined, after: Card | undefined): void
}

export function createShelf(given: readonly Card[], priceOf: (card: Card) => number): Shelf {
  const cards = given.toSorted((a, b) => priceOf(a) - priceOf(b))

  /** The first place whose card costs `price` or more. */
  function placeFor(price: number): number {
    let [low, high] = [0, cards.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (priceOf(cards[middle]!) < price) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    cards,
    replace(before, after) {
      const place = before ? cards.indexOf(before, placeFor(priceOf(before))) : -1
      if (place >= 0 && before && after && priceOf(before) === priceOf(after)) {
        cards[place] = after
        return
      }
      if (place >= 0) cards.splice(place, 1)
      if (after) cards.splice(placeFor(priceOf(after)), 0, after)
    },
  }
}
