import type { Intent, Stage } from '../protocol/index.ts'

/** Topics that only make sense at one stage; everything else keeps the stage of the talk. */
const STAGE_OF: Readonly<Record<string, Stage>> = {
  logistics_tracking: 'aftersale',
  quality_issue: 'aftersale',
  refund: 'aftersale',
  return_exchange: 'aftersale',
  review_rating: 'aftersale',
  order_change: 'insale',
  'order_change.extend': 'aftersale',
  'payment.paid': 'insale',
  'payment.will_pay': 'insale',
  'payment.unpaid_reply': 'insale',
  'shipping_time.urge': 'insale',
  'complaint_dispute.review_threat': 'aftersale',
  'complaint_dispute.platform': 'aftersale',
  price_haggle: 'presale',
  'price_haggle.adjust': 'insale',
  stock_availability: 'presale',
  recommendation: 'presale',
}
/** One doubtful reading must not colour the rest of the talk. */
const SURE = 0.85

/**
 * The stage after a message: a topic's own stage when the reading is sure, else that of the talk before. Asking for the return policy is asked at every
 * stage and moves none.
 */
export function stageOf(before: Stage, intent: Intent | undefined): Stage {
  if (!intent || intent.confidence < SURE || intent.name === 'return_exchange.policy') return before
  return STAGE_OF[intent.name] ?? STAGE_OF[intent.family] ?? before
}

/** Where a platform event puts the talk, whatever was said. */
const STAGE_OF_EVENT: Readonly<Record<string, Stage>> = {
  order_created: 'insale',
  order_paid: 'insale',
  order_unpaid: 'insale',
  dispatch_delayed: 'insale',
  oos_after_paid: 'insale',
  undeliverable: 'insale',
  tracking_update: 'aftersale',
  order_received: 'aftersale',
  return_received: 'aftersale',
  bad_review: 'aftersale',
  mediation: 'aftersale',
  rating_given: 'aftersale',
}

export function stageAfterEvent(before: Stage, event: string | undefined): Stage {
  return (event && STAGE_OF_EVENT[event]) || before
}
