import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import type { Statement, Topic } from './statement.ts'

/** An expression whose groups are an amount, or that names no amount and stands for one. */
interface Pattern {
  readonly topic: Topic
  readonly words: RegExp
  /** What words without an amount say: nothing to pay, or something. */
  readonly says?: 'nothing' | 'something'
}

const FEE_ZH = '(?:邮费|运费|快递费)'
const IS_ZH = '(?:是|就是|一共|都是|需要?|要|只要|统一|一律|大概|才|得|付|收|为|:|：){0,3}'
const YUAN = '(\\d+(?:\\.\\d+)?)(?:元|块|圆|rmb)'
const AMOUNT_EN = '(?:is|are|costs?|comes? to|will be|would be|:) ?(?:only |about )?[$£€](\\d+(?:\\.\\d+)?)'
const WON = '(\\d{1,3}(?:,\\d{3})+|\\d+) ?원'

const PATTERNS: Readonly<Record<Locale, readonly Pattern[]>> = {
  zh: [
    {
      topic: 'postage',
      says: 'something',
      words:
        /不(?:能|可以|给|支持)?(?:包邮|免邮|免运费)|没有包邮|包不了邮|包邮不了|(?:邮费|运费)(?:是|也|都|这边)*(?:免不了|(?:不|没法|没办法)(?:能|可以|给)?免|要付|得付)/g,
    },
    {
      topic: 'postage',
      says: 'nothing',
      words:
        /(?<![不没未\d]|没有|不能|不给|不可以|元|块|件)(?:包邮|免邮费?|免运费)(?!里|卡|券|条件|门槛|规则|价|的?话|范围|不|商品|地区|区)/g,
    },
    { topic: 'postage', words: new RegExp(`${FEE_ZH}${IS_ZH}(\\d+(?:\\.\\d+)?)(?:元|块|圆|(?=[哦呢的,。!]|$))`, 'g') },
    { topic: 'postage', words: new RegExp(`${YUAN}钱?的?${FEE_ZH}(?!险)`, 'g') },
    { topic: 'total', words: new RegExp(`(?:一共|总共|合计|总价|加起来|拢共)${IS_ZH}${YUAN}`, 'g') },
    {
      topic: 'price',
      words: new RegExp(
        `(?:单[个件价]|售价|现价|活动价|到手价|特价|会员价|券后价?|(?:一|每)[个件斤包盒双条套袋瓶])${IS_ZH}${YUAN}`,
        'g',
      ),
    },
  ],
  en: [
    {
      topic: 'postage',
      says: 'something',
      words: /\b(?:no|not|don'?t (?:do|offer|have)) free (?:shipping|postage|delivery)/g,
    },
    {
      topic: 'postage',
      says: 'nothing',
      words:
        /(?<!no |not |offer |have |do )\bfree (?:shipping|postage|delivery)|\b(?:shipping|postage|delivery) is free\b/g,
    },
    {
      topic: 'postage',
      words: new RegExp(
        `\\b(?:shipping|postage|delivery)(?: fee| cost| charge)? (?:${AMOUNT_EN}|of [$£€](\\d+(?:\\.\\d+)?))`,
        'g',
      ),
    },
    { topic: 'postage', words: /[$£€](\d+(?:\.\d+)?) (?:shipping|postage|delivery)\b/g },
    { topic: 'total', words: new RegExp(`\\btotal ${AMOUNT_EN}`, 'g') },
    { topic: 'price', words: new RegExp(`\\bprice ${AMOUNT_EN}`, 'g') },
  ],
  ko: [
    { topic: 'postage', says: 'something', words: /무료 ?배송(?:은|이)? ?(?:안|아닙|불가|어렵)/g },
    {
      topic: 'postage',
      says: 'nothing',
      words: /무료 ?배송(?!(?:은|이)? ?(?:안|아닙|불가|어렵))|배송비(?:는|가)? ?무료/g,
    },
    { topic: 'postage', words: new RegExp(`배송비(?:는|가|:)? ?${WON}`, 'g') },
    { topic: 'total', words: new RegExp(`(?:총|합계)(?: ?금액)?(?:은|이|:)? ?${WON}`, 'g') },
    { topic: 'price', words: new RegExp(`가격(?:은|이|:)? ?${WON}`, 'g') },
  ],
}
const CUE: Readonly<Record<Locale, RegExp>> = { zh: /邮|费|[元块圆]/, en: /free|[$£€]|return/, ko: /배송|원/ }
/** Fees of another kind, and thresholds from which one falls away. */
const ANOTHER =
  /退[货回换]|寄回|换货|险|[差补凑添够超核满]|首重|续重|以上|标准|规[矩定则]|破例|包邮的?线|下次|分开|[起元\d}]就?[能可以]*[包免]|买[二两三四五]|拍[二两三四五]|第二|每[加多]|[份袋箱盒组][就都]?(?:可以)?(?:给[您你亲]+)?包邮|达到|一般|所以|\bover\b|orders|short of|away from|\bfrom\b|starts?\b|\badd\b|reach|반품|교환|왕복|이상|까지|기준|부터|이면|담으|여부/
/** From some sum on the postage falls away: what it is depends on the order. */
const THRESHOLD = /[满够]\d+[^,。]{0,3}[包免]/
const GIVES_WAY = /给您|帮您|优惠|便宜|[减券折抹改]|少[您收]|discount|할인|쿠폰/
const SOMETHING = 0.01

/** Amounts that a line states: postage, prices, totals. Who gives way in a price states a new one on purpose. */
export function amountsIn(text: string, locale: Locale): Statement[] {
  if (!CUE[locale].test(text)) return []
  return PATTERNS[locale].flatMap(({ topic, words, says }) =>
    [...text.matchAll(words)].flatMap((match) => {
      const span = { from: match.index, to: match.index + match[0].length }
      const clause = clauseOf(text, span)
      if (isAsked(clause) || isConditional(clause) || ANOTHER.test(clause)) return []
      if (topic === 'postage' && THRESHOLD.test(text)) return []
      if (topic !== 'postage' && GIVES_WAY.test(clause)) return []
      const amount = Number((match[1] ?? match[2])?.replaceAll(',', ''))
      if (says === undefined) return [{ topic, says: { low: amount, high: amount }, ...span }]
      if (says === 'something') return [{ topic, says: { low: SOMETHING, high: Number.POSITIVE_INFINITY }, ...span }]
      const free = { topic, says: { low: 0, high: 0 }, ...span }
      return [PROMISED.test(clause) ? { ...free, promise: 'given' as const } : free]
    }),
  )
}

const PROMISED = /[给帮为][您你]|we(?:'| wi)ll|i(?:'| wi)ll|드릴|드리겠/
