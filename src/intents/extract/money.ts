import type { NumberToken } from './numbers.ts'
import { numeral } from './numerals.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'

/** 1: currency word, 2: what follows 块 / 元 in jiao ("15块8"), 3: jiao, 4: bucks. */
const MONEY =
  /\s?(?:多|几)?\s?(?:(美元|美金|刀(?!架|具|面|片|把|子)|dollars?|bucks|usd|港币|港元|hkd|欧元|euros?|€(?!\s?\d)|英镑|pounds? sterling|quid|日元|円|원|won(?![a-z])|krw)|(?:块钱?|元钱?|圆|rmb|人民币|cny|yuan|¥(?!\s?\d))(?:(\d|[一二三四五六七八九])(?![\d十百斤包件袋盒份个片条张支瓶只把套双箱提]))?|([毛角](?!巾|衣|线|毯|绒|豆)钱?))/y
const SYMBOL = /(¥|\$|₩|£|€)\s?$/
const SIGNS: Readonly<Record<string, string>> = { '¥': 'CNY', $: 'USD', '₩': 'KRW', '£': 'GBP', '€': 'EUR' }
const OFFERED = /^\s?(?:给我|卖给|卖不卖|卖吗|成交|拿下|包邮|到手|行不行|行吗|行不|可以不|可以吗|可不可以|好不好)/
/** Words that a price without its unit follows. */
const PRICED = /(?:一口价|卖|只要|原价|现价|活动价|标价|付了|花了|转了)[:,是\s]{0,2}$/
const OTHER_UNIT = /^\s?[\d.件包盒袋份个斤岁天月号条双%a-z:点折]/
const REDUCED = /(?:便宜|少|让|抹掉?|降)(?:我|点|个)?\s?$/
const FOLLOWS = /^\s?(?:我?就|块|元|[吧嘛呗行,!。?]|$)/
const PIECES = /^\s?(?:布|肉|糖|巧克力|饼|毛巾|豆腐|手表|装)/
const BUDGET_BEFORE =
  /(?:预算|价位|心理价|不超过|不要超过|低于|under|below|less than|up to|at most|budget(?: of| is|:)?|around|within|예산|최대)(?:是|在|大概|大约|只有|就|有|:|은|이)*\s?(?:\$|¥|₩|£|€)?\s?$/
const BUDGET_AFTER = /^\s?(?:以内|以下|之内|内的|이하|이내|미만|(?:만원)?대(?:로|의)?|or less|max(?![a-z]))/
const PRICE_TO_BUDGET = new Set(['around', 'within', 'at most', 'up to', 'less than', 'below', 'under'])

/** Prices ("30块", "$20", "3만원", "两百给我"; an offered reduction is negative) and budgets ("预算300以内", "under 50 dollars"). */
export function readMoney(reading: Reading): void {
  for (const number of reading.numbers) {
    if (number.kind !== 'metres' && number.value > 0 && number.value < 1e7) readOne(reading, number)
  }
}

function readOne(reading: Reading, number: NumberToken): void {
  const { text } = reading
  const lead = before(text, number.start, 16)
  const symbol = SYMBOL.exec(lead)
  const start = symbol ? number.start - symbol[0].length : number.start
  const money = matchAt(MONEY, text, number.end)
  const isMoney =
    (money !== null && !PIECES.test(text.slice(number.end + money[0].length, number.end + money[0].length + 3))) ||
    symbol !== null
  const end = number.end + (isMoney && money ? money[0].length : 0)
  const tail = text.slice(end, end + 10)
  const value = isMoney && money ? amount(number.value, money) : number.value
  const unit = symbol ? SIGNS[symbol[1]!]! : currencyOf(money?.[1], reading)
  const cap = BUDGET_BEFORE.exec(lead)
  const capped = BUDGET_AFTER.exec(tail)
  // "under 5 days" has a unit of its own; a cap in words alone needs money beside it
  if (
    (cap && (isMoney || (!PRICE_TO_BUDGET.has(cap[0].trim()) && !/^\s?[a-z天个小%]/.test(tail)))) ||
    (capped && (isMoney || number.value >= 20))
  ) {
    const from = cap ? number.start - cap[0].length + (cap[0].length - cap[0].trimStart().length) : start
    add(reading, 'budget', from, end + (capped?.[0].trimEnd().length ?? 0), value, RANK.labelled, unit)
    return
  }
  // the threshold of a promotion is nobody's price
  if (lead.endsWith('满')) return
  // 一块 is also "a piece" and "together"
  if (number.text === '一' && money?.[0] === '块') return
  const reduced = REDUCED.exec(lead)
  if (reduced && (isMoney || FOLLOWS.test(tail)) && !/满\d+$|比/.test(lead.slice(0, reduced.index))) {
    add(reading, 'price', start, end, -value, RANK.unit, unit)
  } else if (isMoney) add(reading, 'price', start, end, value, RANK.unit, unit)
  else if (
    number.value >= 10 &&
    number.value < 100_000 &&
    (OFFERED.test(tail) || (PRICED.test(lead) && !OTHER_UNIT.test(tail)))
  )
    add(reading, 'price', start, end, value, RANK.bare, unit)
}

function amount(value: number, money: RegExpExecArray): number {
  if (money[3] !== undefined) return round(value / 10)
  if (money[2] === undefined) return value
  return round(value + numeral(money[2]) / 10)
}

function currencyOf(word: string | undefined, { options }: Reading): string {
  if (word === undefined) return options.locale === 'ko' ? 'KRW' : options.locale === 'en' ? 'USD' : 'CNY'
  if (/^(?:원|won|krw)/.test(word)) return 'KRW'
  if (/^(?:港|hkd)/.test(word)) return 'HKD'
  if (/^(?:欧|euro|€)/.test(word)) return 'EUR'
  if (/^(?:英|pound|quid)/.test(word)) return 'GBP'
  return /^(?:日|円)/.test(word) ? 'JPY' : 'USD'
}
