import { expect, test } from 'vitest'
import { createFacts } from '../../../src/policy/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

function paying(words: string, channel = 'taobao') {
  const facts = createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: {},
    words,
    locale: 'zh',
    channel,
    roles: [],
    register: 'neutral',
    mood: 'calm',
    now: Date.parse('2026-11-18T12:00:00+08:00'),
  })
  return [facts.get('payment.asked')?.text, facts.get('payment.state')?.value]
}

test.each([
  ['可以货到付款吗', '货到付款', 'no'],
  ['能用花呗不', '花呗', 'yes'],
  ['支持微信支付吗', '微信支付', 'no'],
  ['能用微信付吗', '微信支付', 'no'],
  ['do you take alipay', '支付宝', 'yes'],
  ['is cash on delivery ok', '货到付款', 'no'],
  ['카카오페이 되나요', 'Kakao Pay', 'no'],
  ['신용카드 결제 가능한가요', '信用卡', 'yes'],
])('%s: %s, %s', (words, asked, state) => expect(paying(words)).toEqual([asked, state]))

test('what a store takes depends on the channel', () => {
  expect(paying('能用微信支付吗', 'jd')).toEqual(['微信支付', 'yes'])
})

test('a store that takes cards of one kind may take the other: nothing is denied', () => {
  expect(paying('银行卡可以吗')).toEqual([undefined, undefined])
})

test.each(['能不能加微信', '微信号多少', '支付宝和微信都行吗', '怎么付款', '货到了吗'])('%s: none', (words) => {
  expect(paying(words)).toEqual([undefined, undefined])
})
