import { FOREIGN_CUE } from './cues.ts'
import type { DateFinder } from './date.ts'
import { addDays } from './day.ts'
import { nearestDay } from './day-choice.ts'
import { numeral } from './numerals.ts'
import { before, matchAt, matches, RANK } from './reading.ts'

const MONTH_DAY = /(?<month>\d{1,2})\s?(?:月|월\s?)(?<day>\d{1,2})(?:号|日|일)?(?!\d|天)/g
const HAN_MONTH_DAY =
  /(?<month>十[一二]|十|[一二三四五六七八九])月(?<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]/g
/** "下个月8号" */
const OTHER_MONTH =
  /(?<lead>上|这|本|下)个?月(?<day>\d{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]/g
/**
 * "10.20买的", "11/8开业": a month and a day where what follows speaks of a time. "9.9买的" is a price, so a day behind a dot has two digits
 * unless nothing but a day can follow.
 */
const MARKED =
  /(?<![\d./-])(?<month>1[0-2]|0?[1-9])(?<mark>[./])(?<day>3[01]|[12]\d|0?[1-9])(?=\s?(?<what>[号日]|之?前|以前|之?后|以后|(?:就|才|能不?能?|可以|会)?(?:拍|下单|下的?单|付|发|寄|到|收|签|退|申请)|那天|早|晚|[上下]午|凌晨|开|过生日|生日|截止|结束|要用|要|买|订|用|活动))/g
const FULL = /(?<![\d-])(?<year>20\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})[日号]?(?!\d)/g
const DAY_OF_MONTH =
  /(?:号|日|일(?!\s?[간동후뒤]|요|째))(?!楼|单元|店|门|线|链接|客服|机|色|码|仓|馆|院|房|公馆|的?鞋|地铁|干?电池|粉底|口红|唇釉|商品|球|模特|套餐|主播|袋|字|样品?|款|床|桌|针|刀头|配方)/y
const DAYS_AGO = /\s?天(?:以|之)?前|\s?일\s?전|\s?days? ago/y
const IN_DAYS = /\s?(?:天|日)\s?(?:以后|之后|后)|\s?일\s?(?:후|뒤)|\s?days? (?:later|from now)/y

/** Days with a number: 2026年12月1日, 11月25号, 25号, 三天后, in 3 days. */
/** "by the 15th", against "the 2nd one". */
const NTH =
  /(?<=(?<![a-z])(?:by|on|before|after|until|till|since|from|and|than|around|for|is|was|til|ordered|bought|arrive) )(?:the )?(?<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?![a-z]| (?:one|item|time|order|floor|piece|pair|box|package|parcel|ave|avenue|street|st|birthday|option|pic|photo|picture|colou?r|gen|half|class|person|try|size|day|message|attempt|street|anniversary|grade|grader)(?![a-z]))/g
/** "12/20" in English and Korean: a day above 12, or a word before it that takes a day. */
const SLASHED =
  /(?<![\d/.$-])(?<month>1[0-2]|0?[1-9])\/(?<day>3[01]|[12]\d|0?[1-9])(?![\d/%.]|["″”]|\s?(?:in(?:ch)?|cm|mm|cup|scale|stars?|kg|lbs?)(?![a-z]))/g
const DAY_BEFORE =
  /(?<![a-z])(?:by|on|before|until|till|since|after|due|from|arrive|arriving|ordered|bought|delivery|eta) $/

export function readNumberedDays({ text, cues, numbers, locale, push, isPast }: DateFinder): void {
  if (/\d[./]\d/.test(text)) readMarked(text, push, isPast)
  if (/[月월年]|20\d\d[-/.]/.test(text)) {
    for (const found of matches(FULL, text)) {
      const { year, month, day } = found.groups!
      push(found.index, found.index + found[0].length, RANK.form, () => ({
        year: Number(year),
        month: Number(month),
        day: Number(day),
      }))
    }
    for (const found of matches(OTHER_MONTH, text)) {
      const day = numeral(found.groups!.day!)
      const steps = '上这下'.indexOf(found.groups!.lead!.replace('本', '这')) - 1
      push(found.index, found.index + found[0].length, RANK.labelled, ({ year, month }) => {
        const months = year * 12 + month - 1 + steps
        return { year: Math.floor(months / 12), month: (months % 12) + 1, day }
      })
    }
    for (const pattern of [MONTH_DAY, HAN_MONTH_DAY]) {
      for (const found of matches(pattern, text)) {
        const month = numeral(found.groups!.month!)
        const day = numeral(found.groups!.day!)
        const end = found.index + found[0].length
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
          push(found.index, end, RANK.labelled, (from) => nearestDay(from, month, day, isPast(found.index, end)))
      }
    }
  }
  if (cues & FOREIGN_CUE && /\d(?:st|nd|rd|th)/.test(text)) {
    for (const found of matches(NTH, text)) {
      const end = found.index + found[0].length
      const day = Number(found.groups!.day)
      if (day > 0)
        push(found.index, end, RANK.unit, (from) => nearestDay(from, undefined, day, isPast(found.index, end)))
    }
  }
  if (locale !== 'zh' && text.includes('/')) {
    for (const found of matches(SLASHED, text)) {
      const end = found.index + found[0].length
      const month = Number(found.groups!.month)
      const day = Number(found.groups!.day)
      const dated =
        day > 12 ||
        DAY_BEFORE.test(before(text, found.index)) ||
        /^ ?(?:까지|에|부터|이전|도착|주문|결제)/.test(text.slice(end, end + 4))
      if (dated) push(found.index, end, RANK.labelled, (from) => nearestDay(from, month, day, isPast(found.index, end)))
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
      push(start, after, RANK.unit, (from) => nearestDay(from, undefined, value, isPast(start, after)))
    }
  }
}

function readMarked(text: string, push: DateFinder['push'], isPast: DateFinder['isPast']): void {
  for (const found of matches(MARKED, text)) {
    const { mark, what } = found.groups!
    const written = found.groups!.day!
    const day = Number(written)
    const month = Number(found.groups!.month)
    const isPrice = mark === '.' && written.length < 2 && /^(?:[买订用就才开]|要$)/.test(what!)
    const end = found.index + found[0].length + (/^[号日]/.test(what!) ? 1 : 0)
    if (!isPrice)
      push(found.index, end, RANK.labelled, (from) => nearestDay(from, month, day, isPast(found.index, end)))
  }
}
