import { expect, test } from 'vitest'
import { draft, examples, guard } from '../shipped-guard.ts'

examples('R98', {
  zh: {
    hits: ['发顺风快递', '走园通', '韵答快递', '急兔可以吗', '支付保付款', '深通快递'],
    harmless: ['发顺丰', '一路顺风', '顺风车', '圆通可以', '支付宝付款', '货运达到了'],
  },
})

test('the fix is the proper name', () => {
  expect(guard.check('默认发顺风哦', draft).fixed).toBe('默认发顺丰哦')
})
