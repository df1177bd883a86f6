import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { essenceOf, multipliedFrames, nearDuplicates } from './near-duplicates.ts'

describe('essenceOf', () => {
  test.each([
    ['亲，有货吗？😊', '有货吗'],
    ['身高165 體重55.5', '身高0体重0'],
    ['我拍了[数字x]件啊', '我拍了0件'],
    ["Hello!! it's 20 % off :)", 'hello it s 0 off'],
    ['배송비  얼마에요~', '배송비얼마에요'],
    ['😊👍', ''],
  ])('%j', (text, essence) => {
    expect(essenceOf(text)).toBe(essence)
  })
})

describe('nearDuplicates', () => {
  test.each([
    ['有货吗', '有貨嗎？？'],
    ['我拍了3件', '我拍了12件啊'],
    ['用过一次的还能不能退', '用过一次的能不能退啊'],
    ['any promo for new customers', 'Any promos for new customers?'],
    ['배송비 얼마에요', '배송비얼마에요?'],
    ['你好 <url>', '你好 https://item.taobao.com/item.htm?id=6620018837'],
  ])('%j says the same as %j', (a, b) => {
    expect(nearDuplicates(['别的', a, 'something else', b])).toEqual([[1, 3]])
  })
  test.each([
    ['可以', '可以吗'],
    ['掉毛', '掉不掉毛啊'],
    ['需要发票', '不需要发票'],
    ['你好', '你好 <url>'],
    ['什么时候到', '什么时候到货'],
    ['5斤', '130斤'],
    ['😊', '👍'],
    ['12:30', '2024-03-18'],
    ['YT7300018264415', 'YT7788990012345'],
    ['worth it?', 'not worth it'],
    ['can you track my order', 'can you check my order'],
    ['환불 며칠 걸려요', '배송 며칠 걸려요'],
  ])('%j does not say the same as %j', (a, b) => {
    expect(nearDuplicates([a, b])).toEqual([])
  })
  test('finds what comparing everything with everything finds', () => {
    const text = fc.string({ unit: fc.constantFrom('有', '货', '没', '吗', '了'), minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const pairs = texts.flatMap((b, j) =>
          texts.slice(0, j).flatMap((a, i) => (nearDuplicates([a, b]).length > 0 ? [[i, j] as [number, number]] : [])),
        )
        const order = ([a, b]: [number, number], [c, d]: [number, number]) => b - d || a - c
        expect(nearDuplicates(texts).sort(order)).toEqual(pairs.sort(order))
      }),
      { numRuns: 60 },
    )
  })
})

describe('multipliedFrames', () => {
  test('a sentence multiplied by its noun is found, with all its copies', () => {
    const copies = ['红色有优惠吗', '手表有优惠吗', '直播间有优惠吗？']
    expect(multipliedFrames([...copies, '有优惠吗', '有什么活动'], 2)).toEqual([{ frame: '＿有优惠吗', texts: copies }])
    expect(multipliedFrames(copies, 3)).toEqual([])
  })
  test('words are the unit where spaces stand between them', () => {
    const copies = ['can you track my order', 'can you see my order', 'can you pull up my order']
    expect(multipliedFrames(copies, 2)).toEqual([{ frame: 'can you ＿ my order', texts: copies }])
  })
  test('short texts have no frame, and a text given twice fills one once', () => {
    expect(multipliedFrames(['有货吗', '有券吗', '有人吗', '在不在啊', '在不在'], 1)).toEqual([])
    expect(multipliedFrames(['手表有优惠吗', '手表有优惠吗'], 1)).toEqual([])
  })
})
