import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeShipping, quotePostage, zoneOf } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'

const NEAR = { first: 5, next: 2, firstKg: 1 }
const FAR = { first: 10, next: 10, firstKg: 1 }

describe('quotePostage', () => {
  test('first kg, then every further started kg', () => {
    expect(quotePostage(NEAR, 3, 'CNY').fen).toBe(900)
    expect(quotePostage(FAR, 3, 'CNY').fen).toBe(3000)
    expect(quotePostage(NEAR, 0.2, 'CNY').fen).toBe(500)
    expect(quotePostage(NEAR, 1.001, 'CNY').fen).toBe(700)
  })

  test('explains itself in one line', () => {
    expect(quotePostage(NEAR, 3, 'CNY').why).toEqual({
      zh: '约3kg：首重5元，续重2×2元',
      en: 'about 3 kg: ¥5 first, then 2 × ¥2',
      ko: '약 3kg: 기본 5위안, 추가 2×2위안',
    })
  })

  test('law: more weight never costs less, and fen stay whole', () => {
    const tariff = fc.record({
      first: fc.integer({ min: 0, max: 5000 }).map((fen) => fen / 100),
      next: fc.integer({ min: 0, max: 5000 }).map((fen) => fen / 100),
      firstKg: fc.constantFrom(0.5, 1, 2),
    })
    fc.assert(
      fc.property(
        tariff,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (rule, kg, more) => {
          const light = quotePostage(rule, kg, 'CNY').fen
          expect(Number.isInteger(light)).toBe(true)
          expect(quotePostage(rule, kg + more, 'CNY').fen).toBeGreaterThanOrEqual(light)
        },
      ),
    )
  })
})

describe('freeShipping', () => {
  test('yes, the exact gap, or no', () => {
    expect(freeShipping(5900, true, 5900)).toEqual({ state: 'yes', gapFen: 0 })
    expect(freeShipping(5900, true, 4710)).toEqual({ state: 'gap', gapFen: 1190 })
    expect(freeShipping(5900, false, 9900)).toEqual({ state: 'no', gapFen: 0 })
    expect(freeShipping(undefined, true, 9900)).toEqual({ state: 'no', gapFen: 0 })
  })

  test('law: goods for the gap make it free', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (threshold, goods) => {
        const { gapFen } = freeShipping(threshold, true, goods)
        expect(freeShipping(threshold, true, goods + gapFen).state).toBe('yes')
      }),
    )
  })
})

describe('zoneOf', () => {
  const zone = (region: string) => zoneOf(STORE.shipping.zones, region)?.id

  test.each([
    ['江苏', 'jzh'],
    ['江苏省', 'jzh'],
    ['江苏省苏州市', 'jzh'],
    ['上海市', 'jzh'],
    ['内蒙古自治区呼和浩特市', 'remote'],
    ['新疆维吾尔自治区', 'remote'],
    ['香港特别行政区', 'hmt'],
    ['吉林', 'mainland'],
    ['韩国', 'overseas'],
  ])('%s lies in %s', (region, id) => expect(zone(region)).toBe(id))

  test.each(['火星', '', '路边', '南京西路'])('%s is no region of the store', (region) =>
    expect(zone(region)).toBeUndefined(),
  )
})
