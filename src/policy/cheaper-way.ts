import { type Offers, type PricedBasket, priceBasket } from './basket.ts'
import type { Goods } from './basket-way.ts'

/** Another way to get everything wanted: one more piece that makes it no dearer, or two orders that cost less. */
export interface CheaperWay {
  readonly orders: readonly PricedBasket[]
  /** Goods and, when it is known, postage of all orders. */
  readonly totalFen: number
  readonly withPostage: boolean
  /** Against the basket as it was wanted; 0 when the shopper gets `added` for the same money. */
  readonly savedFen: number
  readonly added?: Goods
}

/** Postage of one order. */
export type PostageOf = (basket: PricedBasket) => number

/** Splitting more pieces than this is more work for a shopper than it is worth, and the ways to do it double with each. */
const MOST_SPLIT_PIECES = 6

/**
 * The cheapest legal alternative to a basket, or undefined when there is none. `extras` are goods the shopper might add (count 1). Two orders are
 * thought of only where postage is known, for each pays its own; a coupon serves one of them.
 */
export function cheaperWay(
  wanted: readonly Goods[],
  offers: Offers,
  extras: readonly Goods[],
  postage?: PostageOf,
): CheaperWay | undefined {
  const paid = (basket: PricedBasket) => basket.totalFen + (postage?.(basket) ?? 0)
  const base = priceBasket(wanted, offers)
  const baseFen = paid(base)
  const withPostage = postage !== undefined
  let best: CheaperWay | undefined
  const consider = (orders: readonly PricedBasket[], added?: Goods) => {
    const totalFen = orders.reduce((sum, order) => sum + paid(order), 0)
    const better = best ? totalFen < best.totalFen : added ? totalFen <= baseFen : totalFen < baseFen
    if (better) best = { orders, totalFen, withPostage, savedFen: baseFen - totalFen, ...(added ? { added } : {}) }
  }
  for (const { goods, basket } of withOneMore(base.cart, extras)) consider([priceBasket(basket, offers)], goods)
  if (postage) for (const halves of splits(base.cart)) for (const orders of bothOrders(halves, offers)) consider(orders)
  return best
}

function* withOneMore(cart: readonly Goods[], extras: readonly Goods[]): Generator<{ goods: Goods; basket: Goods[] }> {
  for (const goods of cart) {
    if (goods.count >= (goods.most ?? Number.POSITIVE_INFINITY)) continue
    const more = { ...goods, count: goods.count + 1 }
    yield { goods: { ...goods, count: 1 }, basket: cart.map((other) => (other === goods ? more : other)) }
  }
  for (const extra of extras)
    if (extra.most !== 0 && !cart.some(({ id }) => id === extra.id)) yield { goods: extra, basket: [...cart, extra] }
}

/** Every way to part the pieces into two orders. */
function* splits(cart: readonly Goods[]): Generator<readonly [Goods[], Goods[]]> {
  const pieces = cart.reduce((sum, { count }) => sum + count, 0)
  if (pieces < 2 || pieces > MOST_SPLIT_PIECES) return
  const ways = cart.reduce((product, { count }) => product * (count + 1), 1)
  for (let way = 1; way < ways - 1; way += 1) {
    let code = way
    const first = cart.map(({ count }) => {
      const taken = code % (count + 1)
      code = Math.floor(code / (count + 1))
      return taken
    })
    const half = (counts: (index: number) => number) =>
      cart.map((goods, index) => ({ ...goods, count: counts(index) })).filter(({ count }) => count > 0)
    yield [half((index) => first[index]!), half((index) => cart[index]!.count - first[index]!)]
  }
}

/** Prices both halves with each coupon kept for one of them. */
function* bothOrders([one, other]: readonly [Goods[], Goods[]], offers: Offers): Generator<PricedBasket[]> {
  for (const coupon of [undefined, ...offers.coupons]) {
    const mine = coupon ? [coupon] : []
    const rest = offers.coupons.filter((left) => left !== coupon)
    yield [priceBasket(one, { ...offers, coupons: mine }), priceBasket(other, { ...offers, coupons: rest })]
  }
}
