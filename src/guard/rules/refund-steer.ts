import { hiddenLearnedRule } from './word-rule.ts'

/** R85: the shopper chooses the refund reason (X6). */
export const refundSteer = hiddenLearnedRule('R85', 'block', 'refund_steer', {
  zh: '不得指定退款原因，请顾客如实选择',
  en: 'steers the refund reason: the shopper chooses it',
  ko: '환불 사유를 유도합니다. 고객이 직접 선택해야 합니다',
})
