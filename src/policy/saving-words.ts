import type { Locale } from '../protocol/index.ts'
import type { Saving } from './basket-way.ts'
import { say } from './localised.ts'
import { formatFen, toFen } from './money.ts'

/** The language and money a basket is said in. Every text is undefined as soon as one of its goods or offers has no name there. */
export interface BasketWords {
  readonly locale: Locale
  readonly currency: string
}

/** `任选两件9折减11.8元`: what lowered a basket's price, and by how much. */
export function savingText(saving: Saving, words: BasketWords): string | undefined {
  const money = moneyIn(words)
  const fen = money(saving.fen)
  const named = nameOf(saving, words)
  if (named === undefined) return undefined
  // 满99减10 says its figure itself
  if (saving.kind === 'step') return named
  return { zh: `${named}减${fen}`, en: `${named} −${fen}`, ko: `${named} -${fen}` }[words.locale]
}

function nameOf(saving: Saving, words: BasketWords): string | undefined {
  const { locale } = words
  const money = moneyIn(words)
  switch (saving.kind) {
    case 'promotion':
      return say(saving.promotion.text, locale)
    case 'member': {
      const level = say(saving.level.name, locale)
      return level && { zh: `${level}会员价`, en: `${level} member price`, ko: `${level} 회원가` }[locale]
    }
    case 'step': {
      const over = money(toFen(saving.step.over))
      const minus = money(saving.fen)
      return { zh: `满${over}减${minus}`, en: `${minus} off over ${over}`, ko: `${over} 이상 ${minus} 할인` }[locale]
    }
    case 'coupon':
      return { zh: '用券', en: 'coupon', ko: '쿠폰' }[locale]
    case 'add_on':
      return { zh: '换购', en: 'add-on price', ko: '추가 구매가' }[locale]
  }
}

/** A coupon as something to take before ordering. */
export function couponName(coupon: { minSpend: number; amount: number }, words: BasketWords): string {
  const over = moneyIn(words)(toFen(coupon.minSpend))
  const minus = moneyIn(words)(toFen(coupon.amount))
  return { zh: `满${over}减${minus}的券`, en: `the coupon (${minus} off ${over})`, ko: `${over} 이상 ${minus} 쿠폰` }[
    words.locale
  ]
}

/** An amount as the shopper reads it. */
export function moneyIn({ currency, locale }: BasketWords): (fen: number) => string {
  return (fen) => formatFen(fen, currency, locale)
}
