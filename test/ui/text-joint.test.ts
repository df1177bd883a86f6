import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restOf, textJoint } from '../../src/ui/text-joint.ts'

test.each([
  ['', 'Hello', ''],
  ['Hi.', 'It ships today', ' '],
  ['Hi. ', 'It ships today', ''],
  ['안녕하세요', '오늘 보내요', ' '],
  ['您好，', '今天发', ''],
  ['您好😊', '今天发', ''],
  ['Hi', ', there', ''],
])('between "%s" and "%s" goes "%s"', (before, text, joint) => {
  expect(textJoint(before, text)).toBe(joint)
})

test('of a reply whose beginning is typed only the rest is inserted', () => {
  expect(restOf('您好\n亲，默认', '亲，默认发中通')).toBe('发中通')
  expect(restOf('亲', '亲，默认发中通')).toBe('亲，默认发中通')
  expect(restOf('别的', '亲，默认发中通')).toBe('亲，默认发中通')
  fc.assert(
    fc.property(fc.string(), fc.string(), (typed, text) => {
      expect(text.endsWith(restOf(typed, text))).toBe(true)
    }),
  )
})
