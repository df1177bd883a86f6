import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/intents/extract.ts'
import { redact } from '../../src/intents/redact.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const han = fc
  .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes))

/** Personal data as written (`before` is the label it needs, if any) and the characters that must not survive. */
const personal = fc.oneof(
  fc
    .tuple(fc.constantFrom('138', '159', '186', '199'), digits(8))
    .map(([head, tail]) => ({ before: '', secret: head + tail })),
  fc
    .tuple(fc.constantFrom('a', 'Zhang', 'w.x'), digits(5), fc.constantFrom('qq.com', 'Example.cn', 'mail.example.com'))
    .map(([a, b, c]) => ({ before: '', secret: `${a}${b}@${c}` })),
  digits(14).map((body) => ({ before: '', secret: `4${body}${luhn(`4${body}`)}` })),
  fc.constantFrom('11010519491231002X', '440308199901010012').map((secret) => ({ before: '', secret })),
  fc
    .tuple(fc.constantFrom('SF', 'YT', 'JD'), digits(13))
    .map(([courier, body]) => ({ before: '', secret: courier + body })),
  fc
    .tuple(fc.constantFrom('运单号', '快递单号：', '中通'), digits(12))
    .map(([before, body]) => ({ before, secret: `7${body}` })),
  fc
    .tuple(fc.constantFrom('', '订单号', '订单编号：'), digits(17))
    .map(([before, body]) => ({ before, secret: `2${body}` })),
)

function luhn(head: string): string {
  for (let check = 0; check < 10; check += 1) {
    let sum = 0
    const all = `${head}${check}`
    for (let i = 0; i < all.length; i += 1) {
      const digit = Number(all[all.length - 1 - i])
      sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
    }
    if (sum % 10 === 0) return String(check)
  }
  return '0'
}

describe('redact', () => {
  test.each([
    ['打13812345678', '打[phone]'],
    ['订单号2983945095370001怎么还没到', '订单号[order_no]怎么还没到'],
    ['收件人张三，地址：浙江省杭州市西湖区文三路100号', '收件人[name]，地址：浙江省杭州市[address]'],
    ['发a@b.cn', '发[email]'],
    ['看https://a.cn/?tel=13812345678', '看[link]'],
    ['612345678901这个有货吗', '612345678901这个有货吗'],
    ['身高165 体重55', '身高165 体重55'],
  ])('%s', (text, masked) => expect(redact(text).text).toBe(masked))

  test('spans tell what was masked where', () => {
    expect(redact('打13812345678').spans).toEqual([{ slot: 'phone', start: 1, end: 12 }])
  })

  test('a product that the store knows is not masked as a phone', () => {
    const text = '13812345678有货吗'
    const entities = extract(text, { locale: 'zh', resolveProduct: () => [{ id: '13812345678', start: 0, end: 11 }] })
    expect(redact(text, entities).text).toBe(text)
    expect(redact(text).text).toBe('[phone]有货吗')
  })

  test('nothing personal survives inside any Chinese text, and masking twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(han, personal), { minLength: 1, maxLength: 3 }), han, (parts, tail) => {
        const text = parts.map(([words, { before, secret }]) => `${words}${before}${secret}`).join('，') + tail
        const masked = redact(text).text
        for (const [, { secret }] of parts) expect(masked).not.toContain(secret)
        expect(masked).not.toMatch(/\d{11,}/)
        expect(redact(masked).text).toBe(masked)
      }),
      { numRuns: 1000 },
    )
  })

  test('idempotent and total on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const masked = redact(text).text
        expect(redact(masked).text).toBe(masked)
      }),
      { numRuns: 500 },
    )
  })
})
