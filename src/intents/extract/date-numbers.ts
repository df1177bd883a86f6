import type { DateFinder } from './date.ts'
import { addDays } from './day.ts'
import { nearestDay } from './day-choice.ts'
import { numeral } from './numerals.ts'
import { before, matchAt, matches, RANK } from './reading.ts'

const MONTH_DAY = /(?<month>\d{1,2})\s?(?:月|월\s?)(?<day>\d{1,2})(?:号|日|일)?(?!\d|天)/g
const HAN_MONTH_DAY =
  /(?<month>十[一二]|十|[一二三四五六七八九])月(?<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]/g
const FULL = /(?<![\d-])(?<year>20\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})[日号]?(?!\d)/g
const DAY_OF_MONTH =
  /(?:号|日|일(?!\s?[간동후뒤]|요|째))(?!楼|单元|店|门|线|链接|客服|机|色|码|仓|馆|院|房|公馆|的?鞋|地铁)/y
const DAYS_AGO = /\s?天(?:以|之)?前|\s?일\s?전|\s?days? ago/y
const IN_DAYS = /\s?(?:天|日)\s?(?:以后|之后|后)|\s?일\s?(?:후|뒤)|\s?days? (?:later|from now)/y

/** Days with a number: 2026年12月1日, 11月25号, 25号, 三天后, in 3 days. */
export function readNumberedDays({ text, numbers, push, isPast }: DateFinder): void {
  if (/[月월年]|20\d\d[-/.]/.test(text)) {
    for (const found of matches(FULL, text)) {
      const { year, month, day } = found.groups!
      push(found.index, found.index + found[0].length, RANK.form, () => ({
        year: Number(year),
        month: Number(month),
        day: Number(day),
      }))
    }
    for (const pattern of [MONTH_DAY, HAN_MONTH_DAY]) {
      for (const found of matches(pattern, text)) {
        const month = numeral(found.groups!.month!)
        const day = numeral(found.groups!.day!)
        const end = found.index + found[0].length
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
          push(found.index, end, RANK.labelled, (from) => nearestDay(from, month, day, isPast(end)))
      }
    }
  }
  for (const { start, end, value, kind } of numbers) {
    if (kind === 'metres' || !Number.isInteger(value) || value < 0) continue
    const later = matchAt(IN_DAYS, text, end)
    if (later && value <= 90) {
      push(start, end + later[0].length, RANK.labelled, (from) => addDays(from, value))
      continue
    }
    const ago = value <= 90 ? matchAt(DAYS_AGO, text, end) : null
    if (ago) {
      push(start, end + ago[0].length, RANK.labelled, (from) => addDays(from, -value))
      continue
    }
    if (
      value <= 90 &&
      /(?<![a-z])in $/.test(before(text, start)) &&
      /^ days?(?![a-z])/.test(text.slice(end, end + 6))
    ) {
      push(start - 3, end + (text.startsWith(' days', end) ? 5 : 4), RANK.labelled, (from) => addDays(from, value))
      continue
    }
    const ordinal =
      value >= 1 &&
      value <= 31 &&
      !/[路街弄巷道楼\d月]$|编$/.test(before(text, start)) &&
      matchAt(DAY_OF_MONTH, text, end)
    if (ordinal) {
      const after = end + ordinal[0].length
      push(start, after, RANK.unit, (from) => nearestDay(from, undefined, value, isPast(after)))
    }
  }
}
