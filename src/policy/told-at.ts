import type { FreshnessPolicy } from './store/freshness-policy.ts'

/** What of the goods grows old, each at its own pace. */
export const AGING = ['price', 'stock'] as const satisfies readonly (keyof FreshnessPolicy)[]
export type Aging = (typeof AGING)[number]

/** As of when something is told: `asOf` prices and stock alike, or each by itself where only one of them was told since. */
export interface Dated {
  readonly asOf?: string | undefined
  readonly priceAsOf?: string | undefined
  readonly stockAsOf?: string | undefined
}

/** As of when one of the two is told. */
export function toldAt(dated: Dated, field: Aging): string | undefined {
  return dated[`${field}AsOf`] ?? dated.asOf
}

/** The shortest way to say these two times. */
export function datesOf(price: string | undefined, stock: string | undefined): Dated {
  if (price === stock) return price === undefined ? {} : { asOf: price }
  return {
    ...(price === undefined ? {} : { priceAsOf: price }),
    ...(stock === undefined ? {} : { stockAsOf: stock }),
  }
}
