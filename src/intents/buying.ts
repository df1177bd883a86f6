import { type Said, told } from './said.ts'

/** What a topic says of buying by itself, times its confidence (F10). */
const SOUNDS: Readonly<Record<string, number>> = {
  'payment.paid': 0.9,
  'payment.will_pay': 0.9,
  'payment.bank_notice': 0.9,
  'payment.order_howto': 0.8,
  'payment.howto': 0.5,
  'acknowledgement.price_accept': 0.8,
  'order_change.verify': 0.4,
  'stock_availability.scarcity': 0.3,
  'shipping_time.dispatch': 0.2,
  'product_info.link': 0.3,
}
/** After the sale an order spoken of is one that was placed long ago. */
const PLACED: ReadonlySet<string> = new Set([
  'logistics_tracking',
  'quality_issue',
  'refund',
  'return_exchange',
  'complaint_dispute',
])
/** Asking for one exact variant. */
const VARIANT = 0.6
/** What is left of readiness after another message, and after words of not buying. */
const KEPT = 0.7
const LOST = 0.2

/** How ready a shopper is to buy after a message, 0..1, on top of the readiness before; undefined when not at all. */
export function buyingAfter(before: number | undefined, message: Said): number | undefined {
  const declines = told(message, 'declines') > 0
  const kept = (before ?? 0) * (declines ? LOST : KEPT)
  const shown = declines ? 0 : shownIn(message)
  const ready = 1 - (1 - kept) * (1 - shown)
  return ready < 0.1 ? undefined : Math.round(ready * 100) / 100
}

function shownIn(message: Said): number {
  const { intents, entities } = message
  const first = intents[0]
  if (first && PLACED.has(first.family)) return 0
  let shown = told(message, 'buying')
  for (const { name, confidence } of intents.slice(0, 2)) shown += (SOUNDS[name] ?? 0) * confidence
  if (first?.name === 'stock_availability.check' && entities.some(({ slot }) => slot === 'size' || slot === 'colour'))
    shown += VARIANT
  return Math.min(0.95, Math.max(0, shown))
}
