import { describe, expect, test } from 'vitest'
import { asksForPicture, expectsOf, isGreeting, isHolding, isQuestion, isTelling } from '../../src/intents/expects.ts'

describe('expectsOf', () => {
  test.each([
    ['亲，身高体重多少呢', ['height', 'weight']],
    ['麻烦报一下宝宝月龄和体重', ['weight', 'age']],
    ['亲要什么颜色几件呀', ['colour', 'quantity']],
    ['您寄到哪里呢', ['region']],
    ['您是哪里的呢', ['region']],
    ['需要发到哪里呢', ['region']],
    ['中通和韵达，您要哪家', ['courier']],
    ['方便给我订单号吗', ['order_no']],
    ['预算多少，送给谁呀', ['budget', 'receiver']],
    ['您大概多少斤呢', ['weight']],
    ['一共要几斤呢', ['mass']],
    ['小朋友现在多高呀', ['height']],
    ['您腰围多少', ['waist']],
    ['邮箱发我一下', ['email']],
    ['报下手机后四位', ['phone']],
    ['签收到今天几天了？', ['duration']],
    ['麻烦发一下链接', ['product_ref']],
    ['Could you tell me your height and weight?', ['height', 'weight']],
    ['Which city should we ship to?', ['region']],
    ['키와 몸무게를 알려 주세요', ['height', 'weight']],
    ['주문번호 알려주세요', ['order_no']],
  ] as const)('%s', (text, slots) => {
    expect(expectsOf(text)).toEqual(slots)
  })
  test.each([
    '这款是按身高体重选码的',
    '订单号已经登记好了',
    '颜色以实物为准哦',
    '给您发哪个',
    '亲，问题是出在哪里呢',
    '好的亲',
    'We ship tomorrow',
    '',
  ])('asks nothing: %s', (text) => {
    expect(expectsOf(text)).toEqual([])
  })
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

test('isTelling: a greeting, a question and a holding line tell nothing', () => {
  expect(isTelling('是纯棉的，不起球')).toBe(true)
  expect(['您好', '您要哪款呢', '亲稍等'].some(isTelling)).toBe(false)
})

test('asksForPicture', () => {
  const asks = ['抱歉，拍张照发来我看看', '麻烦截图发我', 'Could you send a photo?', '사진 보내 주시겠어요?']
  expect(asks.filter((line) => !asksForPicture(line))).toEqual([])
  const harmless = [
    '实物拍摄，有轻微色差',
    '直接拍下就行',
    'The photos are of the real item',
    '실물 사진이에요',
    '照着您说的挑',
  ]
  expect(harmless.filter(asksForPicture)).toEqual([])
})

test.each([
  ['我核下网点能不能派，先别付款', false],
  ['这就去问下仓库还有没有，您稍等', false],
  ['我看一下合不合适，您身高多少', true],
  ['您看下能不能选', true],
  ['要不要一起拍？', true],
  ['我查下有没有货，好吗', true],
])('%s asks the shopper something: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})
