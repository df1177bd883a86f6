import { hanNumber, NUMBER_WORDS } from '../../intents/index.ts'
import type { Range } from './statement.ts'

const NUMBER_ZH = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const UNIT_ZH = '(?:个?(?:半?小时|工作日|钟头|星期|礼拜|月)|分钟|天|周|年)'
const NUMBER_EN = '(?:\\d{1,3}|one|two|three|four|five|six|seven|ten|an?|half an)'
const UNIT_EN = '(?:(?:business |working )?(?:minute|hour|day|week|month|year)s?)'
const UNIT_KO = '(?:분|시간|영업일|일|주일?|개월|년)'

/** A time as it is written, in the matching form, without groups. */
export const TIME = {
  zh: `(?:今[天日晚](?:[上下]午|晚上)?|当[天日]|明后天|隔天|次日|第二天|明[天日早晚](?:[上下]午|晚上)?|大?后天|${NUMBER_ZH}(?:个?(?:小时|工作日|天|日))?(?:[-~—/或到至]${NUMBER_ZH})?${UNIT_ZH}|半个?(?:小时|钟头|天|月|年))`,
  en: `(?:today|tonight|tomorrow|(?:within |in |after )?(?:about )?${NUMBER_EN}(?: ?(?:-|–|to|or) ?${NUMBER_EN})?[ -]${UNIT_EN})`,
  ko: `(?:오늘|내일|모레|하루|이틀|사흘|나흘|일주일|\\d{1,3}(?: ?[-~] ?\\d{1,3})? ?${UNIT_KO})`,
} as const

const DAYS: readonly (readonly [RegExp, number, number?])[] = [
  [/^(?:今|当|today|tonight|오늘)/, 0],
  [/^明后天/, 1, 2],
  [/^(?:明|隔|次|第二|tomorrow|내일)/, 1],
  [/^(?:后天|모레)/, 2],
  [/^大后天/, 3],
]
/** Korean names of spans, in days. */
const SPANS: Readonly<Record<string, number>> = { 하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 일주일: 7 }
const MINUTES: readonly (readonly [RegExp, number])[] = [
  [/分|minute/, 1],
  [/小时|钟头|hour|시간/, 60],
  [/周|星期|礼拜|week|주/, 7 * 1440],
  [/月|month|개월/, 30 * 1440],
  [/年|year|년/, 12 * 30 * 1440],
  [/天|日|day|일/, 1440],
]
const WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, ...NUMBER_WORDS }
const NUMBERS = new RegExp(`\\d+|[一二两三四五六七八九十]+|半|half|\\b(?:${Object.keys(WORDS).join('|')})\\b`, 'g')
const WITHIN = /^.{0,2}?(?:之?内|以内|前)|^ ?(?:이내|내에|안에)/
const ABOUT =
  /一般|大概|大约|差不多|正常|通常|预计|估计|左右|上下|可能|快的话|about|usually|around|roughly|보통|정도|쯤|약 ?\d/
const DAY = 1440

/** The stretch a written time names; `before` and `after` are what stands around it. Undefined when it has no figure. */
export function rangeOf(written: string, before: string, after: string): Range | undefined {
  for (const [word, first, last = first] of DAYS) {
    if (word.test(written)) return { low: first * DAY, high: (last + 1) * DAY, day: true }
  }
  const unit = MINUTES.find(([word]) => word.test(written))
  const days = SPANS[written]
  if (days !== undefined) return { low: days * DAY, high: days * DAY }
  const numbers = [...written.matchAll(NUMBERS)].flatMap(([figure]) => numbersOf(figure))
  if (!unit || numbers.length === 0) return undefined
  const low = Math.min(...numbers) * unit[1]
  const high = Math.max(...numbers) * unit[1]
  if (ABOUT.test(before) || ABOUT.test(after)) {
    const slack = Math.max(high / 5, high >= DAY ? DAY : 0)
    return { low: Math.max(0, low - slack), high: high + slack }
  }
  if (WITHIN.test(after) || /^within/.test(written)) return { low: 0, high, within: true }
  return { low, high }
}

/** 3 -> 3, 两三 -> 2 and 3, 半 -> 0.5. */
function numbersOf(figure: string): number[] {
  if (/^\d/.test(figure)) return [Number(figure)]
  if (figure === '半' || figure === 'half') return [0.5]
  const word = WORDS[figure]
  if (word !== undefined) return [word]
  if (/^[一二两三四五六七八九]{2}$/.test(figure)) return [...figure].map((digit) => hanNumber(digit))
  return [hanNumber(figure)]
}
