import { type Offers, type PricedBasket, priceBasket } from '../basket.ts'
import type { Goods } from '../basket-way.ts'
import { type Card, priceOf } from '../card.ts'
import { toFen } from '../money.ts'
import { addOnsAt, couponsAt, covers, giftsAt, promotionsAt } from '../offers.ts'
import type { Knowledge } from './knowledge.ts'
import { memberStanding } from './member.ts'
import { cardOf, pieces } from './parcel.ts'
import { pricesFen } from './product.ts'

/** The goods and offers a basket is worked out from, and its price; `offers` are those that run for this shopper here and now. */
export interface BasketAt {
  readonly goods: readonly Goods[]
  readonly offers: Offers
  readonly priced: PricedBasket
}

/**
 * The basket at hand: an order that waits for payment, else the pieces asked for of the product at hand. Undefined when a price still depends on the choice or
 * a promotion that means these goods says in words only what it does (no total is better than a wrong one), and when nothing of it is left.
 */
export function basketAt(know: Knowledge): BasketAt | undefined {
  return know.once('basket', () => {
    const goods = ordered(know) ?? asked(know)
    if (!goods || !countable(goods)) return undefined
    const at = know.situation
    const promotions = promotionsAt(know.store, at).filter((one) => goods.some((each) => covers(one, each)))
    if (promotions.some(({ rule }) => rule === undefined)) return undefined
    const level = memberStanding(know)?.level
    const offers: Offers = {
      promotions,
      steps: know.settle(know.store.discount.steps) ?? [],
      coupons: couponsAt(know.store, at),
      addOns: addOnsAt(know.store, at),
      gifts: giftsAt(know.store, at),
      member: level && { policy: know.store.member, level },
    }
    const priced = priceBasket(goods, offers)
    return priced.cart.length === 0 ? undefined : { goods, offers, priced }
  })
}

/** More pieces than this are a matter of wholesale, where prices are agreed on. */
const MOST_PIECES = 200

function countable(goods: readonly Goods[]): boolean {
  const pieces = goods.reduce((sum, { count, most }) => sum + Math.min(count, most ?? count), 0)
  return goods.every(({ count }) => Number.isInteger(count) && count > 0) && pieces <= MOST_PIECES
}

/** The lines of an order not paid yet; undefined when one of them is unknown or costs what the cards do not say. */
function ordered(know: Knowledge): Goods[] | undefined {
  const order = know.purchase
  if (order?.status !== 'created' || !order.lines?.length) return undefined
  const goods = order.lines.flatMap((line) => {
    const card = cardOf(line, know)
    const variant = card?.variants.find(({ sku }) => sku === line.sku)
    return card ? [goodsOf(card, toFen(priceOf(card, variant)), line.quantity ?? 1, undefined)] : []
  })
  return goods.length === order.lines.length ? goods : undefined
}

function asked(know: Knowledge): Goods[] | undefined {
  const { card } = know
  const [fen, ...more] = pricesFen(know)
  if (!card || fen === undefined || more.length > 0 || know.chosen.missing) return undefined
  return [goodsOf(card, fen, pieces(know), stockOf(card, know))]
}

export function goodsOf(card: Card, fen: number, count: number, stock: number | undefined): Goods {
  const { id, category, shortName: name, specialPrice, perPerson } = card
  const limits = [perPerson, stock].filter((limit) => limit !== undefined)
  const most = limits.length === 0 ? undefined : Math.min(...limits)
  return { id, name, category, fen, special: specialPrice !== undefined, count, most }
}

/** What is left of the variants asked for, as far as every count is known. */
function stockOf(card: Card, know: Knowledge): number | undefined {
  const counts = (card.variants.length === 0 ? [] : know.chosen.variants).map((variant) => know.stockOf(variant))
  if (counts.length === 0 || counts.includes(undefined)) return undefined
  return counts.reduce((sum: number, count) => sum + count!, 0)
}
