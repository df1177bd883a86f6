import { FOREIGN_CUE } from './cues.ts'
import type { NumberToken } from './numbers.ts'
import { numeral } from './numerals.ts'
import { PIECES } from './pieces.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'

/** 1: currency word, 2: what follows 块 / 元 in jiao ("15块8"), 3: jiao, 4: bucks. */
const MONEY =
  /\s?[多几来]?\s?(?:(美元|美金|刀(?!架|具|面|片|把|子)|dollars?|bucks|usd|港币|港元|hkd|欧元|euros?|€(?!\s?\d)|英镑|pounds? sterling|quid|日元|円|원|won(?![a-z])|krw)|(?:块钱?|元钱?|圆|rmb|人民币|cny|yuan|¥(?!\s?\d))(?:(\d|[一二三四五六七八九])(?![\d十百斤包件袋盒份个片条张支瓶只把套双箱提]))?|([毛角](?!巾|衣|线|毯|绒|豆|茴)钱?))/y
const SYMBOL = /(¥|\$|₩|£|€)\s?$/
const SIGNS: Readonly<Record<string, string>> = { '¥': 'CNY', $: 'USD', '₩': 'KRW', '£': 'GBP', '€': 'EUR' }
const OFFERED =
  /^\s?(?:一口价|能不能[卖出给]|能[卖出]|卖我|给我|卖给|卖不卖|卖吗|成交|拿下|还?包邮|到手|行不行|行吗|行不|可以不|可以吗|可不可以|好不好)/
/** Words that a price without its unit follows. */
const PRICED = /(?:一口价|卖|只要|原价|现价|活动价|标价|付了|花了|转了)[:,是\s]{0,2}$/
const OTHER_UNIT = /^\s?[\d.件包盒袋份个斤岁天月号条双%a-z:点折]/
const REDUCED = /(?:便宜|少|让|抹掉?|降|(?:再|给我|帮我|能|你)减)(?:我|点|个|掉|去)?\s?$/
const FOLLOWS =
  /^\s?(?:我|就|马上|立[马刻]|直接|可以|可不可以|能不能|好不好|成不|咋样|怎么样|[啊呀呢哈不]|块|元|[吧嘛呗行,!。?]|$)/
