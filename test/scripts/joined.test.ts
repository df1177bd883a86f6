import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuts, joined } from '../../src/scripts/joined.ts'

describe('joined', () => {
  test('makes a sentence of each', () => {
    expect(joined('默认发中通', '2天到', 'zh')).toBe('默认发中通。2天到')
    expect(joined('默认发中通，', '2天到', 'zh')).toBe('默认发中通。2天到')
    expect(joined('有货的！', '2天到', 'zh')).toBe('有货的！2天到')
    expect(joined('We use ZTO', 'It takes 2 days.', 'en')).toBe('We use ZTO. It takes 2 days.')
    expect(joined('We use ZTO.', 'It takes 2 days.', 'en')).toBe('We use ZTO. It takes 2 days.')
    expect(joined('재고 있어요', '2일 걸려요', 'ko')).toBe('재고 있어요. 2일 걸려요')
  })
  test('a price is no end of a sentence', () => {
    expect(cuts('It is $5.90 today')).toEqual([])
  })
  test('of many sentences nobody asks which two they were', () => {
    expect(cuts('一。二。三。四。五。六。七')).toEqual([])
  })
  test('what was joined is among the cuts', () => {
    const word = fc.constantFrom('默认发中通', '2天到', '有货的，直接拍', '包邮')
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(cuts(joined(a, b, 'zh'))).toContainEqual([a, b])
      }),
    )
  })
})
