import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { isSlotName } from '../../../src/intents/slots.ts'
import { AT } from './read.ts'

const pieces = fc.constantFrom(
  ...[
    '165',
    '110斤',
    '一米六五',
    '３９码',
    'XXXXL',
    '明天',
    '25号',
    '下午三点',
    '13812345678',
    '612345678901',
    '江苏省',
    '南京市',
    '中山路88号',
    '顺丰',
  ],
  ...[
    '預算300以內',
    '$20',
    '八折',
    '两件',
    '黑色',
    '😊',
    ' ',
    '，',
    '\ud800',
    '\udc00',
    '\u200b',
    '哈哈哈哈',
    '㎏',
    'a@b.cn',
    'https://a.cn/?id=123456789',
    '尾号8826',
  ],
)
const message = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  fc
    .array(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      { maxLength: 40 },
    )
    .map((list) => list.join('')),
)

test('every value is a known slot, its text the exact slice, and no two share a character', () => {
  fc.assert(
    fc.property(message, fc.constantFrom('zh', 'en', 'ko'), (text, locale) => {
      const found = extract(text, { locale, at: AT, expects: ['height', 'weight', 'quantity'] })
      let last = 0
      for (const entity of found) {
        expect(isSlotName(entity.slot)).toBe(true)
        expect(entity.text).toBe(text.slice(entity.start, entity.end))
        expect(entity.end).toBeGreaterThan(entity.start)
        expect(entity.start).toBeGreaterThanOrEqual(last)
        expect(Number.isNaN(entity.value)).toBe(false)
        last = entity.end
      }
    }),
    { numRuns: 2000 },
  )
})
