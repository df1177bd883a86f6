import { describe, expect, test } from 'vitest'
import { crossCheck, parseCards, parseStore } from '../../src/policy/index.ts'
import { CATALOGUE, STORE } from './demo.ts'

const WHEN = { from: '2026-01-01', to: '2026-12-31' }
const faultsOf = (store: object, products: object[] = []) => {
  const parsed = parseStore({ id: 's', name: '店', timezone: 'Asia/Shanghai', currency: 'CNY', ...store }, '')
  const cards = parseCards({ products }, '')
  expect([...parsed.faults, ...cards.faults]).toEqual([])
  return crossCheck(parsed.store!, cards.cards)
}
const sock = { id: 'sock', title: '袜子', shortName: '袜子', category: 'kids', price: 9.9 }

describe('crossCheck', () => {
  test('the demo store refers only to what it has', () => {
    expect(crossCheck(STORE, CATALOGUE.all)).toEqual([])
  })

  test('products that are not there', () => {
    const store = {
      promotions: [{ id: 'p', name: 'p', text: 'p', when: WHEN, products: ['sock', 'hat'] }],
      addOns: [{ id: 'a', product: 'belt', price: 1, minSpend: 9, when: WHEN }],
      newItems: ['sock', 'cap'],
    }
    const companions = [{ id: 'glove', why: '好搭' }]
    expect(faultsOf(store, [{ ...sock, companions }])).toEqual([
      { path: 'promotions.0.products.1', message: 'no product "hat"' },
      { path: 'addOns.0.product', message: 'no product "belt"' },
      { path: 'newItems', message: 'no product "cap"' },
      { card: 'sock', path: 'companions.0.id', message: 'no product "glove"' },
    ])
  })

  test('places that no zone knows, ids that stand twice', () => {
    const restricted = [{ categories: ['tea'], to: ['hk'], why: '海关' }]
    const coupons = [
      { id: 'c', minSpend: 9, amount: 1, when: WHEN },
      { id: 'c', minSpend: 9, amount: 2, when: WHEN },
    ]
    expect(faultsOf({ shipping: { restricted }, coupons })).toEqual([
      { path: 'coupons.1.id', message: '"c" stands here twice' },
      { path: 'shipping.restricted.0.to.0', message: 'no zone or region "hk"' },
    ])
  })
})
