import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedPostage } from '../../src/policy/index.ts'

const NEAR = { first: 5, next: 2, firstKg: 1 }
const FAR = { first: 10, next: 10, firstKg: 1 }

describe('mergedPostage', () => {
  test.each([
    ['江浙沪, 1 and 2 kg', NEAR, [1, 2], { togetherFen: 900, apartFen: 1200, extraFen: 400 }],
    ['elsewhere, 1 and 2 kg: nothing won', FAR, [1, 2], { togetherFen: 3000, apartFen: 3000, extraFen: 2000 }],
    ['two halves of a kg are one', NEAR, [0.5, 0.5], { togetherFen: 500, apartFen: 1000, extraFen: 0 }],
    ['three orders', NEAR, [1, 1, 1], { togetherFen: 900, apartFen: 1500, extraFen: 400 }],
    ['one order', NEAR, [3], { togetherFen: 900, apartFen: 900, extraFen: 0 }],
  ] as const)('%s', (_, tariff, kgs, fens) => expect(mergedPostage(tariff, kgs, 'CNY')).toMatchObject(fens))

  test('a tariff dearer by the further kg than by the first is not merged', () => {
    expect(mergedPostage({ first: 5, next: 20, firstKg: 1 }, [1, 1], 'CNY').togetherFen).toBe(1000)
  })

  test('explains itself in one line', () => {
    expect(mergedPostage(NEAR, [1, 2], 'CNY').why).toEqual({
      zh: '合并共约3kg：9元，分开寄要12元',
      en: 'about 3 kg together: ¥9, apart ¥12',
      ko: '합배송 약 3kg: 9위안, 따로 보내면 12위안',
    })
  })

  test('law: together never costs more than apart, and the rest adds no more than it would cost alone', () => {
    const kg = fc.double({ min: 0.01, max: 20, noNaN: true })
    const fee = fc.integer({ min: 0, max: 3000 }).map((fen) => fen / 100)
    fc.assert(
      fc.property(fee, fee, fc.array(kg, { minLength: 1, maxLength: 4 }), (first, next, kgs) => {
        const { togetherFen, apartFen, extraFen } = mergedPostage({ first, next, firstKg: 1 }, kgs, 'CNY')
        expect(togetherFen).toBeLessThanOrEqual(apartFen)
        expect(extraFen >= 0 && extraFen <= apartFen).toBe(true)
      }),
    )
  })
})
