import type { Intent, Stage } from '../protocol/index.ts'

/** Topics that only make sense at one stage; everything else keeps the stage of the talk. */
const STAGE_OF: Readonly<Record<string, Stage>> = {
  logistics_tracking: 'aftersale',
  quality_issue: 'aftersale',
  refund: 'aftersale',
  return_exchange: 'aftersale',
  'return_exchange.policy': 'presale',
  review_rating: 'aftersale',
  order_change: 'insale',
  'order_change.extend': 'aftersale',
  'payment.paid': 'insale',
  'payment.will_pay': 'insale',
  'payment.unpaid_reply': 'insale',
  'shipping_time.urge': 'insale',
  'complaint_dispute.review_threat': 'aftersale',
  'complaint_dispute.platform': 'aftersale',
}
const SURE = 0.5

/**
 * The stage after a message. Asking for the return policy before the order is no after-sale case: a topic's own stage is only taken when the reading is
 * sure, and the policy question never moves a talk back from after-sale.
 */
export function stageOf(before: Stage, intent: Intent | undefined): Stage {
  if (!intent || intent.confidence < SURE) return before
  const next = STAGE_OF[intent.name] ?? STAGE_OF[intent.family]
  return next === undefined || (next === 'presale' && before !== 'presale') ? before : next
}
