import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Card, createCatalogue, createFacts, parseStore } from '../../../src/policy/index.ts'
import type { Facts, Locale } from '../../../src/protocol/index.ts'
import { fill, parseTemplate } from '../../../src/scripts/index.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const HOUR = 3_600_000
const ago = (ms: number) => new Date(NOW - ms).toISOString()
const RAW = { id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY', locales: ['zh', 'en', 'ko'] }

interface Told {
  readonly asOf?: string
  readonly priceAsOf?: string
  readonly stockAsOf?: string
  readonly writtenAt?: string
  readonly live?: Facts
  readonly freshness?: object
  readonly locale?: Locale
}
function facts({ asOf, priceAsOf, stockAsOf, writtenAt, live, freshness, locale = 'zh' }: Told) {
  const { store, faults } = parseStore(
    {
      ...RAW,
      ...(freshness ? { freshness } : {}),
      member: { levels: [{ id: 'vip', name: 'VIP', cumulative: 100, discount: 0.9 }] },
      bargain: { mode: 'bounded', floor: 0.9, authority: 'agent' },
    },
    's',
  )
  if (!store) throw new Error(JSON.stringify(faults))
  const card = Card.parse({
    id: 'tee',
    title: { zh: 'T恤', en: 'T-shirt', ko: '티셔츠' },
    shortName: { zh: 'T恤', en: 'T-shirt', ko: '티셔츠' },
    category: 'clothing',
    price: 59,
    variants: [{ sku: 'm', size: 'M', stock: 3 }],
    asOf,
    priceAsOf,
    stockAsOf,
    writtenAt,
  })
  return createFacts({
    store,
    catalogue: createCatalogue([card]),
    live: { shopper: { level: 'vip' }, ...live },
    productId: 'tee',
    slots: { price: { value: 55, text: '55' } },
    locale,
    channel: 'web',
    roles: ['agent'],
    now: NOW,
  })
}
const said = (template: string, told: Told) => {
  const filled = fill(parseTemplate(template), facts(told))
  return 'lacks' in filled ? `lacks ${filled.lacks}` : filled.text
}

describe('an old price', () => {
  const old = { asOf: ago(80 * HOUR) }
  test('is said with a hint: at the end of a clause in one of its own, else in brackets', () => {
    expect(said('现在是{{product.price}}哦', old)).toBe('现在是59元，以下单页面为准哦')
    expect(said('这款{{product.price}}，您要几件', old)).toBe('这款59元，以下单页面为准，您要几件')
    expect(said('{{product.price}}买的是舒服', old)).toBe('59元（以下单页面为准）买的是舒服')
    expect(said('It is {{product.price}}.', { ...old, locale: 'en' })).toBe(
      'It is ¥59 (the order page has the final price).',
    )
    expect(said('{{product.price}}이에요', { ...old, locale: 'ko' })).toContain('주문 페이지 기준')
  })
  test('tells the agent how old it is', () => {
    expect(facts(old).get('product.price')).toMatchObject({ value: 59, why: '商品价格 59元（3天前的价格）' })
    expect(facts({ ...old, locale: 'en' }).get('product.price')?.why).toBe('product price ¥59 (as of 3 days ago)')
  })
  test('nothing is taken off it', () => {
    const nobody = { live: { shopper: {} } }
    expect(facts({ asOf: ago(HOUR), ...nobody }).get('bargain.price')).toBeDefined()
    expect(facts({ ...old, ...nobody }).get('bargain.price')).toBeUndefined()
    expect(facts({ ...old, ...nobody }).get('bargain.room')).toBeUndefined()
  })
  test('one that the client has just told is a new one', () => {
    expect(said('{{product.price}}', { ...old, live: { product: { price: 49 }, asOf: ago(HOUR) } })).toBe('49元')
    expect(said('{{product.price}}', { ...old, live: { product: { price: 49 } } })).toBe('49元')
    // who tells of an order says nothing of the price
    expect(said('{{product.price}}', { ...old, live: { asOf: ago(0) } })).toContain('为准')
  })
  test('how old is too old is the store’s own affair', () => {
    expect(said('{{product.price}}', { ...old, freshness: { price: '7d' } })).toBe('59元')
    expect(said('{{product.price}}', { ...old, freshness: { price: 'never' } })).toBe('59元')
    expect(said('{{product.price}}', { asOf: ago(2 * HOUR), freshness: { price: '90m' } })).toContain('为准')
    expect(said('{{product.price}}', {})).toBe('59元')
    const { faults } = parseStore({ ...RAW, freshness: { price: 'soon' } }, 's')
    expect(faults[0]?.path).toBe('s.freshness.price')
  })
})

describe('an old stock', () => {
  test('is not known any more', () => {
    expect(facts({ asOf: ago(HOUR) }).get('stock.left')).toMatchObject({ value: 3 })
    expect(facts({ asOf: ago(25 * HOUR) }).get('stock.left')).toBeUndefined()
    expect(facts({ asOf: ago(25 * HOUR) }).get('stock.state')).toBeUndefined()
    // a price that was told since does not make it new
    expect(facts({ priceAsOf: ago(HOUR), stockAsOf: ago(25 * HOUR) }).get('stock.left')).toBeUndefined()
    const live = { stock: { m: 1 }, asOf: ago(HOUR) }
    expect(facts({ asOf: ago(25 * HOUR), live }).get('stock.left')).toMatchObject({ value: 1 })
    expect(facts({ live: { stock: { m: 0 }, asOf: ago(25 * HOUR) } }).liveStock).toBeUndefined()
  })
})

test('goods that were only handed in are a price list, unless the store has set a limit', () => {
  const handedIn = { writtenAt: ago(400 * HOUR) }
  expect(said('{{product.price}}', handedIn)).toBe('59元')
  expect(facts(handedIn).get('stock.left')).toMatchObject({ value: 3 })
  expect(said('{{product.price}}', { ...handedIn, freshness: { price: '7d' } })).toContain('为准')
  expect(facts({ ...handedIn, freshness: { stock: '7d' } }).get('stock.left')).toBeUndefined()
  // what the store said of the one says nothing of the other
  expect(facts({ ...handedIn, freshness: { price: '7d' } }).get('stock.left')).toMatchObject({ value: 3 })
  // told once as of some time, it is no price list any more
  expect(facts({ ...handedIn, asOf: ago(25 * HOUR) }).get('stock.left')).toBeUndefined()
})

test('an old figure stands in no text without a hint, and none is hinted at that is new', () => {
  const SLOTS = ['product.price', 'member.price', 'basket.total', 'basket.steps', 'basket.cart', 'stock.left'] as const
  const HINT = { zh: '以下单页面为准', en: 'order page', ko: '주문 페이지' }
  fc.assert(
    fc.property(
      fc.constantFrom(...SLOTS),
      fc.constantFrom('zh' as const, 'en' as const, 'ko' as const),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom('', '，您看看', '哦', '买', ' ok', '。'),
      fc.boolean(),
      (slot, locale, hours, behind, isLive) => {
        const asOf = ago(hours * HOUR)
        const told = isLive ? { live: { product: { price: 59 }, stock: { m: 3 }, asOf } } : { asOf }
        const limit = slot === 'stock.left' ? 24 : 72
        const text = said(`A{{${slot}}}${behind}`, { ...told, locale })
        if (slot === 'stock.left') expect(text.startsWith('lacks')).toBe(hours > limit)
        else expect(text.includes(HINT[locale])).toBe(hours > limit)
      },
    ),
    { numRuns: 300 },
  )
})
