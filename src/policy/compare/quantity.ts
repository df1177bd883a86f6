import { hanNumber, NUMBER_WORDS } from '../../intents/index.ts'

/** A measured amount in its kind's base unit: grams, millilitres, days, years, degrees C, percent; pieces by what is counted. */
export interface Quantity {
  readonly kind: string
  readonly amount: number
  readonly start: number
  readonly end: number
}

/** How a unit is written in the three languages; `times` turns it into the base unit of its kind. */
const UNITS: readonly (readonly [kind: string, times: number, unit: string])[] = [
  ['mass', 1000, '公斤|千克|kgs?|kilos?(?:gram(?:me)?s?)?|킬로(?:그램)?'],
  ['mass', 500, '市?斤'],
  ['mass', 50, '两(?!个|种|包|袋)'],
  ['mass', 1, '克(?!重)|g(?:rams?)?|그램'],
  ['mass', 453.6, 'pounds?|lbs?'],
  ['volume', 1, '毫升|ml|millilit(?:er|re)s?|밀리(?:리터)?'],
  ['volume', 1000, '升|l|lit(?:er|re)s?|리터'],
  ['percent', 1, '%|percent|프로|퍼센트'],
  ['temperature', 1, '度|℃|°c?|degrees?|도(?= |$|[가-힣])'],
  ['days', 30, '个月|months?|개월|달'],
  ['days', 365, '年|years?(?! ?-?old)|yrs?(?! old)|년'],
  ['days', 1, '天|日|days?(?! old)|일(?![가-힣])'],
  ['days', 7, '周|星期|weeks?|주(?![가-힣])'],
  ['age', 1, '岁|周岁|years? ?-?old|-year-old|살|세(?![가-힣트])'],
  ['pack', 1, '小?包|袋|packs?|bags?|봉지?|팩'],
  ['sheet', 1, '抽|张|片|sheets?|wipes|매|장'],
  ['piece', 1, '只|枚|颗|粒|个(?!月)|pieces?|pcs|개(?!월)|알|in (?:a|the|each|one|every) (?:box|packs?|bag|tin)'],
  ['pair', 1, '双|pairs?|켤레'],
  ['layer', 1, '层|layers?|ply|겹'],
  ['tin', 1, '罐|tins?|캔|통'],
]
const NUMBER = String.raw`(\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+|half an?|half|an?|one|two|three|four|five|six|eight|ten|twelve|한|두|세|반)`
const UNIT = UNITS.map(([, , unit], i) => `(?<u${i}>${unit})`).join('|')
const QUANTITY = new RegExp(`(?<![a-z\\d])${NUMBER}[ -]?(?:(?:${UNIT})(?![a-z]))(半)?`, 'g')
/** Korean and English also put the percentage last and the number of a range first; 面 98% needs no unit of its own. */
const WORDS: Readonly<Record<string, number>> = {
  ...NUMBER_WORDS,
  ...{ a: 1, an: 1, half: 0.5, 'half a': 0.5, 'half an': 0.5, 반: 0.5, 半: 0.5 },
}

/** The amounts a text in matching form names. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(QUANTITY)) {
    const number = numberOf(match[1]!)
    const unit = Object.entries(match.groups!).find(([, written]) => written !== undefined)
    if (number === undefined || unit === undefined) continue
    const [kind, times] = UNITS[Number(unit[0].slice(1))]!
    const half = match.at(-2) === '半' ? 0.5 : 0
    const amount = (number + half) * times
    found.push({ kind, amount, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function numberOf(written: string): number | undefined {
  if (/^\d/.test(written)) return Number(written)
  return WORDS[written] ?? hanNumber(written)
}
