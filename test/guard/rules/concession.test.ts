import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples('R15', {
  zh: {
    hits: ['拍下送您一双袜子', '买二送一哦', '随机送小礼品', '这单给您多送一个', '免费送试吃', '赠送收纳袋'],
    harmless: [
      '送人很合适',
      '配送范围看页面',
      '送您到门口',
      '暂时没有赠品哦',
      '送给妈妈很好',
      '送礼用的话可以选礼盒',
      '派送中',
    ],
  },
  en: {
    hits: ['We will include a free gift', 'Buy 2 get 1'],
    harmless: ['It works well as a gift', 'We have no free gifts now'],
  },
  ko: { hits: ['사은품을 드려요', '덤으로 하나 넣어 드릴게요'], harmless: ['선물용으로 좋아요', '사은품은 없습니다'] },
})
examples('R69', {
  zh: {
    hits: ['给您打8折', '便宜5块给您', '少10元拿走', '满99减20', '给您抹零', '再便宜一点给您', '50元卖您'],
    harmless: ['不打折的哦', '这件可以对折叠放', '一波三折', '让您久等了', '少了7份马上查', '没有优惠了', '省时省心'],
  },
  en: {
    hits: ['I can give you a better price', 'You get 20% off'],
    harmless: ['We cannot offer a discount', 'This saves your time'],
  },
  ko: { hits: ['10% 할인해 드려요', '깎아 드릴게요'], harmless: ['할인은 어렵습니다', '깎아 드릴 수 없어요'] },
})
examples('R71', {
  zh: {
    hits: ['给您包邮', '这单免邮费', '补偿您5元', '给您破例一次', '全国包邮', '给您申请了一张优惠券'],
    harmless: [
      '满59包邮',
      '包邮门槛是多少我看下',
      '暂时不包邮哦',
      '凑够就包邮啦',
      '破例有点为难',
      '没法补偿，抱歉',
      '还差一点包邮',
    ],
  },
  en: {
    hits: ['Free shipping for you', 'We will compensate you 5 yuan'],
    harmless: ['Free shipping over 59 yuan', 'Not yet free shipping'],
  },
  ko: {
    hits: ['무료배송 해 드릴게요', '배송비는 저희가 부담할게요', '특별히 해 드릴게요'],
    harmless: ['59위안 이상 무료배송입니다', '무료배송은 어렵습니다', '불량이면 왕복 배송비는 저희가 부담해요'],
  },
})

describe('concessions against the policy', () => {
  test('R15: the running gift passes, another one blocks', () => {
    const facts = factsOf({ 'gift.state': 'on', 'gift.name': '试吃装一份' })
    expect(levelOf('R15', '下单送试吃装哦', { facts })).toBeUndefined()
    expect(levelOf('R15', '下单送袜子哦', { facts })).toBe('block')
    expect(levelOf('R15', '下单送袜子哦', { facts: factsOf({ 'gift.state': 'off' }) })).toBe('block')
    expect(levelOf('R15', '下单送袜子哦')).toBe('warn')
    expect(levelOf('R15', '下单送袜子哦', { kind: 'fill' })).toBe('block')
    expect(levelOf('R15', '{{gift.condition}}送{{gift.name}}', { kind: 'script' })).toBeUndefined()
  })
  test('R69: only the figures of the policy', () => {
    const facts = factsOf({ 'discount.rule': '满99减10', 'promo.text': '两件9折' })
    expect(levelOf('R69', '满99减10哦', { facts })).toBeUndefined()
    expect(levelOf('R69', '满99减30哦', { facts })).toBe('block')
    expect(levelOf('R69', '打9折', { facts })).toBeUndefined()
    expect(levelOf('R69', '打8折', { facts })).toBe('block')
    expect(
      levelOf('R69', '给您抹零', { facts: factsOf({ 'bargain.state': 'fixed', 'discount.rule': '满99减10' }) }),
    ).toBe('block')
  })
  test('R71: a compensation within what the agent may give passes, however the store bargains', () => {
    const facts = factsOf({ 'bargain.state': 'fixed' })
    expect(levelOf('R71', '给您补偿8元', { facts, mayCompensate: 10 })).toBeUndefined()
    expect(levelOf('R71', '给您补偿18元', { facts, mayCompensate: 10 })).toBe('block')
    expect(levelOf('R71', '给您补偿8元', { facts })).toBe('warn')
    expect(levelOf('R71', '我私下给您退8元', { facts, mayCompensate: 10 })).toBe('block')
    expect(levelOf('R71', '坏了双倍赔', { facts, mayCompensate: 10 })).toBe('block')
  })
  test('R71: free shipping follows the calculator', () => {
    expect(levelOf('R71', '给您包邮', { facts: factsOf({ 'free.state': 'yes' }) })).toBeUndefined()
    expect(levelOf('R71', '给您包邮', { facts: factsOf({ 'free.state': 'gap' }) })).toBe('block')
    expect(levelOf('R71', '给您包邮')).toBe('warn')
  })
})
