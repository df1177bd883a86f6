import type { Category } from './card.ts'
import { holds, type Situation } from './limited.ts'
import type { AddOn, Coupon, Gift, Promotion } from './store/offer-policy.ts'
import type { Store } from './store-policy.ts'

/** What of a product decides whether a promotion means it. */
export interface Covered {
  readonly id: string
  readonly category: Category
}

/** True when a promotion means these goods; one without products and categories means all. Unknown goods are in no limited promotion. */
export function covers({ categories, products }: Promotion, goods: Covered | undefined): boolean {
  if (!categories && !products) return true
  if (!goods) return false
  return (categories?.includes(goods.category) ?? false) || (products?.includes(goods.id) ?? false)
}

/** The promotions that run here and now, as the store orders them. */
export function promotionsAt({ promotions }: Pick<Store, 'promotions'>, at: Situation): Promotion[] {
  return promotions.filter((one) => holds(one.when, at))
}

/** The first promotion for these goods that is still to come; only what is in the calendar (C53). */
export function nextPromotion(
  { promotions }: Pick<Store, 'promotions'>,
  at: Situation,
  goods: Covered | undefined,
): Promotion | undefined {
  const coming = promotions.filter(
    (one) => one.when.from > at.day && holds({ ...one.when, from: at.day }, at) && covers(one, goods),
  )
  return coming.sort((a, b) => (a.when.from < b.when.from ? -1 : 1))[0]
}

/** The gifts that run here and now and are not used up. */
export function giftsAt({ gifts }: Pick<Store, 'gifts'>, at: Situation): Gift[] {
  return gifts.filter((one) => one.stock !== 0 && holds(one.when, at))
}

export function couponsAt({ coupons }: Pick<Store, 'coupons'>, at: Situation): Coupon[] {
  return coupons.filter((one) => holds(one.when, at))
}

export function addOnsAt({ addOns }: Pick<Store, 'addOns'>, at: Situation): AddOn[] {
  return addOns.filter((one) => holds(one.when, at))
}
