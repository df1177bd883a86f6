import { type Card, priceOf } from '../card.ts'
import { isForReceiver } from '../for-receiver.ts'
import { sayAll } from '../localised.ts'
import { toFen } from '../money.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { nameOf } from './product.ts'
import { fact, type Resolver, type Resolvers } from './resolver.ts'

/** A shelf's cards from the nearest price outwards. `shelf` runs from the cheapest up, so two fingers walk from the card's own place. */
function* nearestInPrice(shelf: readonly Card[], card: Card): Generator<Card> {
  const own = priceOf(card)
  let up = shelf.findIndex((other) => priceOf(other) >= own)
  if (up < 0) up = shelf.length
  let down = up - 1
  while (down >= 0 || up < shelf.length) {
    const below = down >= 0 ? own - priceOf(shelf[down]!) : Number.POSITIVE_INFINITY
    const above = up < shelf.length ? priceOf(shelf[up]!) - own : Number.POSITIVE_INFINITY
    yield shelf[below < above ? down-- : up++]!
  }
}

/** Products of the same type that can be bought, nearest in price first, inside the budget the shopper named. */
export function similar(know: Knowledge, count: number, wanted: (other: Card, own: Card) => boolean): Card[] {
  const { card } = know
  const found: Card[] = []
  if (!card) return found
  const budget = budgetOf(know)
  for (const other of nearestInPrice(know.input.catalogue.byCategory(card.category), card)) {
    if (other.id === card.id || other.type !== card.type || priceOf(other) > budget) continue
    if (!wanted(other, card) || !know.available(other) || nameOf(other, know) === undefined) continue
    if (found.push(other) === count) break
  }
  return found
}

function budgetOf(know: Knowledge): number {
  return Number(know.said('budget')?.value ?? Number.POSITIVE_INFINITY)
}

function alternatives(know: Knowledge): Fact | undefined {
  const names = similar(know, 2, () => true).map((other) => nameOf(other, know)!)
  return fact('calc', sayAll(names, know.locale))
}

function cheaper(know: Knowledge): Fact | undefined {
  const [other] = similar(know, 1, (one, own) => priceOf(one) < priceOf(own))
  if (!other) return undefined
  const name = nameOf(other, know)
  const price = know.money(toFen(priceOf(other)))
  return fact('calc', know.locale === 'zh' ? `${name}（${price}）` : `${name} (${price})`, other.id)
}

/** Products the store names when asked what is popular or new: three at most, in stock, inside the shopper's budget and fit for whom they are bought. */
function picks(field: 'hotItems' | 'newItems'): Resolver {
  return (know) => {
    const cards = (know.settle(know.store[field]) ?? []).flatMap((id) => know.input.catalogue.get(id) ?? [])
    const receiver = know.said('receiver')?.value.toString()
    const fitting = cards.filter(
      (card) => priceOf(card) <= budgetOf(know) && know.available(card) && isForReceiver(card.category, receiver),
    )
    const names = fitting.flatMap((card) => nameOf(card, know) ?? [])
    return fact('policy', sayAll(names.slice(0, 3), know.locale))
  }
}

export const SIMILAR: Resolvers = {
  alternatives,
  cheaper,
  'hot.items': picks('hotItems'),
  'new.items': picks('newItems'),
}
