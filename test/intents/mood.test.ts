import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/intents/index.ts'
import { moodOf, registerOf } from '../../src/intents/mood.ts'
import type { Mood } from '../../src/protocol/index.ts'

const mood = (text: string, before: Mood = 'calm') => moodOf(normalise(text).text, before)

describe('moodOf', () => {
  test.each([
    ['你们就是骗人的', 'angry'],
    ['再不处理我投诉了', 'angry'],
    ['怎么还没到', 'worried'],
    ['会不会掉色', 'worried'],
    ['我再考虑考虑', 'hesitant'],
    ['不知道选哪个好纠结', 'hesitant'],
    ['谢谢亲，太好了', 'happy'],
    ['邮费多少', 'calm'],
    ['This is unacceptable', 'angry'],
    ['still not here', 'worried'],
    ['최악이네요', 'angry'],
    ['고민되네요', 'hesitant'],
  ] as const)('%s is %s', (text, expected) => {
    expect(mood(text)).toBe(expected)
  })
  test('shouting is worry, and anger when the talk was angry', () => {
    expect(mood('人呢？？？')).toBe('worried')
    expect(mood('人呢？？？', 'angry')).toBe('angry')
    expect(mood('在吗？')).toBe('calm')
  })
  test('anger and worry stay through a plain line and end with thanks', () => {
    expect(mood('订单号123456', 'angry')).toBe('angry')
    expect(mood('订单号123456', 'worried')).toBe('worried')
    expect(mood('订单号123456', 'happy')).toBe('calm')
    expect(mood('谢谢', 'angry')).toBe('happy')
  })
})

describe('registerOf', () => {
  test.each([
    ['请问您这款有货吗', 'formal'],
    ['dear seller, is it in stock', 'formal'],
    ['확인 부탁드리겠습니다', 'formal'],
    ['亲，有木有优惠', 'slangy'],
    ['thx, plz send it', 'slangy'],
  ] as const)('%s is %s', (text, expected) => {
    expect(registerOf(normalise(text).text, 'neutral')).toBe(expected)
  })
  // `u\b` also ends "you", folding turns ㅋㅋ into other letters than the pattern's, and 드립니다 does not end in 습니다
  test.each([
    ['could you please check', 'formal'],
    ['확인 부탁드립니다', 'formal'],
    ['ㅋㅋ 이거 얼마', 'slangy'],
  ] as const)('%s is %s', (text, expected) => {
    expect(registerOf(normalise(text).text, 'neutral')).toBe(expected)
  })
  test('a neutral line keeps what was seen', () => {
    expect(registerOf('多少钱', 'formal')).toBe('formal')
    expect(registerOf('多少钱', 'neutral')).toBe('neutral')
  })
})
