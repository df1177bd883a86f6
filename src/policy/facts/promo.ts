import { dayText } from '../day-text.ts'
import { type Localised, say } from '../localised.ts'
import { toFen } from '../money.ts'
import { couponsAt, covers, giftsAt, nextPromotion, promotionsAt } from '../offers.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers, state, words } from './resolver.ts'

type Promotion = Knowledge['store']['promotions'][number]
type Gift = Knowledge['store']['gifts'][number]

/** The promotion that runs here and now; one for some categories only counts once a product of them is at hand. */
function promotion(know: Knowledge): Promotion | undefined {
  return know.once('promotion', () => promotionsAt(know.store, know.situation).find((one) => covers(one, know.card)))
}

/** The gift that runs and is not used up. */
function gift(know: Knowledge): Gift | undefined {
  return know.once('gift', () => giftsAt(know.store, know.situation)[0])
}

function day(know: Knowledge, iso: string | undefined): Fact | undefined {
  return iso === undefined ? undefined : fact('policy', dayText(iso, know.locale, know.now.day), iso)
}

function amount(know: Knowledge, yuan: number | undefined): string | undefined {
  return yuan === undefined ? undefined : know.money(toFen(yuan))
}

function coupon(know: Knowledge): Fact | undefined {
  const found = couponsAt(know.store, know.situation)[0]
  if (!found) return undefined
  const text = {
    zh: `满${found.minSpend}减${found.amount}的店铺券`,
    en: `a store coupon for ${amount(know, found.amount)} off ${amount(know, found.minSpend)}`,
    ko: `${amount(know, found.minSpend)} 이상 ${amount(know, found.amount)} 할인 쿠폰`,
  }
  return fact('policy', text[know.locale], found.id)
}

/** `满99减10、满199减25`. */
function discountRule(know: Knowledge): Fact | undefined {
  const steps = know.settle(know.store.discount.steps)
  const said = steps?.map(({ over, minus }) => ({
    zh: `满${over}减${minus}`,
    en: `${amount(know, minus)} off over ${amount(know, over)}`,
    ko: `${amount(know, over)} 이상 ${amount(know, minus)} 할인`,
  }))
  return fact('policy', said?.map((step) => step[know.locale]).join(know.locale === 'zh' ? '、' : ', '))
}

function giftCondition(know: Knowledge): Fact | undefined {
  const spend = amount(know, gift(know)?.minSpend)
  if (spend === undefined) return undefined
  return fact(
    'policy',
    { zh: `满${spend}`, en: `orders over ${spend}`, ko: `${spend} 이상 구매` }[know.locale],
    gift(know)!.minSpend!,
  )
}

function said(know: Knowledge, localised: Localised | undefined): Fact | undefined {
  return fact('policy', say(localised, know.locale))
}

export const PROMO: Resolvers = {
  'discount.rule': discountRule,
  'coupon.text': coupon,
  'coupon.stack': (know) => words(know, know.settle(know.store.couponStack)),
  'promo.text': (know) => said(know, promotion(know)?.text),
  'promo.until': (know) => day(know, promotion(know)?.when.to),
  'promo.next': (know) => day(know, nextPromotion(know.store, know.situation, know.card)?.when.from),
  'promo.state': (know) => state('policy', promotion(know) ? 'on' : 'off'),
  'gift.name': (know) => said(know, gift(know)?.name),
  'gift.value': (know) => fact('policy', amount(know, gift(know)?.value), gift(know)?.value),
  'gift.condition': giftCondition,
  'gift.until': (know) => day(know, gift(know)?.when.to),
  'gift.state': (know) => state('policy', gift(know) ? 'on' : 'off'),
  'bargain.state': (know) => state('policy', know.settle(know.store.bargain.mode)),
  'price_protection.rule': (know) => words(know, know.settle(know.store.priceProtection.rule)),
}
