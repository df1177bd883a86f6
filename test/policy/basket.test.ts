import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basketSteps, cartText, type Offers, priceBasket } from '../../src/policy/index.ts'
import { oracleTotal, piecesOf } from './basket-oracle.ts'
import { STORE } from './demo.ts'
import { addOn, baskets, coupon, goods, NO_OFFERS, offers, promotion } from './offers-arbitrary.ts'

const TEE = goods('tee', 59, 2, { name: { zh: '短袖', en: 'T-shirt', ko: '반팔' } })
const total = (wanted: Parameters<typeof priceBasket>[0], more: Partial<Offers>) =>
  priceBasket(wanted, { ...NO_OFFERS, ...more }).totalFen

const two10 = promotion('two', { rule: { kind: 'tiers', tiers: [{ pieces: 2, share: 0.9 }] }, stackable: false })
const secondHalf = promotion('half', { rule: { kind: 'group', of: 2, share: 0.5 } })
const buy2get1 = promotion('b2g1', { rule: { kind: 'group', of: 3 } })
const three99 = promotion('3for99', { rule: { kind: 'bundle', pieces: 3, price: 99 } })
const STEPS = [
  { over: 99, minus: 10 },
  { over: 199, minus: 25 },
]

describe('priceBasket', () => {
  test.each([
    ['at page prices', [TEE], {}, 11_800],
    ['任选两件9折', [TEE], { promotions: [two10] }, 10_620],
    ['one piece reaches no tier', [goods('tee', 59)], { promotions: [two10] }, 5900],
    ['第二件半价', [TEE], { promotions: [secondHalf] }, 8850],
    ['第二件半价 on the cheaper', [goods('a', 80), goods('b', 40)], { promotions: [secondHalf] }, 10_000],
    [
      '第二件半价 of the same only',
      [goods('a', 80), goods('b', 40)],
      { promotions: [{ ...secondHalf, same: true }] },
      12_000,
    ],
    ['买二送一', [goods('a', 30, 3)], { promotions: [buy2get1] }, 6000],
    ['买二送一, the cheapest is free', [goods('a', 80, 2), goods('b', 20)], { promotions: [buy2get1] }, 16_000],
    ['买二送一, five pieces are one group', [goods('a', 30, 5)], { promotions: [buy2get1] }, 12_000],
    ['3件99', [goods('a', 59, 3)], { promotions: [three99] }, 9900],
    ['3件99, the fourth at its price', [goods('a', 59, 4)], { promotions: [three99] }, 15_800],
    ['3件99 of cheap goods is no offer', [goods('a', 20, 3)], { promotions: [three99] }, 6000],
    ['满99减10', [TEE], { steps: STEPS }, 10_800],
    ['only the highest step', [goods('a', 200)], { steps: STEPS }, 17_500],
    ['a fen short of the step', [goods('a', 98.99)], { steps: STEPS }, 9899],
    ['coupon', [goods('a', 59)], { coupons: [coupon(59, 5)] }, 5400],
    ['the better coupon, one of them', [goods('a', 100)], { coupons: [coupon(59, 5), coupon(99, 12)] }, 8800],
    ['a coupon out of reach', [goods('a', 58)], { coupons: [coupon(59, 5)] }, 5800],
    ['换购', [goods('a', 100), goods('sock', 25)], { addOns: [addOn('sock', 9.9, 99)] }, 10_990],
    ['换购 out of reach', [goods('a', 98), goods('sock', 25)], { addOns: [addOn('sock', 9.9, 99)] }, 12_300],
    ['换购, one only', [goods('a', 100), goods('sock', 25, 2)], { addOns: [addOn('sock', 9.9, 99)] }, 13_490],
  ] as const)('%s', (_, wanted, more, fen) => expect(total([...wanted], more as Partial<Offers>)).toBe(fen))

  test('special prices take part only where the promotion says so, and are never discounted for members', () => {
    const special = goods('a', 50, 2, { special: true })
    const silver = { policy: STORE.member, level: STORE.member.levels[1]! }
    expect(total([special], { promotions: [two10] })).toBe(10_000)
    expect(total([special], { promotions: [{ ...two10, special: true }] })).toBe(9000)
    expect(total([special], { member: silver })).toBe(10_000)
    expect(total([goods('a', 50, 2)], { member: silver })).toBe(9800)
  })

  test('what does not stack with the member price is weighed against it', () => {
    const vip = { policy: STORE.member, level: STORE.member.levels[3]! }
    const better = priceBasket([TEE], { ...NO_OFFERS, promotions: [two10], member: vip })
    expect(better.savings.map(({ kind }) => kind)).toEqual(['promotion'])
    const slight = { ...two10, rule: { kind: 'tiers' as const, tiers: [{ pieces: 2, share: 0.95 }] } }
    const member = priceBasket([TEE], { ...NO_OFFERS, promotions: [slight], member: vip })
    expect(member.savings.map(({ kind }) => kind)).toEqual(['member'])
  })

  test('promotion, 满减 and coupon together; gifts by what is paid', () => {
    const all = { ...NO_OFFERS, promotions: [two10], steps: STEPS, coupons: [coupon(59, 5)] }
    const gift = (minSpend: number) => ({ ...STORE.gifts[0]!, id: `g${minSpend}`, minSpend })
    const basket = priceBasket([TEE], { ...all, gifts: [gift(91.2), gift(91.21)] })
    expect(basket).toMatchObject({ pageFen: 11_800, totalFen: 9120, beyond: [] })
    expect(basket.savings.map(({ kind, fen }) => [kind, fen])).toEqual([
      ['promotion', 1180],
      ['step', 1000],
      ['coupon', 500],
    ])
    expect(basket.gifts.map(({ id }) => id)).toEqual(['g91.2'])
  })

  test('more than one person may buy stays out of the cart', () => {
    const basket = priceBasket([goods('a', 10, 5, { most: 2 })], NO_OFFERS)
    expect(basket).toMatchObject({ totalFen: 2000, cart: [{ count: 2 }], beyond: [{ count: 3 }] })
    expect(priceBasket([goods('a', 10, 5, { most: 0 })], NO_OFFERS)).toMatchObject({ totalFen: 0, cart: [], gifts: [] })
  })

  test('of two pieces at one price the one that the member price would lower is free', () => {
    const gold = { policy: STORE.member, level: STORE.member.levels[2]! }
    const free = promotion('1+1', { rule: { kind: 'group', of: 2 }, special: true })
    const pair = [goods('a', 100, 1, { special: true }), goods('b', 100)]
    expect(total(pair, { promotions: [free], member: gold })).toBe(10_000)
    expect(total([...pair].reverse(), { promotions: [free], member: gold })).toBe(10_000)
  })

  test('law: the same as trying everything, piece by piece', () => {
    fc.assert(
      fc.property(baskets, offers, (wanted, running) => {
        expect(priceBasket(wanted, running).totalFen).toBe(oracleTotal(piecesOf(wanted), running))
      }),
      { numRuns: 400 },
    )
  })

  test('law: never above the page, never below nothing; the savings are the difference; one offer more never costs', () => {
    fc.assert(
      fc.property(baskets, offers, fc.integer({ min: 10, max: 200 }), (wanted, running, over) => {
        const { pageFen, totalFen, savings } = priceBasket(wanted, running)
        expect(Number.isInteger(totalFen) && totalFen >= 0 && totalFen <= pageFen).toBe(true)
        expect(savings.reduce((sum, { fen }) => sum + fen, 0)).toBe(pageFen - totalFen)
        const richer = { ...running, coupons: [...running.coupons, coupon(over, 5)] }
        expect(priceBasket(wanted, richer).totalFen).toBeLessThanOrEqual(totalFen)
        const promoted = { ...running, promotions: [...running.promotions, two10] }
        expect(priceBasket(wanted, promoted).totalFen).toBeLessThanOrEqual(totalFen)
      }),
    )
  })

  test('law: a bigger gap to a threshold never gives a bigger discount', () => {
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 40_000 }), fc.nat(20_000), ({ steps, coupons }, fen, less) => {
        const off = (page: number) => {
          const { pageFen, totalFen } = priceBasket([goods('a', page / 100)], { ...NO_OFFERS, steps, coupons })
          return pageFen - totalFen
        }
        expect(off(Math.max(1, fen - less))).toBeLessThanOrEqual(off(fen))
      }),
    )
  })
})

