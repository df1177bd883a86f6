import type { Goods } from '../basket-way.ts'
import { type Card, priceOf } from '../card.ts'
import type { Catalogue } from '../catalogue.ts'
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

/** Sorting a large catalogue is the work of many turns: it is done once for each. */
const LADDERS = new WeakMap<Catalogue, readonly Priced[]>()

/** The goods that have one price, from the cheapest up. */
function ladderOf(catalogue: Catalogue): readonly Priced[] {
  const known = LADDERS.get(catalogue)
  if (known) return known
  const ladder = catalogue.all.flatMap(priced).sort((a, b) => a.fen - b.fen)
  LADDERS.set(catalogue, ladder)
  return ladder
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
  const rung = ladderOf(know.input.catalogue).find(({ card, fen }) => fen >= gapFen && addable(card, know))
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
