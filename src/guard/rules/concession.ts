import type { SlotName } from '../../intents/index.ts'
import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { unlisted } from '../learned/index.ts'
import type { ListName } from '../lists.ts'
import { prints } from '../prints.ts'
import { quantitiesIn } from '../quantities.ts'
import { judged, knownValue, type Support } from '../support.ts'

type SupportOf = (hit: Hit, text: CheckedText, context: GuardContext) => Support

function concessionRule(
  id: string,
  level: Rule['level'],
  list: ListName,
  says: Rule['says'],
  support: SupportOf,
  more: (text: CheckedText) => readonly Hit[] = none,
): Rule {
  return {
    id,
    level,
    says,
    find: (text, context) => {
      const isOwn = (hit: Hit) => prints(text, context, text.clause(hit.from, hit.to), ...PROMOTIONS)
      return judged([...text.hits(list), ...more(text)], context, (hit) =>
        isOwn(hit) ? 'supported' : support(hit, text, context),
      )
    },
  }
}

const NONE: readonly Hit[] = []
const none = () => NONE

/** Printing one of these in the clause means that the concession is the store's own. */
const PROMOTIONS = ['gift.', 'promo.', 'coupon.', 'discount.', 'member.', 'shipping.free', 'price_protection.']
const PRICE_FACTS: SlotName[] = [
  'discount.rule',
  'promo.text',
  'coupon.text',
  'member.rule',
  'member.price',
  'coupon.stack',
  'basket.steps',
  'basket.better',
  'bargain.price',
]

/** R15: a gift must be one that runs. */
export const gift = concessionRule(
  'R15',
  'block',
  'gift',
  { zh: '赠品不在进行中的活动里', en: 'gift that no promotion names', ko: '진행 중인 행사에 없는 사은품입니다' },
  (hit, text, context) => {
    const state = knownValue(context, 'gift.state')
    if (state === 'off') return context.keeps?.offers === false ? 'unkept' : 'contradicted'
    const name = context.facts?.get('gift.name')?.text
    if (name === undefined) return 'unknown'
    return /礼物|礼品|赠品|gift|사은품/.test(text.clause(hit.from, hit.to).text) || sharesWord(text.text, name)
      ? 'supported'
      : 'contradicted'
  },
  (text) => unlisted('R15', 'block', text, text.hits('gift')),
)

/** R69: no discount beyond the policy. */
export const discount = concessionRule(
  'R69',
  'warn',
  'discount',
  { zh: '优惠超出店铺政策或没有依据', en: 'discount the policy does not give', ko: '정책에 없는 할인입니다' },
  (hit, text, context) => {
    const amounts = amountsIn(text.clause(hit.from, hit.to).text)
    const known = PRICE_FACTS.flatMap((slot) => context.facts?.get(slot)?.text ?? [])
    if (context.keeps?.offers === false) return 'unkept'
    if (known.length === 0) return knownValue(context, 'promo.state') === 'off' ? 'contradicted' : 'unknown'
    if (amounts.length === 0) return knownValue(context, 'bargain.state') === 'fixed' ? 'contradicted' : 'unknown'
    const allowed = new Set(known.flatMap(amountsIn))
    return amounts.every((amount) => allowed.has(amount)) ? 'supported' : 'contradicted'
  },
)

/** R71: no free shipping that the rule does not give. */
export const freePostage = concessionRule(
  'R71',
  'block',
  'free_postage',
  { zh: '包邮没有政策依据', en: 'free shipping the policy does not give', ko: '정책에 없는 무료배송입니다' },
  (_hit, _text, context) => postageSupport(context),
)

function postageSupport(context: GuardContext): Support {
  const state = knownValue(context, 'free.state')
  if (state === 'yes') return 'supported'
  if (context.keeps?.postage === false) return 'unkept'
  return state === undefined ? 'unknown' : 'contradicted'
}

/** R71: no compensation or favour on the agent's own authority. */
export const favour = concessionRule(
  'R71',
  'block',
  'concession',
  { zh: '未授权的让步（补偿、破例、额外优惠）', en: 'unauthorised concession', ko: '승인되지 않은 양보입니다' },
  (hit, text, context) => {
    const words = text.text.slice(hit.from, hit.to)
    if (POSTAGE.test(words)) return postageSupport(context)
    if (MAKES_GOOD.test(words)) return compensationSupport(words, context)
    return knownValue(context, 'bargain.state') === 'fixed' ? 'contradicted' : 'unknown'
  },
  (text) => unlisted('R71', 'block', text, [...text.hits('free_postage'), ...text.hits('concession')]),
)

const POSTAGE = /邮|运费|快递费|寄费/

/** A sum for a trouble, openly offered: how the store bargains says nothing of it. */
const MAKES_GOOD =
  /^(?=.*(?:补|赔|退|返|compensat|보상))(?!.*(?:倍|[个件份]|延保|破例|私|偷|悄|自己|个人|工资|券|红包))/

function compensationSupport(words: string, { mayCompensate }: GuardContext): Support {
  const sums = quantitiesIn(words).flatMap(({ kind, value }) => (kind === 'money' ? [value] : []))
  if (mayCompensate === undefined || sums.length === 0) return 'unknown'
  return Math.max(...sums) <= mayCompensate ? 'supported' : 'contradicted'
}

/** Numbers of a price statement: 满99减10 and 9折 by their figures, percentages as per cent off. */
function amountsIn(text: string): string[] {
  const lower = text.toLowerCase()
  const rates = quantitiesIn(lower).flatMap(({ kind, value }) => (kind === 'rate' ? [`${value}%`] : []))
  const figures = lower.replace(/[\d.]+\s*(?:折|%)/g, '').match(/\d+(?:\.\d+)?/g) ?? []
  return [...rates, ...figures.map((figure) => String(Number(figure)))]
}

/** True when the text contains two neighbouring letters, or a word, of the gift's name. */
function sharesWord(text: string, name: string): boolean {
  const plain = name.toLowerCase().replace(/[\s\d]/g, '')
  for (let i = 0; i + 2 <= plain.length; i += 1) {
    const pair = plain.slice(i, i + 2)
    if (/[\u3400-\u9fff\uac00-\ud7af]{2}/.test(pair) && text.includes(pair)) return true
  }
  return (name.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => text.includes(word))
}
