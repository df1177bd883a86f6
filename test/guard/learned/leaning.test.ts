import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLeanings } from '../../../src/guard/learned/index.ts'
import { model } from './taught.ts'

const leaningsOf = createLeanings(model)

describe('what sentences read like', () => {
  test('one like the examples leans to their rule, one like what keeps it does not', () => {
    expect(leaningsOf('手机是您弄坏的吧')[0]).toMatchObject({ rule: 'R37' })
    expect(leaningsOf('手机是您弄坏的吧')[0]!.share).toBeGreaterThan(0.6)
    expect(leaningsOf('手机哪里坏了,拍个照给我看看')[0]!.share).toBeLessThan(0.3)
  })
  test('each sentence is read by itself and names the clause that says it', () => {
    const text = '稍等哈。有货的,手机是您弄坏的吧!今天发'
    const [first, second, third] = leaningsOf(text)
    expect([first, second, third].map((one) => text.slice(one!.from, one!.to))).toEqual([
      '稍等哈。',
      '有货的,手机是您弄坏的吧!',
      '今天发',
    ])
    const { from, to } = second!.clause()
    expect(text.slice(from, to)).toBe('手机是您弄坏的吧')
  })
  test('nothing is said of texts without Chinese letters', () => {
    expect(leaningsOf('you broke it!')).toEqual([])
    expect(leaningsOf('')).toEqual([])
  })
  test('nor of Korean ones with a Chinese name in them', () => {
    expect(leaningsOf('네 고객님, 제가 小美입니다')).toEqual([])
  })
  test('sentences stand in order, do not overlap, and their clauses lie within them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('您', '弄', '坏', '的', ',', '。', '!', '\n', 'a') }), (text) => {
        let end = 0
        for (const { from, to, share, clause } of leaningsOf(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(clause().from).toBeGreaterThanOrEqual(from)
          expect(clause().to).toBeLessThanOrEqual(to)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
