import { describe, expect, test } from 'vitest'
import { registerAfter } from '../../src/intents/register.ts'
import { said } from '../../src/intents/said.ts'
import type { Register } from '../../src/protocol/index.ts'

const heard = (text: string, before: Register = 'neutral') => registerAfter(before, said(text, [], []))

describe('registerAfter', () => {
  test.each([
    ['麻烦您帮忙看下有没有货', 'formal'],
    ['请问贵店支持自提吗', 'formal'],
    ['dear seller, is it in stock', 'formal'],
    ['could you please check', 'formal'],
    ['확인 부탁드립니다', 'formal'],
    ['亲，有木有优惠', 'slangy'],
    ['thx, plz send it', 'slangy'],
    ['ㅋㅋ 이거 얼마', 'slangy'],
  ] as const)('%s is %s', (text, register) => {
    expect(heard(text)).toBe(register)
  })
  test.each([
    '您好，有M码吗',
    '您的订单已发货，这是什么意思',
    '亲，多少钱',
    'thank you',
    '감사합니다',
    'do you have it',
  ])('%s is neither', (text) => {
    expect(heard(text)).toBe('neutral')
  })
  test('a neutral line keeps what was seen, another tone replaces it', () => {
    expect(heard('多少钱', 'formal')).toBe('formal')
    expect(heard('酱紫啊', 'formal')).toBe('slangy')
  })
})
