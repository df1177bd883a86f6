import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('size', () => {
  test.each([
    ['S码有吗', ['size=S']],
    ['要XXXL的', ['size=3XL']],
    ['有没有5XL', ['size=5XL']],
    ['39码还有没有', ['size=39']],
    ['EU39', ['size=39 EU']],
    ['我拍US 8', ['size=8 US']],
    ['42号', ['size=42']],
    ['110码', ['size=110']],
    ['要加大码', ['size=XL']],
    ['大号', ['size=L']],
    ['均码吗', ['size=FREE']],
    ['55사이즈', ['size=55']],
    ['프리 있나요', ['size=FREE']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['大一码', '换小一号', '太大号了吧', 'it is too large', "i'm here", '5m', '2L装'])(
    'no size: %s',
    (text) => {
      expect(
        read(text, { locale: /[a-z] /.test(text) ? 'en' : 'zh' }).filter((found) => found.startsWith('size')),
      ).toEqual([])
    },
  )

  test('"give us 8 pieces" is a quantity', () => {
    expect(read('give us 8 pieces', { locale: 'en' })).toEqual(['quantity=8 pieces'])
  })
})

describe('quantity', () => {
  test.each([
    ['两件', ['quantity=2 件']],
    ['要俩', ['quantity=2']],
    ['来一打', ['quantity=12']],
    ['五盒', ['quantity=5 盒']],
    ['10份', ['quantity=10 份']],
    ['a dozen', ['quantity=12']],
    ['2개 주세요', ['quantity=2 개']],
    ['买三小包', ['quantity=3 包']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['第二件半不半', '这两个哪个厚', '三个月', '6个地址', '一包多少片', '他们俩人', '几百个人'])(
    'no quantity: %s',
    (text) => {
      expect(read(text).filter((found) => found.startsWith('quantity'))).toEqual([])
    },
  )
})

describe('money', () => {
  test.each([
    ['30块', ['price=30 CNY']],
    ['三十块钱', ['price=30 CNY']],
    ['15块8', ['price=15.8 CNY']],
    ['¥30', ['price=30 CNY']],
    ['30刀', ['price=30 USD']],
    ['$20 ¥30', ['price=20 USD', 'price=30 CNY']],
    ['两百给我', ['price=200 CNY']],
    ['便宜二十我就下单', ['price=-20 CNY']],
    ['168包邮', ['price=168 CNY']],
    ['3만원', ['price=30000 KRW']],
    ['15,000원', ['price=15000 KRW']],
    ['预算300以内', ['budget=300 CNY']],
    ['三百块以内', ['budget=300 CNY']],
    ['under 50 dollars', ['budget=50 USD']],
    ['예산 5만원 이하', ['budget=50000 KRW']],
    ['八折', ['percent=0.8 price_factor']],
    ['85折', ['percent=0.85 price_factor']],
    ['半价', ['percent=0.5 price_factor']],
    ['20%', ['percent=20 %']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['满200送不送', '我们一块买', '六块装', '100%纯棉', '骨折了', '5刀具', 'under 5 stars'])(
    'no money: %s',
    (text) => {
      expect(read(text).filter((found) => /price|budget|percent/.test(found))).toEqual([])
    },
  )
})

describe('words of the tables', () => {
  test.each([
    ['雾霾蓝好还是杏色好', ['colour=haze-blue', 'colour=beige']],
    ['换成藏青', ['colour=navy']],
    ['发来个粉的', ['colour=pink']],
    ['in navy', ['colour=navy']],
    ['네이비 있나요', ['colour=navy']],
    ['椒盐还有没有', ['flavour=椒盐']],
    ['咸蛋黄', ['flavour=咸蛋黄']],
    ['能走順豐嗎', ['courier=顺丰']],
    ['发天天吗', ['courier=天天']],
    ['ship by UPS', ['courier=UPS']],
    ['CJ대한통운', ['courier=CJ대한통운']],
    ['送婆婆', ['receiver=mother_in_law']],
    ['for my mom', ['receiver=mother']],
    ['엄마 선물', ['receiver=mother']],
    ['男朋友过生日', ['receiver=boyfriend']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    '红包怎么领',
    '你天天说快了',
    '一路顺风',
    '好不明白的',
    '芒果干',
    '白天发吗',
    '绿茶',
    'blackmail',
    '我妈说行',
    '京东商城买的',
  ])('nothing: %s', (text) => expect(read(text)).toEqual([]))
})
