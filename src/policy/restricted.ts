import type { Category } from './card.ts'
import type { Localised } from './localised.ts'
import type { ShippingPolicy } from './store/shipping-policy.ts'

/** Where a parcel goes: the zone's id and the region as it was named. */
export interface Destination {
  readonly zone: string
  readonly region: string | undefined
}

/** Why these goods may not go there, or undefined when they may. */
export function restrictedBy(
  { restricted }: Pick<ShippingPolicy, 'restricted'>,
  goods: { readonly id: string; readonly category: Category },
  to: Destination,
): Localised | undefined {
  return restricted.find(
    (rule) => rule.categories.includes(goods.category) && !rule.except.includes(goods.id) && names(rule.to, to),
  )?.why
}

/** The first rule that keeps some goods from there: the answer depends on the goods. */
export function restrictsSome(
  { restricted }: Pick<ShippingPolicy, 'restricted'>,
  to: Destination,
): ShippingPolicy['restricted'][number] | undefined {
  return restricted.find((rule) => names(rule.to, to))
}

function names(places: readonly string[], { zone, region }: Destination): boolean {
  return places.some((place) => place === zone || place === region)
}
