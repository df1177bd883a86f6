import { type Goods, type OneWay, priceOneWay, type Saving } from './basket-way.ts'
import { toFen } from './money.ts'
import type { AddOn, Coupon, Gift, Promotion, Step } from './store/offer-policy.ts'

/** What may lower a basket's price here and now. Every promotion has a rule. */
export interface Offers {
  readonly promotions: readonly Promotion[]
  readonly steps: readonly Step[]
  readonly coupons: readonly Coupon[]
  readonly addOns: readonly AddOn[]
  readonly gifts: readonly Gift[]
  readonly member?: OneWay['member']
}

export interface PricedBasket {
  /** At the prices on the page. */
  readonly pageFen: number
  /** To pay for the goods; postage is another matter. */
  readonly totalFen: number
  readonly savings: readonly Saving[]
  readonly gifts: readonly Gift[]
  /** What to put into the cart. */
  readonly cart: readonly Goods[]
  /** What was wanted beyond what one person may buy. */
  readonly beyond: readonly Goods[]
}

/**
 * What a basket costs in one order, with the cheapest of the ways its rules allow. In this order: promotions (those that stack, with the
 * member price, or one that does not), 满减 by the highest step reached, at most one coupon; at most one add-on offer, whose pieces count for nothing else.
 * 满减, coupon and add-on all look at the goods after promotions and member price; a gift at what is paid.
 */
export function priceBasket(wanted: readonly Goods[], offers: Offers): PricedBasket {
  const cart = wanted.map((goods) => ({ ...goods, count: Math.min(goods.count, goods.most ?? goods.count) }))
  let best: { totalFen: number; savings: Saving[] } | undefined
  for (const addOn of [undefined, ...offers.addOns.filter(({ product }) => cart.some(({ id }) => id === product))]) {
    for (const way of waysOf(offers)) {
      for (const coupon of [undefined, ...offers.coupons]) {
        const priced = priceOneWay(cart, addOn, way, offers.steps, coupon)
        if (priced && (!best || priced.totalFen < best.totalFen)) best = priced
      }
    }
  }
  const { totalFen, savings } = best!
  return {
    pageFen: cart.reduce((sum, { fen, count }) => sum + fen * count, 0),
    totalFen,
    savings,
    gifts: totalFen > 0 ? offers.gifts.filter(({ minSpend }) => totalFen >= toFen(minSpend ?? 0)) : [],
    cart: cart.filter(({ count }) => count > 0),
    beyond: wanted.flatMap((goods, index) => {
      const count = goods.count - cart[index]!.count
      return count > 0 ? [{ ...goods, count }] : []
    }),
  }
}

function waysOf({ promotions, member }: Offers): OneWay[] {
  const together = promotions.filter(({ stackable }) => stackable)
  const alone = promotions.filter(({ stackable }) => !stackable)
  return [{ promotions: together, member }, ...alone.map((one) => ({ promotions: [one], member: undefined }))]
}
