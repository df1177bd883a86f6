import { describe, expect, test } from 'vitest'
import { parseCards, parseStore } from '../../src/policy/index.ts'
import { readDemo } from './demo.ts'

const PROMOTION = { id: 'p', name: 'p', text: 'p', when: { from: '2026-01-01', to: '2026-12-31' } }
const MINIMAL = { id: 'tiny', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' }

describe('parseStore', () => {
  test('four fields make a store', () => {
    const { store, faults } = parseStore(MINIMAL, 'tiny/store.yaml')
    expect(faults).toEqual([])
    expect(store?.returns.noReasonDays).toEqual([{ value: 7 }])
    expect(store?.payment.offPlatformAllowed).toEqual([{ value: false }])
  })

  test('reports every fault with its path', () => {
    const { store, faults } = parseStore(
      {
        ...MINIMAL,
        timezone: 'Mars/Base',
        shiping: {},
        shipping: {
          cutoff: '4pm',
          couriers: [{ id: '中通', name: '中通' }],
          defaultCourier: '申通',
          zones: [
            {
              id: 'a',
              name: 'A',
              regions: ['江苏'],
              fees: { 顺丰: { first: 5, next: 2 } },
              transit: { min: 4, max: 2 },
            },
          ],
        },
        member: {
          levels: [
            { id: 'a', name: 'A', cumulative: 500 },
            { id: 'b', name: 'B', cumulative: 100 },
          ],
        },
        gifts: [{ id: 'g', name: '袜子', when: { from: '2026-12-01', to: '2026-11-01' } }],
      },
      'store.yaml',
    )
    expect(store).toBeUndefined()
    const paths = faults.map((fault) => fault.path)
    for (const path of [
      'store.yaml',
      'store.yaml.timezone',
      'store.yaml.shipping.cutoff',
      'store.yaml.shipping.zones.0.transit.max',
      'store.yaml.member.levels.1.cumulative',
      'store.yaml.gifts.0.when.to',
    ])
      expect(paths).toContain(path)
    expect(faults.find((fault) => fault.path === 'store.yaml')?.message).toContain('shiping')
  })

  test('cross-references inside shipping are checked', () => {
    const couriers = [{ id: '中通', name: '中通' }]
    const { faults } = parseStore({ ...MINIMAL, shipping: { couriers, defaultCourier: '申通' } }, 's')
    expect(faults).toEqual([{ path: 's.shipping.defaultCourier', message: 'unknown courier "申通"' }])
  })

  test.each([0, 3, 6])('%i days of no-reason return are below the law (X5)', (noReasonDays) => {
    const { faults } = parseStore({ ...MINIMAL, returns: { noReasonDays } }, 's')
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ path: 's.returns.noReasonDays', message: expect.stringContaining('statutory 7') })
    const inOneChannel = parseStore(
      { ...MINIMAL, returns: { noReasonDays: [{ value: noReasonDays, only: { channel: 'jd' } }] } },
      's',
    )
    expect(inOneChannel.faults).toMatchObject([{ path: 's.returns.noReasonDays.0.value' }])
  })

  test.each([
    ['bargain.floor', { bargain: { mode: 'bounded' } }],
    [
      'member.levels.1.discount',
      {
        member: {
          levels: [
            { id: 'a', name: 'A', cumulative: 0, discount: 0.9 },
            { id: 'b', name: 'B', cumulative: 9, discount: 0.95 },
          ],
        },
      },
    ],
    [
      'discount.steps.1',
      {
        discount: {
          steps: [
            { over: 99, minus: 10 },
            { over: 199, minus: 5 },
          ],
        },
      },
    ],
    [
      'promotions.0.rule.tiers.1',
      {
        promotions: [
          {
            ...PROMOTION,
            rule: {
              kind: 'tiers',
              tiers: [
                { pieces: 2, share: 0.8 },
                { pieces: 3, share: 0.9 },
              ],
            },
          },
        ],
      },
    ],
    ['promotions.0.rule.reduced', { promotions: [{ ...PROMOTION, rule: { kind: 'group', of: 2, reduced: 2 } }] }],
    ['aftersale.compensationLimit', { aftersale: { compensationLimit: { boss: 5 } } }],
  ])('%s is named', (path, fields) => {
    const { faults } = parseStore({ ...MINIMAL, ...fields }, 's')
    expect(faults.map((fault) => fault.path)).toEqual([`s.${path}`])
  })

  test('compensation may be limited by role, and bargaining bounded with a floor', () => {
    const fields = {
      aftersale: { compensationLimit: { agent: 5, lead: 50 } },
      bargain: { mode: 'bounded', floor: 0.95 },
    }
    expect(parseStore({ ...MINIMAL, ...fields }, 's').faults).toEqual([])
  })

  test('seven days and more, and exempt categories, are fine', () => {
    expect(parseStore({ ...MINIMAL, returns: { noReasonDays: 15, exempt: ['snacks'] } }, 's').faults).toEqual([])
  })

  test('what is no object at all is one fault', () => {
    expect(parseStore('store', 's').faults).toHaveLength(1)
  })
})

describe('parseCards', () => {
  test('keeps the good cards and names the faults of the others', () => {
    const good = { id: 'a', title: '袜子', shortName: '袜子', category: 'kids', price: 9.9 }
    const { cards, faults } = parseCards(
      { products: [good, { ...good, id: 'b', price: '9.9', colour: '红' }] },
      'kids.yaml',
    )
    expect(cards.map((card) => card.id)).toEqual(['a'])
    expect(faults.map((fault) => fault.path).sort()).toEqual(['kids.yaml.products.1', 'kids.yaml.products.1.price'])
  })
})

describe('the demo store', () => {
  const { store, cards, faults } = readDemo()

  test('has no faults, and the 40 products it promises', () => {
    expect(faults).toEqual([])
    const count = (category: string) => cards.filter((card) => card.category === category).length
    expect([count('clothing'), count('kids'), count('snacks'), count('tea'), count('wipes')]).toEqual([10, 8, 9, 6, 7])
  })

  test('refers only to products that exist', () => {
    const ids = new Set(cards.map((card) => card.id))
    const named = [
      ...cards.flatMap((card) => card.companions.map((companion) => companion.id)),
      ...[...(store?.hotItems ?? []), ...(store?.newItems ?? [])].flatMap((field) => field.value),
      ...(store?.shipping.restricted ?? []).flatMap((rule) => rule.except),
    ]
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  test('discloses what is weak about every special price (R08)', () => {
    for (const card of cards) if (card.specialPrice !== undefined) expect(card.flaws, card.id).not.toEqual([])
  })

  test('has a promotion, a gift and a coupon on every day of 2026 and 2027', () => {
    for (let at = Date.UTC(2026, 0, 1); at <= Date.UTC(2027, 11, 31); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      for (const list of [store!.promotions, store!.gifts, store!.coupons])
        expect(
          list.filter(({ when }) => day >= when.from && day <= when.to),
          day,
        ).toHaveLength(1)
    }
  })
})
