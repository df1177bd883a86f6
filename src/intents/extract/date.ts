import { addDays, compareDays, type Day, dayOf, isoDay, isRealDay, weekdayOf } from './day.ts'
import { add, before, matchAt, RANK, type Reading } from './reading.ts'

/** Words for days near today, with the distance in days. */
const NEAR: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨晚: -1,
  昨日: -1,
  今天: 0,
  今晚: 0,
  今日: 0,
  明天: 1,
  明早: 1,
  明晚: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
  그저께: -2,
  어제: -1,
  오늘: 0,
  내일: 1,
  모레: 2,
  글피: 3,
}
const NEAR_WORD =
  /大前天|大后天|前天(?!猫)|昨[天晚日]|今[天晚日]|明[天早晚日](?![星])|后天|(?<![a-z])(?:yesterday|today|tonight|(?:the )?day after tomorrow|tomorrow)(?![a-z])|그저께|어제|오늘|내일|모레|글피/g
const WEEKDAY =
  /(?<lead>上{1,2}个?|下{1,2}个?|这个?|本|last |this |next |지난\s?주?\s?|이번\s?주?\s?|다음\s?주?\s?)?(?:(?:周|星期|礼拜)(?<han>[一二三四五六日天末1-6])(?![天个年岁月次包件])|(?<![a-z])(?<english>monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)(?![a-z])|(?<korean>[월화수목금토일])요일)/g
const HAS_WEEKDAY = /周|星期|礼拜|day|weekend|요일/
const MONTH_DAY = /(?<month>\d{1,2})\s?(?:月|월\s?)(?<day>\d{1,2})(?:号|日|일)?(?!\d|天)/g
const HAN_MONTH_DAY =
  /(?<month>十[一二]|十|[一二三四五六七八九])月(?<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]/g
const FULL = /(?<![\d-])(?<year>20\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})[日号]?(?!\d)/g
const ENGLISH_MONTH =
  /(?<![a-z])(?:(?<first>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?(?![a-z\d])/g
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY_OF_MONTH =
  /(?:号|日|일(?!\s?[간동후뒤]|요))(?!楼|单元|店|门|线|链接|客服|机|色|码|仓|馆|院|房|公馆|的?鞋|地铁)/y
const IN_DAYS = /\s?(?:天|日)\s?(?:以后|之后|后)|\s?일\s?(?:후|뒤)|\s?days? (?:later|from now)/y
/** "28号下单的", "2号就付款了": what follows speaks of the past. */
const PAST =
  /^[就的晚上早半夜中午下午才已经在你们家我]{0,5}(?:拍|买|下的?单|下单|付|订|签收|收到|寄出|发出|发的|发货了|申请)/

/** Days: "明天", "周三", "下周二", "11月25号", "25号", "三天后", "in 3 days", "내일"; an ISO date when the time of the message is known, else the words. */
export function readDate(reading: Reading): void {
  const { text, options } = reading
  let today: Day | undefined
  const now = () => {
    today ??= options.at === undefined ? undefined : dayOf(options.at, options.timezone ?? 'Asia/Shanghai')
    return today
  }
  const push = (start: number, end: number, rank: number, day: (today: Day) => Day | undefined) => {
    const from = now()
    if (from === undefined) add(reading, 'date', start, end, text.slice(start, end), rank)
    else {
      const read = day(from)
      if (read && isRealDay(read)) add(reading, 'date', start, end, isoDay(read), rank)
    }
  }
  for (const found of text.matchAll(NEAR_WORD)) {
    push(found.index, found.index + found[0].length, RANK.unit, (from) => addDays(from, NEAR[found[0]]!))
  }
  if (HAS_WEEKDAY.test(text)) {
    for (const found of text.matchAll(WEEKDAY)) {
      const end = found.index + found[0].length
      push(found.index, end, RANK.unit, (from) => weekday(from, found.groups!, PAST.test(text.slice(end, end + 9))))
    }
  }
  if (/[a-z]{3}/.test(text)) {
    for (const found of text.matchAll(ENGLISH_MONTH)) {
      const day = Number(found.groups!.day ?? found.groups!.first)
      const month = MONTHS.indexOf(found.groups!.name!.slice(0, 3)) + 1
      if (day >= 1 && day <= 31)
        push(found.index, found.index + found[0].length, RANK.unit, (from) => nearest(from, month, day, false))
    }
  }
  if (reading.numbers.length === 0) return
  if (/[月월年]|20\d\d[-/.]/.test(text)) {
    for (const found of text.matchAll(FULL)) {
      const { year, month, day } = found.groups!
      push(found.index, found.index + found[0].length, RANK.form, () => ({
        year: Number(year),
        month: Number(month),
        day: Number(day),
      }))
    }
    for (const pattern of [MONTH_DAY, HAN_MONTH_DAY]) {
      for (const found of text.matchAll(pattern)) {
        const month = numeral(found.groups!.month!)
        const day = numeral(found.groups!.day!)
        const end = found.index + found[0].length
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
          push(found.index, end, RANK.labelled, (from) =>
            nearest(from, month, day, PAST.test(text.slice(end, end + 9))),
          )
      }
    }
  }
  for (const { start, end, value, kind } of reading.numbers) {
    if (kind === 'metres' || !Number.isInteger(value) || value < 0) continue
    const later = matchAt(IN_DAYS, text, end)
    if (later && value <= 90) {
      push(start, end + later[0].length, RANK.labelled, (from) => addDays(from, value))
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
      push(start, after, RANK.unit, (from) => nearest(from, undefined, value, PAST.test(text.slice(after, after + 9))))
    }
  }
}

function weekday(from: Day, groups: Record<string, string | undefined>, past: boolean): Day {
  const { lead = '', han, english, korean } = groups
  const wanted =
    han !== undefined
      ? '一二三四五六日'.indexOf(han.replace('天', '日').replace('末', '六')) + 1 || Number(han)
      : korean !== undefined
        ? '월화수목금토일'.indexOf(korean) + 1
        : english === 'weekend'
          ? 6
          : ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].indexOf(english!) + 1
  const distance = wanted - weekdayOf(from)
  const word = lead.trim()
  if (/^(?:上|last|지난)/.test(word)) return addDays(from, distance - (word.startsWith('上上') ? 14 : 7))
  if (/^(?:下|next|다음)/.test(word)) return addDays(from, distance + (word.startsWith('下下') ? 14 : 7))
  if (word !== '') return addDays(from, distance)
  if (past) return addDays(from, distance > 0 ? distance - 7 : distance)
  return addDays(from, distance < 0 ? distance + 7 : distance)
}

/** The next such day, today among them; the latest one when the sentence speaks of the past. Without a month every month has one. */
function nearest(from: Day, month: number | undefined, day: number, past: boolean): Day | undefined {
  for (let step = 0; step <= 12; step += 1) {
    const months = from.year * 12 + from.month - 1 + (past ? -step : step)
    const candidate = { year: Math.floor(months / 12), month: (months % 12) + 1, day }
    if (month !== undefined && candidate.month !== month) continue
    const order = compareDays(candidate, from)
    if (isRealDay(candidate) && (past ? order <= 0 : order >= 0)) return candidate
  }
  return undefined
}

function numeral(text: string): number {
  if (/\d/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : [undefined, text]
  const digit = (c: string | undefined) => (c ? '一二三四五六七八九'.indexOf(c) + 1 : 0)
  return (tens === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
}
