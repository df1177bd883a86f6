import fc from 'fast-check'
import { AddOn, Coupon, type Goods, type Offers, Promotion } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'

const WHEN = { from: '2026-01-01', to: '2026-12-31' }

export function promotion(id: string, fields: object): Promotion {
  return Promotion.parse({ id, name: id, text: id, when: WHEN, ...fields })
}

export function coupon(minSpend: number, amount: number): Coupon {
  return Coupon.parse({ id: `c${minSpend}-${amount}`, minSpend, amount, when: WHEN })
}

export function addOn(product: string, price: number, minSpend: number, pieces = 1): AddOn {
  return AddOn.parse({ id: `a-${product}`, product, price, minSpend, pieces, when: WHEN })
}

export function goods(id: string, yuan: number, count = 1, more: Partial<Goods> = {}): Goods {
  return { id, name: id, category: 'clothing', fen: Math.round(yuan * 100), special: false, count, ...more }
}

export const NO_OFFERS: Offers = { promotions: [], steps: [], coupons: [], addOns: [], gifts: [] }

const tiers = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 70, max: 95 })).map(([pieces, share]) => ({
  rule: {
    kind: 'tiers',
    tiers: [
      { pieces, share: share / 100 },
      { pieces: pieces + 1, share: (share - 10) / 100 },
    ],
  },
}))
const group = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.constantFrom(0, 0.5, 0.8))
  .map(([of, share]) => ({ rule: { kind: 'group', of, reduced: 1, share } }))
const bundle = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 20, max: 150 }))
  .map(([pieces, price]) => ({ stackable: false, rule: { kind: 'bundle', pieces, price } }))

/** Small baskets: up to three products, up to five pieces in all. */
export const baskets: fc.Arbitrary<Goods[]> = fc
  .array(
    fc.record({
      yuan: fc.integer({ min: 100, max: 9000 }).map((fen) => fen / 100),
      count: fc.integer({ min: 1, max: 3 }),
      special: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map(({ yuan, count, special }, at) => goods(`p${at}`, yuan, count, { special })))
  .filter((list) => list.reduce((sum, { count }) => sum + count, 0) <= 5)

/** Everything a store may run at once. */
export const offers: fc.Arbitrary<Offers> = fc
  .record({
    promotions: fc.array(fc.tuple(fc.oneof(tiers, group, bundle), fc.boolean(), fc.boolean()), { maxLength: 3 }),
    firstStep: fc.option(fc.integer({ min: 20, max: 120 })),
    coupons: fc.array(fc.tuple(fc.integer({ min: 10, max: 150 }), fc.integer({ min: 1, max: 10 })), { maxLength: 2 }),
    addOn: fc.option(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 10, max: 100 }))),
    level: fc.option(fc.constantFrom(...STORE.member.levels)),
  })
  .map(({ promotions, firstStep, coupons, addOn: extra, level }) => ({
    promotions: promotions.map(([fields, stackable, special], at) =>
      promotion(`p${at}`, { stackable, special, ...fields }),
    ),
    steps:
      firstStep === null
        ? []
        : [
            { over: firstStep, minus: firstStep / 10 },
            { over: firstStep * 2, minus: firstStep / 4 },
          ],
    coupons: coupons.map(([minSpend, amount]) => coupon(minSpend, amount)),
    addOns: extra ? [addOn('p1', extra[0], extra[1])] : [],
    gifts: [],
    member: level ? { policy: STORE.member, level } : undefined,
  }))
