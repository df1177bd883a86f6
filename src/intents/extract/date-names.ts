import { cue } from './cues.ts'
import type { DateFinder } from './date.ts'
import { addDays } from './day.ts'
import { nearestDay, weekdayNear } from './day-choice.ts'
import { matches, RANK } from './reading.ts'

/** Words for days near today, with the distance in days. */
const NEAR: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨晚: -1,
  昨夜: -1,
  昨儿: -1,
  昨日: -1,
  今天: 0,
  今晚: 0,
  今早: 0,
  今儿: 0,
  今日: 0,
  明天: 1,
  明早: 1,
  明晚: 1,
  明儿: 1,
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
  /大前天|大后天|(?<![以之目当])前天(?!猫)|昨[天晚日夜儿]|今[天早晚日儿]|明[天早晚日儿](?![星])|(?<![以之])后天(?!性|形成|因素)|(?<![a-z])(?:yesterday|today|tonight|(?:the )?day after tomorrow|tomorrow)(?![a-z])|그저께|어제|오늘|내일|모레|글피/g
const NEAR_CUE = cue('昨今明前后dt제늘일레피께')
const WEEKDAY =
  /(?<lead>上{1,2}个?|下{1,2}个?|这个?|本|last |this |next |지난\s?주?\s?|이번\s?주?\s?|다음\s?주?\s?)?(?:(?:周|星期|礼拜)(?<han>[一二三四五六日天末1-6])(?![天个年岁月次包件])|(?<![a-z])(?<english>monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)(?![a-z])|(?<korean>[월화수목금토일])요일)/g
const WEEKDAY_CUE = cue('周期拜d요')
const ENGLISH_MONTH =
  /(?<![a-z])(?:(?<first>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?(?![a-z\d])/g
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Days with a name: 明天, 下周二, nov 25, 내일. */
export function readNamedDays({ text, cues, numbers, push, isPast }: DateFinder): void {
  if (cues & NEAR_CUE) {
    for (const found of matches(NEAR_WORD, text)) {
      push(found.index, found.index + found[0].length, RANK.unit, (from) => addDays(from, NEAR[found[0]]!))
    }
  }
  if (cues & WEEKDAY_CUE) {
    for (const found of matches(WEEKDAY, text)) {
      const end = found.index + found[0].length
      push(found.index, end, RANK.unit, (from) => weekdayNear(from, found.groups!, isPast(found.index, end)))
    }
  }
  if (numbers.length > 0 && /[a-z]{3}/.test(text)) {
    for (const found of matches(ENGLISH_MONTH, text)) {
      const day = Number(found.groups!.day ?? found.groups!.first)
      const month = MONTHS.indexOf(found.groups!.name!.slice(0, 3)) + 1
      const end = found.index + found[0].length
      if (day >= 1 && day <= 31)
        push(found.index, end, RANK.unit, (from) => nearestDay(from, month, day, isPast(found.index, end)))
    }
  }
}
