import { type Catalogue, costAtHand, type Store } from '../policy/index.ts'
import type { CostOf } from './conceded.ts'

/** What goods cost in a store, as far as a talk alone tells: offers of one channel only, and a member's price, are not known to it. */
export function costsIn(store: Store, catalogue: Catalogue): CostOf {
  return ({ product, slots, locale }, at) =>
    product === undefined || at === undefined
      ? undefined
      : costAtHand({ store, catalogue, productId: product, slots, locale, channel: '', now: at })
}
