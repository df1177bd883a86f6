import { hanNumber } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'

/** A price, or how much comes off it. */
export interface Named {
  readonly price?: number
  readonly off?: number
}

const NUMBER = '(\\d+(?:,\\d{3})*(?:\\.\\d+)?)'
const PRICE: Readonly<Record<Locale, RegExp>> = {
  zh: new RegExp(`${NUMBER}(?:元|块|美元|韩元|港币)`),
  en: new RegExp(`[¥$₩£€]\\s?${NUMBER}|${NUMBER} (?:yuan|rmb|dollars|bucks)`),
  ko: new RegExp(`${NUMBER}\\s?(?:위안|원|달러|홍콩달러)`),
}
/** A granted price has its words before it or behind it; the only group that matches is the figure. */
const GRANTS: Readonly<Record<Locale, readonly RegExp[]>> = {
  zh: [
    new RegExp(
      `(?:(?:给|算|收)[您你亲]?(?:按|算|个价|做)?|(?:就|那)按|最低(?:可以|能|给[您你])?|(?:便宜|优惠|降|让|改|做)(?:到|成)|(?:^|[,。!;])(?:可以|行|好|成)[的吧]?[,]?(?:就|那就)?)[:,是]?${NUMBER}(?=元|块|[,。!?吧哦呀哈啊~]|给|卖|带|拍|成交|$)(?!(?:元|块钱?)的?(?:券|红包|邮|运|差|那|这|档|左右))`,
    ),
    new RegExp(`${NUMBER}(?:元|块钱?)?(?:就)?(?:给[您你]|卖[您你]|(?:您|你)?带走|成交|(?:您|你)?拿走)`),
  ],
  en: [
    new RegExp(
      `(?:\\bi|\\bwe|let's|let me)(?:'ll| can| could| will)? (?:do|make it|go|give|offer|let|sell)[^.!?\\d]{0,30}?${NUMBER}(?! ?(?:%|percent|days?|pieces|pcs|off|coupon|hours?|minutes))`,
    ),
    new RegExp(
      `\\b(?:yours (?:for|at)|deal,? at|(?:ok|okay|fine|sure|alright)[,.!]?) [¥$₩£€]?\\s?${NUMBER}(?! ?(?:%|off))`,
    ),
  ],
  ko: [new RegExp(`${NUMBER}\\s?(?:위안|원)?(?:에|으로|로|까지)\\s?(?:해|드|맞춰|진행|가능|할게|하시)`)],
}
const TAKES_OFF: Readonly<Record<Locale, RegExp>> = {
  zh: new RegExp(
    `(?:便宜|优惠|少[算收]?|减|让|抹)(?:[您你掉了个]|给[您你]){0,2}${NUMBER}(?:元|块)(?!钱?的?(?:券|红包|邮|运))`,
  ),
  en: new RegExp(`[¥$₩£€]\\s?${NUMBER} (?:off|less|cheaper)(?! over)|\\bknock (?:off )?[¥$₩£€]?\\s?${NUMBER}`),
  ko: new RegExp(`${NUMBER}\\s?(?:위안|원)\\s?(?:을 |를 )?(?:깎|빼|할인해|내려)`),
}
/** A refusal names the figure too, and a promotion its steps. */
const GRANTS_NOT: Readonly<Record<Locale, RegExp>> = {
  zh: /没法|无法|没办法|不能|不行|不了|不到|不起|够不着|做不|难|太低|亏本|差太|满|券|包邮|凑/,
  en: /can'?t|cannot|can not|unable|won'?t|sorry|not possible|too low|over|from|coupon/,
  ko: /어렵|어려|불가|안 ?되|안 ?돼|못|죄송|힘들|이상|쿠폰|무료배송/,
}

/** The first price in a text in matching form. */
export function priceIn(text: string, locale: Locale): Named | undefined {
  return named(PRICE[locale].exec(text), 'price')
}

/** What own words in matching form grant: the price, or what comes off it. */
export function grantIn(words: string, locale: Locale): Named | undefined {
  const text = locale === 'zh' ? inFigures(words) : words
  if (!/\d/.test(text) || GRANTS_NOT[locale].test(text)) return undefined
  const off = named(TAKES_OFF[locale].exec(text), 'off')
  if (off) return off
  for (const pattern of GRANTS[locale]) {
    const price = named(pattern.exec(text), 'price')
    if (price) return price
  }
  return undefined
}

function named(match: RegExpExecArray | null, what: 'price' | 'off'): Named | undefined {
  const figure = match?.slice(1).find((group) => group !== undefined)
  return figure === undefined ? undefined : { [what]: Number(figure.replaceAll(',', '')) }
}

const HAN = /[一二两三四五六七八九十百][零一二三四五六七八九十百]*(?=元|块|[给卖带拍吧,。!]|$)/g

function inFigures(text: string): string {
  return text.replace(HAN, (numeral) => String(hanNumber(numeral)))
}
