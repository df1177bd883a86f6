import type { SlotName } from '../../intents/index.ts'
import type { QuantityKind } from '../quantities.ts'

/** What a clause talks about decides which fact its number must agree with. */
export const TOPICS: readonly { word: RegExp; kinds: readonly QuantityKind[]; slots: readonly SlotName[] }[] = [
  {
    word: /包邮|免邮|free shipping|무료 ?배송/,
    kinds: ['money'],
    slots: ['shipping.free_threshold', 'shipping.free_gap'],
  },
  {
    word: /邮费|运费|快递费|postage|shipping (?:fee|cost)|배송비/,
    kinds: ['money'],
    slots: ['shipping.fee', 'shipping.fee_rule', 'shipping.free_threshold'],
  },
  {
    word: /价格?是|售价|卖|一共|price|costs?|가격/,
    kinds: ['money'],
    slots: ['product.price', 'member.price', 'order.total'],
  },
  {
    word: /发货|发出|寄出|dispatch|ships?\b|출고|발송/,
    kinds: ['time', 'date'],
    slots: ['shipping.dispatch', 'shipping.dispatch_date'],
  },
  {
    word: /到货|送达|收到|能到|会到|就到|到的|天到|arriv|deliver|도착|배송/,
    kinds: ['time', 'date'],
    slots: ['shipping.transit', 'shipping.eta_date'],
  },
  { word: /退货|退换|无理由|returns?\b|반품|교환/, kinds: ['time'], slots: ['returns.days'] },
  { word: /退款|到账|refund|환불/, kinds: ['time'], slots: ['refund.days'] },
  { word: /付款|支付|pay\b|결제/, kinds: ['time'], slots: ['payment.window', 'order.pay_by'] },
  { word: /保质期|shelf|유통기한/, kinds: ['time'], slots: ['product.shelf_life'] },
  { word: /库存|剩|stock|left|재고/, kinds: ['pieces'], slots: ['stock.left'] },
]

/** Any fact that may carry a number of the kind. */
export const SOURCES: Readonly<Record<QuantityKind, readonly SlotName[]>> = {
  money: [
    'product.price',
    'member.price',
    'shipping.fee',
    'shipping.fee_rule',
    'shipping.free_threshold',
    'shipping.free_gap',
    'discount.rule',
    'coupon.text',
    'promo.text',
    'gift.value',
    'gift.condition',
    'member.rule',
    'member.gap',
    'order.total',
    'cheaper',
    'alternatives',
  ],
  time: [
    'shipping.dispatch',
    'shipping.transit',
    'shipping.late_days',
    'returns.days',
    'refund.days',
    'payment.window',
    'followup.minutes',
    'receipt.extend_days',
    'product.shelf_life',
    'invoice.when',
    'hold.hours',
    'service.hours',
    'price_protection.rule',
  ],
  rate: ['discount.rule', 'promo.text', 'coupon.text', 'member.rule', 'product.material', 'product.ingredients'],
  measure: [
    'product.spec',
    'product.material',
    'product.ingredients',
    'product.sizes',
    'size.why',
    'shipping.fee_rule',
    'product.fit_bias',
  ],
  date: [
    'shipping.dispatch_date',
    'shipping.eta_date',
    'promo.until',
    'gift.until',
    'promo.next',
    'product.batch',
    'product.restock',
    'shipping.holiday',
  ],
  pieces: ['stock.left', 'product.spec', 'gift.name', 'quantity', 'promo.text'],
}
