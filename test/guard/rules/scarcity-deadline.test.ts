import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples('R13', {
  zh: {
    hits: ['只剩3件了', '仅剩最后两件', '手慢无哦', '马上卖完了', '数量有限', '库存紧张', '欲购从速'],
    harmless: [
      '最后一个问题',
      '只剩付款这一步了',
      '您还剩几包呢',
      '库存充足',
      '不用担心卖断',
      '最后四位数字发我',
      '仅供参考',
      '上次那个活动限量三百份',
    ],
  },
  en: { hits: ['Only 3 left', 'Selling out fast'], harmless: ['Only 2 questions left', 'Plenty left in stock'] },
  ko: { hits: ['3개만 남았어요', '품절 임박입니다'], harmless: ['재고 넉넉하게 남아 있어요', '질문 하나만 남았어요'] },
})
examples('R14', {
  zh: {
    hits: ['今天最后一天', '活动今晚结束', '仅限今天', '明天恢复原价', '最后机会了', '限时优惠', '活动到11月30日'],
    harmless: [
      '最后一天发货是周五',
      '截止目前还没更新',
      '下午4点截单',
      '退货申请最后一天是周五',
      '不是最后一天',
      '最后一步提交就好',
      '今天上班的',
    ],
  },
  en: {
    hits: ['Today only', 'The offer ends tonight', 'The sale finishes soon'],
    harmless: [
      'As of today it is on the way',
      'The return deadline ends on Friday',
      'Keep it cool and finish soon after opening',
    ],
  },
  ko: {
    hits: ['오늘까지만 할인이에요', '마감 임박입니다'],
    harmless: ['오늘만 휴무입니다', '반품 신청은 7일까지예요'],
  },
})

describe('scarcity and deadlines against the data', () => {
  test('R13 three outcomes', () => {
    expect(levelOf('R13', '只剩3件了', { facts: factsOf({ 'stock.left': 3 }) })).toBeUndefined()
    expect(levelOf('R13', '只剩3件了', { facts: factsOf({ 'stock.left': 50 }) })).toBe('block')
    expect(levelOf('R13', '手慢无哦', { facts: factsOf({ 'stock.state': 'in' }) })).toBe('block')
    expect(levelOf('R13', '库存紧张', { facts: factsOf({ 'stock.state': 'low' }) })).toBeUndefined()
    expect(levelOf('R13', '只剩3件了')).toBe('warn')
    expect(levelOf('R13', '只剩3件了', { kind: 'script' })).toBe('block')
    expect(levelOf('R13', '只剩{{stock.left}}了', { kind: 'script' })).toBeUndefined()
    expect(
      levelOf('R13', '只剩6件了', { kind: 'fill', printed: [{ name: 'stock.left', text: '6件' }] }),
    ).toBeUndefined()
  })
  test('R14 three outcomes', () => {
    const until = factsOf({ 'promo.until': '2026-11-22', 'promo.state': 'on' })
    expect(levelOf('R14', '今天最后一天', { facts: until, today: '2026-11-22' })).toBeUndefined()
    expect(levelOf('R14', '今天最后一天', { facts: until, today: '2026-11-20' })).toBe('block')
    expect(levelOf('R14', '今天最后一天', { facts: until })).toBe('warn')
    expect(levelOf('R14', '活动今晚结束', { facts: factsOf({ 'promo.state': 'off' }) })).toBe('block')
    expect(levelOf('R14', '活动到11月30日', { facts: factsOf({ 'promo.until': '11月30日' }) })).toBeUndefined()
    expect(levelOf('R14', '活动到{{promo.until}}结束', { kind: 'script' })).toBeUndefined()
  })
})
