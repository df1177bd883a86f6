import type { Goods } from '../basket-way.ts'
import { type Card, priceOf } from '../card.ts'
import { type Candidate, closingGoods } from '../closing-goods.ts'
import { toFen } from '../money.ts'
import { restrictedBy } from '../restricted.ts'
import { goodsOf } from './basket-at.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { nameOf } from './product.ts'
import { fact, type Resolvers } from './resolver.ts'
import { free } from './shipping.ts'

interface Priced {
  readonly card: Card
  readonly fen: number
}

function priced(card: Card): Priced[] {
  const prices = new Set([undefined, ...card.variants].map((variant) => toFen(priceOf(card, variant))))
  return prices.size === 1 ? [{ card, fen: [...prices][0]! }] : []
}

/** True when it may be added here: it is another product, there is some of it, it has a name and may go where the parcel goes. */
function addable(card: Card, know: Knowledge): boolean {
  const { region, zone } = know.place
  if (card.id === know.card?.id || !know.available(card) || nameOf(card, know) === undefined) return false
  return !zone || restrictedBy(know.store.shipping, card, { zone: zone.id, region }) === undefined
}

function companions(know: Knowledge): Priced[] {
  const cards = (know.card?.companions ?? []).flatMap(({ id }) => know.input.catalogue.get(id) ?? [])
  return cards.filter((card) => addable(card, know)).flatMap(priced)
}

/** One piece of each companion of the product at hand that may be added. */
export function companionGoods(know: Knowledge): Goods[] {
  return companions(know).map(({ card, fen }) => goodsOf(card, fen, 1, undefined))
}

/** `便携湿巾（19.9元）`: the cheapest thing that makes the parcel free. */
function freeItem(know: Knowledge): Fact | undefined {
  const shipping = free(know)
  if (shipping?.state !== 'gap') return undefined
  const { gapFen } = shipping
  const next = know.input.catalogue.ladder().find((card) => toFen(priceOf(card)) >= gapFen && addable(card, know))
  const rung = next && { card: next, fen: toFen(priceOf(next)) }
  const candidate = ({ card, fen }: Priced, companion: boolean): Candidate & { readonly card: Card } => ({
    id: card.id,
    fen,
    companion,
    card,
  })
  const found = closingGoods(gapFen, [
    ...companions(know).map((one) => candidate(one, true)),
    ...(rung ? [candidate(rung, false)] : []),
  ])
  if (!found) return undefined
  const name = nameOf(found.card, know)
  const price = know.money(found.fen)
  const gap = know.money(gapFen)
  const why = {
    zh: `差${gap}包邮，最省的一件`,
    en: `${gap} short of free shipping, the least that closes it`,
    ko: `무료배송까지 ${gap}, 가장 저렴한 상품`,
  }[know.locale]
  return fact('calc', know.locale === 'zh' ? `${name}（${price}）` : `${name} (${price})`, found.id, why)
}

export const FREE_ITEM: Resolvers = { 'free.item': freeItem }
