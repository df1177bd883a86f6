import { describe, expect, test } from 'vitest'
import { expectsOf, isGreeting, isHolding } from '../../src/intents/expects.ts'

describe('expectsOf', () => {
  test.each([
    ['亲，身高体重多少呢', ['height', 'weight']],
    ['麻烦报一下宝宝月龄和体重', ['weight', 'age']],
    ['亲要什么颜色几件呀', ['colour', 'quantity']],
    ['您寄到哪里呢', ['region']],
    ['方便给我订单号吗', ['order_no']],
    ['预算多少，送给谁呀', ['budget', 'receiver']],
    ['麻烦发一下链接', ['product_ref']],
    ['Could you tell me your height and weight?', ['height', 'weight']],
    ['Which city should we ship to?', ['region']],
    ['키와 몸무게를 알려 주세요', ['height', 'weight']],
    ['주문번호 알려주세요', ['order_no']],
  ] as const)('%s', (text, slots) => {
    expect(expectsOf(text)).toEqual(slots)
  })
  test.each(['这款是按身高体重选码的', '订单号已经登记好了', '颜色以实物为准哦', '好的亲', 'We ship tomorrow', ''])(
    'asks nothing: %s',
    (text) => {
      expect(expectsOf(text)).toEqual([])
    },
  )
})

describe('isHolding', () => {
  test.each([
    '亲稍等',
    '我帮您查一下哦',
    '等一下哦亲',
    'One moment please',
    'let me check for you',
    '잠시만요, 확인해 볼게요',
  ])('buys time: %s', (text) => {
    expect(isHolding(text)).toBe(true)
  })
  test.each(['江浙沪邮费5元', '今天下单明天发货', 'We ship within 48 hours', '배송비는 3,000원이에요'])(
    'says something: %s',
    (text) => {
      expect(isHolding(text)).toBe(false)
    },
  )
  test('a long answer with a request to wait in it is an answer', () => {
    expect(isHolding(`${'这款是纯棉的，厚度适中，春夏穿刚刚好，'.repeat(4)}稍等我把链接发您`)).toBe(false)
  })
})

describe('isGreeting', () => {
  test.each(['您好', '亲，您好，在的', '欢迎光临小店', 'Hello!', '안녕하세요 고객님'])('greets: %s', (text) => {
    expect(isGreeting(text)).toBe(true)
  })
  test.each(['您好，这款现货，今天下单明天发出', '邮费5元', 'history of the brand', '네, 맞아요'])(
    'says more: %s',
    (text) => {
      expect(isGreeting(text)).toBe(false)
    },
  )
})
