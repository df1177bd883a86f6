import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheaperText, cheaperWay, priceBasket } from '../../src/policy/index.ts'
import { oracleSplit, oracleTotal, piecesOf } from './basket-oracle.ts'
import { baskets, coupon, goods, NO_OFFERS, offers, promotion } from './offers-arbitrary.ts'

const buy2get1 = promotion('b2g1', { rule: { kind: 'group', of: 3 } })
const ZH = { locale: 'zh' as const, currency: 'CNY' }
const free = () => 0

describe('cheaperWay', () => {
  test('one more for the same money', () => {
    const way = cheaperWay([goods('袜子', 20, 2)], { ...NO_OFFERS, promotions: [buy2get1] }, [])
    expect(way).toMatchObject({ totalFen: 4000, savedFen: 0, added: { id: '袜子', count: 1 } })
    expect(cheaperText(way!, ZH)).toBe('再加袜子×1，合计40元，价钱一样')
  })

  test('something small that lifts the basket over a step', () => {
    const steps = [{ over: 99, minus: 10 }]
    const way = cheaperWay([goods('裤子', 95)], { ...NO_OFFERS, steps }, [goods('袜子', 4.5), goods('帽子', 30)])
    expect(way).toMatchObject({ totalFen: 8950, savedFen: 550, added: { id: '袜子' } })
    expect(cheaperText(way!, ZH)).toBe('再加袜子×1，合计89.5元，反而省5.5元')
  })

  test('nothing beyond what one person may buy, nothing that costs more', () => {
    const limited = [goods('袜子', 20, 2, { most: 2 })]
    expect(cheaperWay(limited, { ...NO_OFFERS, promotions: [buy2get1] }, [])).toBeUndefined()
    expect(cheaperWay([goods('袜子', 20)], NO_OFFERS, [goods('帽子', 30)])).toBeUndefined()
  })

  test('two orders where postage is known and does not eat it up; a coupon serves one', () => {
    const wanted = [goods('a', 60), goods('b', 60)]
    const two = { ...NO_OFFERS, coupons: [coupon(59, 5), coupon(50, 4)] }
    expect(cheaperWay(wanted, two, [], free)).toMatchObject({ totalFen: 11_100, savedFen: 400, orders: [{}, {}] })
    expect(cheaperText(cheaperWay(wanted, two, [], free)!, ZH)).toMatch(
      /^分两单拍：a×1一单，b×1一单，合计111元（含邮费），省4元$/,
    )
    expect(cheaperWay(wanted, two, [], () => 500)).toBeUndefined()
    expect(cheaperWay(wanted, two, [])).toBeUndefined()
    expect(cheaperWay(wanted, { ...two, coupons: [coupon(59, 5)] }, [], free)).toBeUndefined()
  })

  test('law: the same as trying every split and every piece more', () => {
    const EXTRA = goods('x', 12.5)
    const fee = (pageFen: number) => (pageFen >= 5900 ? 0 : 500)
    const small = baskets.filter((list) => list.reduce((sum, { count }) => sum + count, 0) <= 4)
    fc.assert(
      fc.property(small, offers, (wanted, running) => {
        const page = (list: typeof wanted) => list.reduce((sum, { fen, count }) => sum + fen * count, 0)
        const whole = (list: typeof wanted) => oracleTotal(piecesOf(list), running) + fee(page(list))
        const more = wanted.map((_, at) =>
          wanted.map((one, place) => (place === at ? { ...one, count: one.count + 1 } : one)),
        )
        const added = Math.min(...[...more, [...wanted, EXTRA]].map(whole))
        const split = oracleSplit(wanted, running, fee)
        const base = whole(wanted)
        const best = Math.min(
          added <= base ? added : Number.POSITIVE_INFINITY,
          split < base ? split : Number.POSITIVE_INFINITY,
        )
        const way = cheaperWay(wanted, running, [EXTRA], ({ pageFen }) => fee(pageFen))
        expect(way?.totalFen ?? Number.POSITIVE_INFINITY).toBe(best)
        if (way) expect(way.savedFen).toBe(base - best)
        if (way)
          expect(way.orders.reduce((sum, { cart }) => sum + piecesOf(cart).length, 0)).toBeGreaterThanOrEqual(
            piecesOf(wanted).length,
          )
      }),
      { numRuns: 150 },
    )
  })

  test('a large basket is not torn apart', () => {
    const many = Array.from({ length: 9 }, (_, at) => goods(`p${at}`, 60))
    expect(cheaperWay(many, { ...NO_OFFERS, coupons: [coupon(59, 5), coupon(58, 5)] }, [], free)).toBeUndefined()
    expect(priceBasket(many, NO_OFFERS).totalFen).toBe(54_000)
  })
})
