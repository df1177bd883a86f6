import { type Analysis, familyOf } from '../intents/index.ts'

/** Topics whose answers, plain facts and wishes that are taken, stand side by side, in the order in which they are best told. */
const PLAIN: readonly string[] = [
  'payment.paid',
  'product_info.price product_info.spec product_info.material product_info.season product_info.function',
  'product_info.authentic product_info.care product_info.shelf_life product_info.taste product_info.origin',
  'size_fit.recommend size_fit.bias size_fit.chart',
  'stock_availability.check stock_availability.have',
  'discount_promo.query discount_promo.gift discount_promo.coupon',
  'shipping_fee.fee shipping_fee.free shipping_fee.insurance',
  'courier_choice.which courier_choice.use',
  'shipping_time.origin shipping_time.dispatch shipping_time.soon shipping_time.eta',
  'order_change.packing shipping_time.urge shipping_time.appointment',
  'refund.where return_exchange.howto shipping_fee.return_fee',
  'payment.howto payment.order_howto invoice.request invoice.kind invoice.when return_exchange.policy',
].flatMap((line) => line.split(' '))
const PLACE: ReadonlyMap<string, number> = new Map(PLAIN.map((topic, place) => [topic, place]))
/** Both questions must be this sure: half an answer too many is worse than two suggestions. */
const SURE = 0.6

/** One of two questions, and what is written for it. */
export interface Asked {
  readonly confidence: number
  readonly isMeant: (topic: string) => boolean
}

export function isPlainTopic(topic: string): boolean {
  return PLACE.has(topic)
}

/** Where an answer on the topic stands in a reply to two questions. */
export function placeOf(topic: string): number {
  return PLACE.get(topic) ?? PLAIN.length
}

/** Two questions, of two families or on two topics of one; who answers what the agent asked has brought up the first of them only. */
export function twoQuestions({
  intents,
  besides,
  kind,
  text,
  answers,
  state,
}: Analysis): readonly [Asked, Asked] | undefined {
  const [first, second] = intents
  if (kind !== 'text' || text === '' || answers || state.mood === 'angry' || !first) return undefined
  if (first.confidence < SURE || !isPlainTopic(first.name)) return undefined
  if (second && second.confidence >= SURE) {
    if (!isPlainTopic(second.name)) return undefined
    const asked = [first, second].map(({ family, confidence }) => ({
      confidence,
      isMeant: (topic: string) => familyOf(topic) === family,
    }))
    return [asked[0]!, asked[1]!]
  }
  const beside = besides.find((name) => name !== first.name && familyOf(name) === first.family)
  if (beside === undefined || !isPlainTopic(beside)) return undefined
  const { confidence } = first
  return [
    { confidence, isMeant: (topic) => topic === first.name },
    { confidence, isMeant: (topic) => topic === beside },
  ]
}
