import { expect, test } from 'vitest'
import type { GoodsCard } from '../../src/console/library/goods-card.ts'
import { fieldFaults, stockChangeOf, stockDraftOf } from '../../src/console/library/stock-draft.ts'

const CARD: GoodsCard = {
  id: 'tee',
  externalIds: {},
  title: '短袖',
  shortName: '短袖',
  aliases: [],
  category: 'clothing',
  price: 59,
  specialPrice: 49,
  variants: [
    { sku: 'M red', stock: 3 },
    { sku: 'L', price: 69 },
  ],
  attributes: {},
  flaws: [],
  companions: [],
  dark: [],
}
const DRAFT = stockDraftOf(CARD)

test('only what was typed anew is sent', () => {
  expect(stockChangeOf(CARD, DRAFT)).toEqual({ change: { id: 'tee' }, faults: [] })
  const typed = { ...DRAFT, price: ' 55.5 ', specialPrice: '', 'stock M red': '0', 'price L': '65', 'stock L': '7' }
  expect(stockChangeOf(CARD, typed).change).toEqual({
    id: 'tee',
    price: 55.5,
    specialPrice: null,
    variants: [
      { sku: 'M red', stock: 0 },
      { sku: 'L', price: 65, stock: 7 },
    ],
  })
})

test('what is no number, or nothing where something was, is a fault of its field', () => {
  const { faults } = stockChangeOf(CARD, { ...DRAFT, price: '便宜', 'stock M red': ' ' })
  expect(faults).toEqual([
    { field: 'price', value: '便宜', kind: 'no_number' },
    { field: 'stock M red', value: '', kind: 'missing' },
  ])
})

test('what the service refuses stands at the field it was typed in', () => {
  const draft = { ...DRAFT, price: '-1', 'stock L': '1.5' }
  const { change } = stockChangeOf(CARD, draft)
  const details = ['price', 'variants.0.stock', 'id'].map((path) => ({
    path: `body.products.0.${path}`,
    message: path,
  }))
  expect(fieldFaults(details, change, draft)).toMatchObject([
    { field: 'price', value: '-1', kind: 'refused', message: 'price' },
    { field: 'stock L', value: '1.5' },
    { field: '', message: 'id' },
  ])
})
