import { describe, expect, test } from 'vitest'
import { draft, examples, factsOf, guard, levelOf } from '../shipped-guard.ts'

examples('R16', {
  zh: {
    hits: [
      '邮费8元',
      '这件39.9元',
      '48小时内发货',
      '三天内退款到账',
      '含棉95%',
      '衣长68cm',
      '建议您选XL码',
      '库存还有6件',
    ],
    harmless: [
      '拍两件也可以',
      '稍等2分钟',
      '一块儿发',
      '第三天再看看',
      '祝您一天好心情',
      '您的手机尾号5678',
      '有事随时找我',
      'XXL有的',
      '绝对值',
    ],
  },
  en: {
    hits: ['Postage is 8 yuan', 'Refund within 3 days'],
    harmless: ['Just a moment, 2 minutes', 'You can take two'],
  },
  ko: {
    hits: ['배송비는 3000원이에요', '환불은 3일 걸려요'],
    harmless: ['잠시만요 2분만 기다려 주세요', '두 가지 색상이 있어요'],
  },
})

describe('numbers against the data', () => {
  const facts = factsOf({
    'product.price': '39.9元',
    'shipping.fee': '5元',
    'shipping.dispatch': '48小时内',
    'shipping.transit': '3-5天',
    'returns.days': '7天',
    'size.pick': 'M码',
  })
  test('supported passes', () => {
    for (const text of ['邮费5元', '2天内发货', '7天无理由退货', '这款39.9元', '推荐您选M码', '七天内退换']) {
      expect(levelOf('R16', text, { facts }), text).toBeUndefined()
    }
  })
  test('contradicted blocks, even on a draft', () => {
    for (const text of ['邮费8元', '24小时内发货', '15天无理由退货', '建议选XL码']) {
      expect(levelOf('R16', text, { facts }), text).toBe('block')
    }
  })
  test('unknown warns on a draft and blocks on what the service offers', () => {
    expect(levelOf('R16', '保质期12个月', { facts })).toBe('warn')
    for (const kind of ['script', 'fill', 'rewrite'] as const) {
      expect(levelOf('R16', '保质期12个月', { facts, kind })).toBe('block')
    }
  })
  test('a range is one place', () => {
    const found = guard.check('发货后2-4天能到', { ...draft, facts })
    expect(found.warnings.filter(({ rule }) => rule === 'R16')).toHaveLength(1)
    expect(levelOf('R16', '发货后3-9天能到', { facts })).toBe('block')
  })
  test('where the store has filled in none of the kind, a draft is only hinted at', () => {
    const keeps = { offers: true, postage: false, goods: true }
    const only = factsOf({ 'returns.days': '7天' })
    expect(levelOf('R16', '48小时内发货', { facts: only, keeps })).toBe('hint')
    expect(levelOf('R16', '48小时内发货', { facts: only, keeps: { ...keeps, postage: true } })).toBe('warn')
    expect(levelOf('R16', '48小时内发货', { facts: only, keeps, kind: 'fill' })).toBe('block')
    expect(levelOf('R16', '15天无理由退货', { facts: only, keeps })).toBe('block')
  })
  test('these two days are no figure', () => {
    expect(levelOf('R16', '这两天会发货', { facts })).toBeUndefined()
    expect(levelOf('R16', '要等三天发货', { facts })).toBe('block')
  })
  test('printed values and the shopper’s own measures are known', () => {
    const printed = [{ name: 'shipping.fee', text: '8元' }]
    expect(levelOf('R16', '邮费8元哦', { kind: 'fill', printed })).toBeUndefined()
    expect(levelOf('R16', '邮费8元，满99元免', { kind: 'fill', printed })).toBe('block')
    expect(levelOf('R16', '您162cm是吧', { shopperTexts: ['我162，105斤'] })).toBeUndefined()
    expect(levelOf('R16', '您172cm是吧', { shopperTexts: ['我162，105斤'] })).toBe('warn')
  })
  test('a price the shopper named is no source', () => {
    expect(levelOf('R16', '可以，30元', { shopperTexts: ['30元卖吗'] })).toBe('warn')
  })
})