const BUDGET_BEFORE =
  /(?:预算|价位|心理价|(?:不要?|别|不能)超过?|控制在|最多|顶多|上限|封顶|低于|(?<![a-z])(?:under|below|less than|(?:no|not) more than|cheaper than|up to|at most|(?<!the )max(?:imum)?(?: of| is|:)?|budget(?: of| is|['’]s|:| around| about| like| roughly| max)*|around|within)|예산|최대)(?:是|在|大概|大约|只有|就|有|(?:不要?|别|不能)超过?|最多|能?出|花|:|은|이|는|한|약)*\s?(?:\$|¥|₩|£|€)?\s?$/
const BUDGET_AFTER =
  /^\s?(?:以内|以下|之内|内的|이하|이내|미만|안쪽|아래(?=로|의|\s|$)|선(?=에서|으로)|(?:만원)?대(?:로|의)?(?![가-힣])|(?:만원)?대(?=에서)|or (?:less|under|below)|max(?![a-z])|tops(?![a-z])|까지(?!만? ?(?:오|떨어|내려|할인))(?=.{0,8}(?:추천|가능|쓸|생각|선물|괜찮)))/
/** How much about a budget: "예산은 5만원 정도", and "3만원쯤" as an answer. */
const ABOUT_AFTER = /^\s?(?:左右|上下|정도|쯤|내외)/
/** "推荐个300左右的茶具" asks for goods of about a price; a bare number needs the words of a search before it. */
const AROUND_AFTER = /^\s?(?:左右|上下)的(?!身高|体重|人|个子|小?孩|宝|娃|码|鞋|模特|[男女])/
const SEARCH_AFTER = /推荐|有没有|有[吗么]|有啥|有什么/
/** "送长辈的礼物，200左右": who looks for a present or wants a recommendation names what it may cost, unless the talk is of how tall or heavy somebody is. */
const ABOUT_SO_MUCH = /^\s?(?:左右|上下)/
const WISHED = /推荐|介绍|送礼|礼物|礼品|送(?:人|长辈|父母|爸|妈|女友|男友|女朋友|男朋友|老师|领导|客户|朋友|同事)/
const WORN = /身高|体重|身材|[斤码穿高重胖瘦]|尺寸|kg|cm|厘米/
const SEARCH_BEFORE = /(?:推荐|有没有|有|找|想买|想要|要|介绍|看看|价格|价位)(?:我|一?[个款件些]|点)?\s?$/
/** What may follow a bare number behind "under": "under 30 for my sister", not "under 30 minutes". */
const BARE_CAP_AFTER =
  /^(?:\s?(?:[,.!?;]|$)|\s(?:for|pls|please|plz|if|and|or|total|shipped|each|would|with|in total|that|maybe|lol|thx|thanks)(?![a-z]))/
const PRICE_TO_BUDGET =
  /^(?:around|within|at most|up to|less than|below|under|max(?:imum)?|(?:no|not) more than|cheaper than|최대)/
const BARE_CAP = /^(?:under|below|less than|(?:no|not) more than|cheaper than)/
/** The threshold of a promotion is nobody's price: 满200, "free over $50", "7만원 이상 무료배송". */
const THRESHOLD_BEFORE =
  /(?:满|(?<![a-z])(?:over|above|more than|spend(?:ing)?|exceeds?|at least|minimum(?: of)?|min))\s?[$£€₩¥]?\s?$/
const THRESHOLD_AFTER = /^\s?(?:이상|넘[으게는]|부터 ?무료|or (?:more|above|over)|and (?:up|above|over)|minimum)/
const PROMOTION = /free|deliver|shipping|postage|discount|coupon|gift|무료|배송|쿠폰|할인|사은품|적립|혜택|满/
const OFF = /^ off(?![a-z])/
const CUT_BEFORE = /(?<![a-z])(?:take|knock|shave|get|give(?: me)?|another|extra) [$£€]?$/
const CUT_AFTER =
  /^(?:만|정도|이라도|이라두)?\s?(?:더 ?|좀 ?)?(?:깎|빼 ?[주줘]|네고|에누리|dc|디씨|낮[춰추]|내려|할인 ?해)/
const PAID_BEFORE =
  /(?<![a-z])(?:paid|charged(?: me)?|cost(?:s| me)?|it['’]?s|its|now|was|listed (?:at|for)|sells? for|selling for|priced at|price (?:is|was))\s$/
const PAID = /^(?:paid|charged|cost|listed|sell|price)/
const NOW_AFTER =
  /^ (?:today|now|yesterday|everywhere|elsewhere|on (?:amazon|ebay|temu)|last week|this (?:week|morning)|before|in your)/
const NOT_PAID_AFTER =
  /^(?:[a-z%'"’:/\d-]| ?(?:%|percent|times?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|cm|mm|kg|lbs?|pounds?|inch|in(?:ch)?(?![a-z])|ft|feet|pcs|pieces?|pairs?|packs?|boxes|bags?|sets?|am|pm|stars?|of|out))/
const DEAL_BEFORE =
  /(?<![a-z])(?:do|(?:would|will|could) you take|accept|say|offer(?:ing)?|how about|what about|settle for)\s$/
const DEAL_AFTER =
  /^(?:\s?[?.!,]?$| (?:shipped|total|all in|flat|cash|even|instead|and (?:i|we)|n (?:i|we|ill)|deal|for (?:it|both|the)))/

/** Prices ("30块", "$20", "3만원", "两百给我"; an offered reduction is negative) and budgets ("预算300以内", "under 50 dollars"). */
export function readMoney(reading: Reading): void {
  for (const number of reading.numbers) {
    if (number.kind !== 'metres' && number.value > 0 && number.value < 1e7) readOne(reading, number)
  }
}

function readOne(reading: Reading, number: NumberToken): void {
  const { text } = reading
  const lead = before(text, number.start, reading.cues & FOREIGN_CUE ? 30 : 16)
  const symbol = SYMBOL.exec(lead)
  const start = symbol ? number.start - symbol[0].length : number.start
  const money = matchAt(MONEY, text, number.end)
  const isMoney = (money !== null && !isGoods(text, number, money[0])) || symbol !== null
  const end = number.end + (isMoney && money ? money[0].length : 0)
  const tail = text.slice(end, end + 16)
  const value = isMoney && money ? amount(number.value, money) : number.value
  const unit = symbol ? SIGNS[symbol[1]!]! : currencyOf(money?.[1], reading)
  const cap = BUDGET_BEFORE.exec(lead)
  const capped = BUDGET_AFTER.exec(tail)
  const around =
    (AROUND_AFTER.test(tail) &&
      (isMoney || (number.value >= 20 && (SEARCH_BEFORE.test(lead) || SEARCH_AFTER.test(tail))))) ||
    (ABOUT_SO_MUCH.test(tail) && WISHED.test(text) && (isMoney || (number.value >= 20 && !WORN.test(text))))
  const asked = isMoney && reading.options.expects?.includes('budget') === true
  // "under 5 days" has a unit of its own; a cap in words alone needs money beside it
  if (
    (cap && (isMoney || isBareCap(cap[0], number, tail, reading))) ||
    (capped && (isMoney || (number.value >= 20 && !/^\s?(?:대|선|까지|아래|안쪽)/.test(capped[0])))) ||
    around ||
    asked
  ) {
    const from = cap ? number.start - cap[0].length + (cap[0].length - cap[0].trimStart().length) : start
    const about = (cap ?? (around || asked)) && !capped ? ABOUT_AFTER.exec(tail) : null
    const limit = cap && capped?.[0].trim() === '까지' ? null : capped
    add(reading, 'budget', from, end + ((limit ?? about)?.[0].trimEnd().length ?? 0), value, RANK.labelled, unit)
    return
  }
  if (lead.endsWith('满')) return
  if (isMoney && (THRESHOLD_BEFORE.test(lead) || THRESHOLD_AFTER.test(tail)) && PROMOTION.test(text)) return
  // 一块 is also "a piece" and "together"
  if (number.text === '一' && money?.[0] === '块') return
  const reduced = REDUCED.exec(lead)
  if (
    reduced &&
    (isMoney || (FOLLOWS.test(tail) && !/^[一两]$/.test(number.text))) &&
    !/满\d+[元块]?(?:再|就|能)?$|比/.test(lead.slice(0, reduced.index))
  ) {
    add(reading, 'price', start, end, -value, RANK.unit, unit)
  } else if ((isMoney && (OFF.test(tail) || CUT_AFTER.test(tail))) || (OFF.test(tail) && CUT_BEFORE.test(lead))) {
    add(reading, 'price', start, end, -value, RANK.unit, unit)
  } else if (isMoney) add(reading, 'price', start, end, value, RANK.unit, unit)
  else if (reading.cues & FOREIGN_CUE && isBarePrice(number, lead, tail))
    add(reading, 'price', start, end, value, RANK.bare, unit)
  else if (
    (number.value >= 10 || !Number.isInteger(number.value)) &&
    number.value < 100_000 &&
    (OFFERED.test(tail) || (PRICED.test(lead) && !OTHER_UNIT.test(tail)))
  )
    add(reading, 'price', start, end, value, RANK.bare, unit)
}

/** A cap without a currency: 预算300, and "under 30" where nothing else is counted. */
function isBareCap(cap: string, { value, text }: NumberToken, tail: string, { options }: Reading): boolean {
  const word = cap.trim()
  if (!PRICE_TO_BUDGET.test(word)) return !/^\s?[a-z天个小%件斤包盒袋条双瓶箱套份分次人岁公号月年米码点]/.test(tail)
  return options.locale === 'en' && BARE_CAP.test(word) && value >= 5 && /^\d/.test(text) && BARE_CAP_AFTER.test(tail)
}

/** "paid 62 tuesday", "its 55 today", "do 40 shipped": amounts that English writes without a currency. */
function isBarePrice({ value, kind }: NumberToken, lead: string, tail: string): boolean {
  if (value < 5 || kind !== 'digits' || NOT_PAID_AFTER.test(tail)) return false
  const paid = PAID_BEFORE.exec(lead)
  if (paid) return PAID.test(paid[0]) || NOW_AFTER.test(tail)
  return DEAL_BEFORE.test(lead) && DEAL_AFTER.test(tail)
}

/** "两块肥皂", and 八角, which is a spice before it is money. */
function isGoods(text: string, { end, text: written }: NumberToken, unit: string): boolean {
  const after = end + unit.length
  if (/角$/.test(unit))
    return (
      !/[块元]$/.test(before(text, after - 2)) &&
      (written === '八' || /^[形度落裤杯梅]/.test(text.slice(after, after + 1)))
    )
  return /块$/.test(unit) && (text[after] === '装' || PIECES.test(text.slice(after, after + 4)))
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
