import type { PricedBasket } from './basket.ts'
import type { Goods } from './basket-way.ts'
import type { CheaperWay } from './cheaper-way.ts'
import { type Line, say } from './localised.ts'
import { type BasketWords, couponName, moneyIn, savingText } from './saving-words.ts'

/** `59元×2共118元，任选两件9折减11.8元，满99减10元，合计96.2元`: every step, so that the shopper can check it. */
export function basketSteps(basket: PricedBasket, words: BasketWords): string | undefined {
  const goods = goodsWithPrices(basket.cart, words)
  const savings = basket.savings.map((saving) => savingText(saving, words))
  if (goods === undefined || savings.includes(undefined)) return undefined
  const money = moneyIn(words)
  const page = money(basket.pageFen)
  const total = money(basket.totalFen)
  const plain = basket.cart.length === 1 && basket.cart[0]!.count === 1
  const start = plain
    ? goods
    : { zh: `${goods}共${page}`, en: `${goods}, ${page} in all`, ko: `${goods}, 총 ${page}` }[words.locale]
  if (savings.length === 0) return start
  const end = { zh: `实付${total}`, en: `to pay ${total}`, ko: `결제 금액 ${total}` }[words.locale]
  return [start, ...savings, end].join(words.locale === 'zh' ? '，' : ', ')
}

/** 怎么拍: what to put into the cart, and what to do before paying. */
export function cartText(basket: PricedBasket, words: BasketWords): string | undefined {
  const goods = goodsNames(basket.cart, words)
  const coupon = basket.savings.find((saving) => saving.kind === 'coupon')
  const beyond =
    basket.beyond.length > 0
      ? goodsNames(
          basket.cart.filter(({ id }) => basket.beyond.some((over) => over.id === id)),
          words,
        )
      : ''
  if (goods === undefined || beyond === undefined) return undefined
  const first = coupon && couponName(coupon.coupon, words)
  const parts: Line = {
    zh: [first && `先领${first}`, `${goods}放在一单里提交`, beyond && `每人最多${beyond}`].filter(Boolean).join('，'),
    en: [first && `take ${first} first`, `put ${goods} into one order`, beyond && `at most ${beyond} per person`]
      .filter(Boolean)
      .join(', '),
    ko: [first && `${first} 먼저 받기`, `${goods} 한 번에 주문`, beyond && `1인당 최대 ${beyond}`]
      .filter(Boolean)
      .join(', '),
  }
  return parts[words.locale]
}

/** What the shopper gains by the other way, and how to order it. */
export function cheaperText(way: CheaperWay, words: BasketWords): string | undefined {
  const money = moneyIn(words)
  const including = { zh: '（含邮费）', en: ' with postage', ko: '(배송비 포함)' }[words.locale]
  const total = money(way.totalFen) + (way.withPostage ? including : '')
  const saved = money(way.savedFen)
  if (way.added) {
    const more = goodsNames([way.added], words)
    if (more === undefined) return undefined
    const gain =
      way.savedFen > 0
        ? { zh: `反而省${saved}`, en: `${saved} less`, ko: `오히려 ${saved} 절약` }
        : { zh: '价钱一样', en: 'the same money', ko: '같은 금액' }
    return {
      zh: `再加${more}，合计${total}，${gain.zh}`,
      en: `with ${more} more it comes to ${total}, ${gain.en}`,
      ko: `${more} 더 담으면 ${total}, ${gain.ko}`,
    }[words.locale]
  }
  const orders = way.orders.map(({ cart }) => goodsNames(cart, words))
  if (orders.includes(undefined)) return undefined
  return {
    zh: `分两单拍：${orders.join('一单，')}一单，合计${total}，省${saved}`,
    en: `as two orders (${orders.join('; ')}) it comes to ${total}, ${saved} less`,
    ko: `두 번에 나눠 주문(${orders.join(' / ')})하면 ${total}, ${saved} 절약`,
  }[words.locale]
}

/** `纯棉短袖×2、袜子×1`. */
function goodsNames(goods: readonly Goods[], { locale }: BasketWords): string | undefined {
  const named = goods.map(({ name, count }) => {
    const said = say(name, locale)
    return said && (locale === 'en' ? `${count} × ${said}` : `${said}×${count}`)
  })
  return named.includes(undefined) ? undefined : named.join(locale === 'zh' ? '、' : ', ')
}

/** `59元×2`; with more than one product `纯棉短袖59元×2、袜子25元`. */
function goodsWithPrices(goods: readonly Goods[], words: BasketWords): string | undefined {
  const parts = goods.map(({ name, fen, count }) => {
    const price = moneyIn(words)(fen)
    const times = count > 1 ? (words.locale === 'en' ? `${count} × ${price}` : `${price}×${count}`) : price
    if (goods.length === 1) return times
    const said = say(name, words.locale)
    return said && (words.locale === 'zh' ? `${said}${times}` : `${said} ${times}`)
  })
  return parts.includes(undefined) ? undefined : parts.join(words.locale === 'zh' ? '、' : ', ')
}
