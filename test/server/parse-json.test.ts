import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HuashuError } from '../../src/protocol/index.ts'
import { parseJson } from '../../src/server/parse-json.ts'

test('reads what JSON.parse reads, or refuses as bad_request; it never throws anything else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json({ maxDepth: 40 }),
        fc.string(),
        fc.string({ unit: 'binary' }).map((text) => JSON.stringify({ text })),
      ),
      (text) => {
        try {
          expect(parseJson(text)).toEqual(JSON.parse(text))
        } catch (error) {
          expect(error).toBeInstanceOf(HuashuError)
          expect((error as HuashuError).code).toBe('bad_request')
        }
      },
    ),
  )
})

test.each([
  '{"a":"\\u4f60\\ud83d\\ude00"}',
  `${'['.repeat(32)}1${']'.repeat(32)}`,
  '{"a":"[[[[{{{{\\"[["}',
  '{"a":"__proto__"}',
  `[${'[1],'.repeat(100)}1]`,
])('accepts %s', (text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

test.each([
  '{"a":"\\ud83d"}',
  '{"a":["\\u0000"]}',
  '{"\\udc00":1}',
  '{"__proto__":{}}',
  '{"\\u005f_proto__":{}}',
  `${'['.repeat(33)}${']'.repeat(33)}`,
  '{',
  '',
])('refuses %s', (text) => {
  expect(() => parseJson(text)).toThrow(HuashuError)
})

test('names the place', () => {
  expect(() => parseJson('{"a":[{"b":"\\ud800"}]}', 'frame')).toThrow('frame.a.0.b')
})
