import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExactJson } from '../../../src/server/ingest/exact-json.ts'

test.each([
  ['{"no":2026112200017742193}', { no: '2026112200017742193' }],
  ['{"a":[{"b":9007199254740991}]}', { a: [{ b: 9_007_199_254_740_991 }] }],
  ['{"t":"2026112200017742193","n":1}', { t: '2026112200017742193', n: 1 }],
  ['[0.1234567890123456, 1e400]', [0.1234567890123456, Number.POSITIVE_INFINITY]],
])('%s', (text, value) => {
  expect(parseExactJson(text)).toEqual(value)
})

test('no whole number loses a digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (n) => {
      const [read] = parseExactJson(`[${n}]`) as [unknown]
      expect(BigInt(read as string)).toBe(n)
    }),
  )
})

test('what must not be there is refused beside long numbers too', () => {
  expect(() => parseExactJson('{"no":2026112200017742193,"t":"\\u0000"}')).toThrow(/null bytes/)
})
