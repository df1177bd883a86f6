import { expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples('R86', {
  zh: {
    hits: [
      '特价不退不换',
      '概不退换',
      '一经售出不退',
      '不支持七天无理由',
      '质量问题也不退',
      '最终解释权归本店',
      '非质量问题不退换',
    ],
    harmless: [
      '支持七天无理由',
      '不会不给退的',
      '影响二次销售的不支持退换',
      '超过七天就不能退了',
      '退换都可以的',
      '怎么退我教您',
    ],
  },
  en: { hits: ['All sales are final', 'No refunds'], harmless: ['Refunds within 7 days', 'Returns are free'] },
  ko: {
    hits: ['교환 환불 불가입니다', '단순변심 반품은 안 됩니다'],
    harmless: ['7일 이내 반품 가능합니다', '교환 도와드릴게요'],
  },
})

test('exempt goods may exclude the no-reason return, never quality', () => {
  const facts = factsOf({ 'returns.state': 'no' })
  expect(levelOf('R86', '这款不支持七天无理由', { facts })).toBeUndefined()
  expect(levelOf('R86', '这款不退不换', { facts })).toBe('block')
})
