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
/** From here on a reading is worth an answer. */
const LIKELY = 0.4

/**
 * The stage after a message, in matching form: a topic's own stage when the reading is sure, else that of the talk before; who says that they have ordered
 * is past the sale. Asking for the return policy is asked at every stage and moves none.
 */
export function stageOf(before: Stage, intent: Intent | undefined, text: string): Stage {
  const stage = stageByTopic(intent) ?? before
  return stage === 'presale' && ORDERED.test(text) ? 'insale' : stage
}

/**
 * The stages at which a turn can be answered: that of the talk, and those that its likely readings are about. A reading too doubtful to move the talk
 * is answered all the same, and with the scripts of its own stage (a parcel that does not move is no matter before the sale).
 */
export function stagesOf(stage: Stage, intents: readonly Intent[]): readonly Stage[] {
  const meant = intents.flatMap((intent) => stageByTopic(intent, LIKELY) ?? [])
  return [...new Set([stage, ...meant])]
}

function stageByTopic(intent: Intent | undefined, atLeast = SURE): Stage | undefined {
  if (!intent || intent.confidence < atLeast || intent.name === 'return_exchange.policy') return undefined
  return STAGE_OF[intent.name] ?? STAGE_OF[intent.family]
}

/** Says that there is an order. What would be when there is one (拍了能改吗, 买了送吗) says nothing. */
const ORDERED =
  /(?:已经?|刚刚?|刚才|昨天|前天|昨晚|上周|上次)(?:在你(?:家|们家|们店))?(?:就)?(?:拍|下(?:了)?单|付(?:了)?款|买)|(?:拍|买|订)好了|拍下(?:来)?了(?!.{0,6}(?:能|可以|会|什么时候|啥时候|几时|多久|今天|明天))|我(?:拍|买|订|下单)的|我的?(?:订单|那单|这单)|付(?:好)?款了$|\bi(?:'ve| have) (?:just |already )?(?:ordered|paid for|bought)\b|\bi (?:just|already) (?:ordered|paid|bought)\b|\bmy order\b|주문했|결제했|제가 (?:산|주문한)|주문한 (?:거|상품|것)/

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
