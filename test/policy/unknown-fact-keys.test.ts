import { expect, test } from 'vitest'
import { unknownFactKeys } from '../../src/policy/index.ts'

test('names what no slot reads, by its place', () => {
  const facts = {
    mood: 'sunny',
    order: { id: '1', status: 'paid' as const, warehouse: 'B' },
    shopper: { level: 'VIP', zodiac: 'ox' },
    product: { id: 'tee-basic', price: 1, rating: 5, karma: 5 },
  }
  expect(unknownFactKeys(facts).sort()).toEqual([
    'fact.mood',
    'fact.order.warehouse',
    'fact.product.karma',
    'fact.shopper.zodiac',
  ])
  const slots = { 'product.origin': '新疆', phone: '1', 'no.such': 'x' }
  expect(unknownFactKeys({ slots })).toEqual(['fact.slots.phone', 'fact.slots.no.such'])
  expect(unknownFactKeys({ stock: { a: 1 }, asOf: '2026-11-22T10:00:00Z' })).toEqual([])
})
