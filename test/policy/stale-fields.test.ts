import { expect, test } from 'vitest'
import { Card, parseStore, staleFields } from '../../src/policy/index.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString()
const card = (rest: object) =>
  Card.parse({
    id: 'tee',
    title: '短袖',
    shortName: '短袖',
    category: 'clothing',
    price: 59,
    variants: [{ sku: 'm', stock: 3 }],
    ...rest,
  })
const staleIn = (freshness: object, rest: object) => {
  const raw = { id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY', locales: ['zh'] }
  const { store } = parseStore({ ...raw, freshness }, 's')
  return staleFields(store!, NOW)(card(rest))
}

test('price and stock grow old at their own pace, by the limits of the store', () => {
  expect(staleIn({}, { asOf: ago(30) })).toEqual(['stock'])
  expect(staleIn({}, { asOf: ago(80) })).toEqual(['price', 'stock'])
  expect(staleIn({}, { priceAsOf: ago(80), stockAsOf: ago(1) })).toEqual(['price'])
  expect(staleIn({ stock: '2h', price: 'never' }, { asOf: ago(80) })).toEqual(['stock'])
  // for another channel
  expect(staleIn({ price: [{ value: '1h', only: { channel: 'jd' } }] }, { asOf: ago(2) })).toEqual([])
})

test('what is told at no time never does, unless the store has set a limit; nor does stock that nobody tells', () => {
  expect(staleIn({}, { writtenAt: ago(900) })).toEqual([])
  expect(staleIn({ price: '7d' }, { writtenAt: ago(900) })).toEqual(['price'])
  expect(staleIn({}, { asOf: ago(30), variants: [] })).toEqual([])
})
