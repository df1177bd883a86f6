import { describe, expect, test } from 'vitest'
import { draft, examples, factsOf, guard, levelOf } from '../shipped-guard.ts'

examples(
  'R124',
  {
    zh: {
      hits: [
        '已经帮您改好了',
        '帮您备注好了',
        '已退款',
        '已经催了',
        '给您取消了',
        '地址改好了',
        '刚给您补发了',
        '已经发货了',
      ],
      harmless: [
        '这就帮您备注',
        '马上给您改',
        '改好了告诉您',
        '您已经申请退款了吗',
        '如果已经发货就拦截',
        '还没退款',
        '退款成功后会通知您',
        '已发货的订单改不了',
      ],
    },
    en: {
      hits: ["I've refunded you", 'Your address has been changed', 'Noted.'],
      harmless: ['I will refund you', 'Once it has been refunded you get a note', 'Have you cancelled it'],
    },
    ko: {
      hits: ['환불해 드렸습니다', '메모를 남겼습니다'],
      harmless: ['환불해 드리겠습니다', '환불이 되면 알려 드릴게요'],
    },
  },
  { kind: 'fill' },
)

describe('claims and events', () => {
  test('a hint on a draft, a block on what the service offers', () => {
    expect(levelOf('R124', '帮您备注好了')).toBe('hint')
    expect(guard.check('帮您备注好了', draft).verdict).toBe('pass')
    for (const kind of ['script', 'fill', 'rewrite'] as const)
      expect(levelOf('R124', '帮您备注好了', { kind })).toBe('block')
  })
  test('a confirmed act may be told', () => {
    expect(levelOf('R124', '帮您备注好了', { kind: 'fill', confirmed: ['remark.add'] })).toBeUndefined()
    expect(levelOf('R124', '帮您备注好了', { kind: 'fill', confirmed: ['price.change'] })).toBe('block')
  })
  test('dispatch follows the order', () => {
    expect(
      levelOf('R124', '已经发货了', { kind: 'fill', facts: factsOf({ 'order.state': 'dispatched' }) }),
    ).toBeUndefined()
    expect(levelOf('R124', '已经发货了', { kind: 'fill', facts: factsOf({ 'order.state': 'paid' }) })).toBe('block')
  })
  test('the fix is the future form', () => {
    expect(guard.check('帮您备注好了', { ...draft, kind: 'rewrite' }).fixed).toBe('这就帮您备注')
  })
})
