import { normalise, type SlotName } from '../../intents/index.ts'
import type { CheckedText } from '../checked-text.ts'
import type { Finding, GuardContext, Rule } from '../context.ts'
import { type Quantity, type QuantityKind, quantitiesIn } from '../quantities.ts'
import { judge, type Support } from '../support.ts'

/** What a clause talks about decides which fact its number must agree with. */
const TOPICS: readonly { word: RegExp; kinds: readonly QuantityKind[]; slots: readonly SlotName[] }[] = [
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
const SOURCES: Readonly<Record<QuantityKind, readonly SlotName[]>> = {
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

/** "稍等2分钟" is the agent's own pause, not a promise of the store; nobody pauses for an hour. */
const LONGEST_PAUSE = 60
const PAUSE = /(?:稍等|请等|等我|等您|wait|just a|a moment|잠시)/

/** R16: prices, fees, days, measures and stock only from data. Printed values are data; the shopper's own measures may be repeated. */
export const facts: Rule = {
  id: 'R16',
  level: 'block',
  says: {
    zh: '数字没有资料来源',
    en: 'number without a source',
    ko: '출처가 없는 숫자입니다',
  },
  find: (text, context) => {
    const found = quantitiesIn(text.text).flatMap((quantity) => {
      const span = text.at(quantity.from, quantity.to)
      if (text.prints(span, '')) return []
      const clause = text.clause(quantity.from, quantity.to).text
      if (context.kind === 'draft' && isPause(quantity, text.text)) return []
      // a count of pieces is a fact only where the clause speaks of stock
      if (quantity.kind === 'pieces' && !/库存|剩|现货|in stock|left|재고/.test(clause)) return []
      const outcome = judge(quantitySupport(quantity, clause, context), context)
      return outcome ? [{ ...span, ...outcome }] : []
    })
    return [...found, ...sizeFindings(text, context)]
  },
}

function isPause({ kind, value }: Quantity, text: string): boolean {
  return kind === 'time' && value < LONGEST_PAUSE && PAUSE.test(text)
}

function quantitySupport(quantity: Quantity, clause: string, context: GuardContext): Support {
  if (quantity.kind === 'measure' && shopperSaid(quantity, context)) return 'supported'
  if (!context.facts) return 'unknown'
  const { kind, value } = quantity
  const agrees = (slot: SlotName) => figuresOf(slot, context).some((one) => one.kind === kind && one.value === value)
  const topics = TOPICS.filter((topic) => topic.kinds.includes(kind) && topic.word.test(clause))
  const slots = topics.flatMap((topic) => topic.slots)
  if (slots.some(agrees)) return 'supported'
  if (slots.some((slot) => figuresOf(slot, context).some((one) => one.kind === kind))) return 'contradicted'
  return SOURCES[kind].some(agrees) ? 'supported' : 'unknown'
}

function figuresOf(slot: SlotName, context: GuardContext): Quantity[] {
  const fact = context.facts?.get(slot)
  return fact ? quantitiesIn(normalise(fact.text).text) : []
}

function shopperSaid(quantity: Quantity, context: GuardContext): boolean {
  return (context.shopperTexts ?? []).some((said) =>
    (normalise(said).text.match(/\d+(?:\.\d+)?/g) ?? []).some((figure) =>
      // a bare "162" carries no unit: cm as it stands, jin or kg once converted
      [1, 500, 1000, 100].some((size) => Number(figure) * size === quantity.value),
    ),
  )
}

const SIZE_ADVICE =
  /(?:建议|推荐|适合|选|拍|穿)(?:您|的是|择|一?个)?((?:[2-6]?x{0,2}[sml]|均|\d{2,3})码)|(?:recommend|suggest|take|go with) (?:an? |size |the )*((?:[2-6]?x{0,2}[sml]))\b|((?:[2-6]?x{0,2}[sml])) ?사이즈를? ?추천/g

const SPEAKS_OF_SIZE = /码|size|take|go with|recommend|suggest|사이즈/

/** A size verdict must be the calculator's (R16, R60). */
function sizeFindings(text: CheckedText, context: GuardContext): Finding[] {
  if (!SPEAKS_OF_SIZE.test(text.text)) return []
  return [...text.text.matchAll(SIZE_ADVICE)].flatMap((match) => {
    const said = (match[1] ?? match[2] ?? match[3])!
    const from = match.index + match[0].indexOf(said)
    const span = text.at(from, from + said.length)
    if (text.prints(span, '')) return []
    const known = (['size.pick', 'size.other'] as const).flatMap((slot) => context.facts?.get(slot)?.text ?? [])
    const bare = said.replace('码', '')
    const support: Support =
      known.length === 0 ? 'unknown' : known.some((size) => bareSize(size) === bare) ? 'supported' : 'contradicted'
    const outcome = judge(support, context)
    return outcome ? [{ ...span, ...outcome }] : []
  })
}

function bareSize(size: string): string {
  return size.toLowerCase().replace(/码|号|사이즈|size|\s/g, '')
}
