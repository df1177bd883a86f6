import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARK, normalise } from '../../src/intents/normalise.ts'

/** Any string of UTF-16 units, lone surrogates among them, with the characters that matter to folding made frequent. */
const wild = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...' 　哈哈亲貨Ａa1２[]/:^_^<num>#E-s.com［微笑］微笑㎏㍿½İ\u200b\ufe0f'.split('')),
      fc.constantFrom(
        '[微笑]',
        '/:086',
        'py',
        'KD',
        ' sf ',
        '便',
        'https://a.cn/x',
        'x.com',
        '<num>',
        '[phone]',
        '😊',
        '👍🏽',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('normalise', () => {
  test('folds width, case, traditional characters, runs and spaces', () => {
    expect(normalise('ＡＢ　東西　收到了！！！！').text).toBe('ab 东西收到了!!')
    expect(normalise('  Size  XL  ').text).toBe('size xl')
    expect(normalise('哈 哈 哈 哈').text).toBe('哈哈')
    expect(normalise('1000000').text).toBe('1000000')
  })

  test('makes one mark of an emoticon, a link and a mask', () => {
    expect(normalise('好/:^_^').text).toBe(`好${MARK.emoji}`)
    expect(normalise('看 https://item.taobao.com/item.htm?id=1 这个').text).toBe(`看 ${MARK.url} 这个`)
    expect(normalise('打[phone]').text).toBe(`打${MARK.masked}`)
  })

  test('keeps an e-mail address apart from links', () => {
    expect(normalise('zhang.cn@example.com').text).toBe('zhang.cn@example.com')
  })

  test('a text written in full width still becomes a mark', () => {
    expect(normalise('［微笑］').text).toBe(MARK.emoji)
  })

  test('spells out Chinese shorthand, with offsets into what was written', () => {
    const { text, at } = normalise('能PY点 吗')
    expect(text).toBe('能便宜点吗')
    expect(at).toEqual([0, 1, 1, 3, 5, 6])
    expect(normalise('zfb 可以吗').text).toBe('支付宝可以吗')
    expect(normalise('便便py').text).toBe('便便宜')
  })

  test('the same letters elsewhere stay', () => {
    for (const text of ['sf', 'py and kd', '用pyt的', '买kd15吧', '发到a@jd.cn好', '型号x-yt'])
      expect(normalise(text).text).toBe(text)
  })

  test('a message is folded alike whether or not it is plain from end to end', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'我要買买哈1１2龘'), maxLength: 12 })
    fc.assert(
      fc.property(plain, (text) => {
        // a mark of its own in front takes the long way
        const long = normalise(`[微笑]${text}`)
        const short = normalise(text)
        expect(MARK.emoji + short.text).toBe(long.text)
        expect(short.at.map((offset) => offset + 4)).toEqual(long.at.slice(1))
      }),
      { numRuns: 1000 },
    )
  })

  test('is idempotent on its own output', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const once = normalise(text).text
        expect(normalise(once).text).toBe(once)
      }),
      { numRuns: 1500 },
    )
  })

  test('offsets never go back and end at the length of the original', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const { text: folded, at } = normalise(text)
        expect(at).toHaveLength(folded.length + 1)
        expect(at.at(-1)).toBe(text.length)
        for (let i = 1; i < at.length; i += 1) expect(at[i]! >= at[i - 1]!).toBe(true)
        expect(at[0]! >= 0).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