describe('how a basket is said', () => {
  const basket = priceBasket([TEE], {
    ...NO_OFFERS,
    promotions: [{ ...two10, text: { zh: '两件9折', en: '10% off two', ko: '2개 10% 할인' } }],
    steps: STEPS,
    coupons: [coupon(59, 5)],
  })
  const words = (locale: 'zh' | 'en' | 'ko') => ({ locale, currency: 'CNY' })

  test('every step, so that it can be checked', () => {
    expect(basketSteps(basket, words('zh'))).toBe('59元×2共118元，两件9折减11.8元，满99元减10元，用券减5元，实付91.2元')
    expect(basketSteps(basket, words('en'))).toBe(
      '2 × ¥59, ¥118 in all, 10% off two −¥11.8, ¥10 off over ¥99, coupon −¥5, to pay ¥91.2',
    )
    expect(basketSteps(basket, words('ko'))).toBe(
      '59위안×2, 총 118위안, 2개 10% 할인 -11.8위안, 99위안 이상 10위안 할인, 쿠폰 -5위안, 결제 금액 91.2위안',
    )
    expect(basketSteps(priceBasket([goods('a', 59)], NO_OFFERS), words('zh'))).toBe('59元')
  })

  test('怎么拍: the coupon first, one order, the limit', () => {
    expect(cartText(basket, words('zh'))).toBe('先领满59元减5元的券，短袖×2放在一单里提交')
    expect(cartText(priceBasket([{ ...TEE, count: 5, most: 3 }], NO_OFFERS), words('zh'))).toBe(
      '短袖×3放在一单里提交，每人最多短袖×3',
    )
  })

  test('nothing is said in a language that has no words for it', () => {
    const nameless = priceBasket([goods('a', 10), { ...goods('b', 10), name: { zh: '袜子' } }], NO_OFFERS)
    expect(basketSteps(nameless, words('en'))).toBeUndefined()
    expect(cartText(nameless, words('ko'))).toBeUndefined()
    expect(basketSteps(nameless, words('zh'))).toBe('a10元、袜子10元共20元')
  })
})
