import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import type { Statement } from './statement.ts'

/** How visits are spoken of: who comes, the days, and that somebody cannot come. */
interface Words {
  readonly cue: RegExp
  /** What the clause with the day names, when another clause names the visit. */
  readonly goes: RegExp
  readonly days: RegExp
  readonly cannot: RegExp
}
const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    cue: /上不?了?门|师傅|[来去](?:给[您你])?[装修测量](?!改)/,
    goes: /[来去到空休满]|请假|上不?了?门|排满/,
    days: /(?:(?:周|星期|礼拜)[一二三四五六日天末]|今[天晚]|明[天早晚]|大?后天|\d{1,2}[号日])/g,
    cannot:
      /排满|休息|休假|请假|约满|满了|没空|没时间|没人|[不没]法|没办法|不能|[来去上到过装修派排]不[了到过]|不行|不上门|不过[来去]/,
  },
  en: {
    cue: /\b(?:fitter|technician|engineer|installer|plumber|electrician|visit|appointment|booked|pick-?up|collection)\b/,
    goes: /(?:)/,
    days: /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|weekend)\b/g,
    cannot: /can'?t|cannot|won't|unable|not able|fully booked|not available|isn't/,
  },
  ko: {
    cue: /기사|방문|설치|수거/,
    goes: /(?:)/,
    days: /[월화수목금토일]요일|주말|오늘|내일|모레/g,
    cannot: /어렵|어려|불가|못|안 ?[되됩돼]|힘들/,
  },
}
/** Days without a name of the week, which may be any of them. */
const UNNAMED = /^[今明后大\d]|today|tomorrow|오늘|내일|모레/
const WEEK = ['一mon월', '二tues화', '三wednes수', '四thurs목', '五fri금', '六satur토', '日天sun일']
const WEEKEND = /末|weekend|주말/
const UNSURE = /一般|大概|可能|预计|尽量|争取|usually|probably|might|보통|아마/
/** What follows from the shopper's own wish. */
const AGREED = /那[^,。!?]{0,6}不|不用|那就|取消|취소/

/** When somebody comes to the shopper: an appointment is a word given. A day that is called off denies it, and another day instead does too. */
export function visitsIn(text: string, locale: Locale): Statement[] {
  const { cue, goes, days, cannot } = WORDS[locale]
  if (!cue.test(text)) return []
  const named = [...text.matchAll(days)].flatMap((match) => {
    const span = { from: match.index, to: match.index + match[0].length }
    const clause = clauseOf(text, span)
    return goes.test(clause) &&
      !isAsked(clause) &&
      !isConditional(clause.replaceAll('周末', '')) &&
      !AGREED.test(clause)
      ? [{ ...span, clause, day: match[0] }]
      : []
  })
  const off = named.filter(({ clause }) => cannot.test(clause))
  if (off.length > 0) return off.map(({ from, to, day }) => ({ topic: 'visit', says: false, from, to, object: day }))
  const [first] = named
  if (!first) return []
  const isSure = named.every(({ clause }) => !UNSURE.test(clause))
  return [
    {
      topic: 'visit',
      says: new Set(named.flatMap(({ day }) => daysOf(day)).map(String)),
      from: first.from,
      to: first.to,
      ...(isSure ? { promise: 'given' as const } : {}),
    },
  ]
}

/** The days of the week that a written day may be, Monday is 0. */
function daysOf(day: string): number[] {
  if (UNNAMED.test(day)) return [...WEEK.keys()]
  if (WEEKEND.test(day)) return [5, 6]
  const name = day.replace(/^(?:周|星期|礼拜)|day$|요일$/g, '')
  return [WEEK.findIndex((names) => names.includes(name))]
}
