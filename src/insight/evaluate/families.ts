/**
 * The 23 families that messages are labelled with, in the order of reports. They are fixed so that figures stay comparable; topics below them
 * are free to change.
 */
export const FAMILIES = [
  'size_fit',
  'price_haggle',
  'discount_promo',
  'shipping_time',
  'shipping_fee',
  'courier_choice',
  'logistics_tracking',
  'return_exchange',
  'refund',
  'quality_issue',
  'product_info',
  'stock_availability',
  'recommendation',
  'payment',
  'order_change',
  'invoice',
  'complaint_dispute',
  'review_rating',
  'greeting',
  'thanks_bye',
  'chitchat_offtopic',
  'acknowledgement',
  'other',
] as const

/** The family of an intent name: `size_fit` of `size_fit.recommend`. */
export function familyOf(intent: string): string {
  const dot = intent.indexOf('.')
  return dot < 0 ? intent : intent.slice(0, dot)
}
