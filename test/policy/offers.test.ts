import { describe, expect, test } from 'vitest'
import { addOnsAt, couponsAt, covers, giftsAt, nextPromotion, promotionsAt } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'
import { addOn, promotion } from './offers-arbitrary.ts'

const at = (day: string, more = {}) => ({ channel: 'taobao', region: undefined, zone: undefined, day, ...more })
const tee = { id: 'tee', category: 'clothing' as const }

describe('what runs', () => {
  test('from the first day to the last, both included', () => {
    const ids = (day: string) => promotionsAt(STORE, at(day)).map(({ id }) => id)
    expect(ids('2026-09-30')).toEqual(['2026-autumn'])
    expect(ids('2026-10-01')).toEqual(['2026-winter'])
    expect(ids('2028-01-01')).toEqual([])
    expect(couponsAt(STORE, at('2028-01-01'))).toEqual([])
    expect(addOnsAt({ addOns: [addOn('sock', 9.9, 99)] }, at('2026-06-01'))).toHaveLength(1)
    expect(addOnsAt({ addOns: [addOn('sock', 9.9, 99)] }, at('2027-06-01'))).toEqual([])
  })

  test('in its channel only', () => {
    const one = promotion('jd', { when: { from: '2026-01-01', to: '2026-12-31', channel: 'jd' } })
    expect(promotionsAt({ promotions: [one] }, at('2026-06-01'))).toEqual([])
    expect(promotionsAt({ promotions: [one] }, at('2026-06-01', { channel: 'jd' }))).toEqual([one])
  })

  test('gifts while they last; an uncounted one is not used up', () => {
    const [gift] = STORE.gifts
    const stocks = [{ ...gift!, stock: 0 }, { ...gift!, stock: 1 }, gift!]
    expect(giftsAt({ gifts: stocks }, at('2026-03-01'))).toEqual(stocks.slice(1))
  })
})

describe('covers', () => {
  test.each([
    ['all goods', {}, tee, true],
    ['all goods, none at hand', {}, undefined, true],
    ['its category', { categories: ['clothing'] }, tee, true],
    ['another category', { categories: ['tea'] }, tee, false],
    ['its product', { products: ['tee'] }, tee, true],
    ['category or product', { categories: ['tea'], products: ['tee'] }, tee, true],
    ['limited goods, none at hand', { products: ['tee'] }, undefined, false],
  ] as const)('%s', (_, fields, goods, meant) => expect(covers(promotion('p', fields), goods)).toBe(meant))
})

describe('nextPromotion', () => {
  test('the next in the calendar for these goods, never the one that runs', () => {
    expect(nextPromotion(STORE, at('2026-11-22'), tee)?.id).toBe('2027-spring')
    expect(nextPromotion(STORE, at('2027-11-22'), tee)).toBeUndefined()
    const teaOnly = promotion('tea', { when: { from: '2026-12-01', to: '2026-12-31' }, categories: ['tea'] })
    expect(nextPromotion({ promotions: [teaOnly] }, at('2026-11-22'), tee)).toBeUndefined()
  })
})
