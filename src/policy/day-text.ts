import type { Locale } from '../protocol/index.ts'
import { addDays, type LocalTime } from './local-time.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `11月25日`, `November 25`, `11월 25일`; the year is named when it is not the year of `today`. */
export function dayText(day: string, locale: Locale, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const named = day.slice(0, 4) !== today.slice(0, 4)
  if (locale === 'zh') return `${named ? `${year}年` : ''}${month}月${date}日`
  if (locale === 'ko') return `${named ? `${year}년 ` : ''}${month}월 ${date}일`
  return `${MONTHS[month - 1]} ${date}${named ? `, ${year}` : ''}`
}

const NEAR: { readonly [L in Locale]: readonly string[] } = {
  zh: ['今天', '明天', '后天'],
  en: ['today', 'tomorrow'],
  ko: ['오늘', '내일', '모레'],
}

/** `明天（11月23日）`: the nearest days are said as people say them, with the date beside. */
export function nearDayText(day: string, locale: Locale, today: string): string {
  const date = dayText(day, locale, today)
  const near = NEAR[locale].find((_, ahead) => addDays(today, ahead) === day)
  if (near === undefined) return date
  return locale === 'zh' ? `${near}（${date}）` : `${near} (${date})`
}

/** `11月25日到27日`: a range names what differs. */
export function rangeText(from: string, to: string, locale: Locale, today: string): string {
  if (from === to) return dayText(from, locale, today)
  const start = dayText(from, locale, today)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (locale === 'zh') return `${start}到${sameMonth ? `${Number(to.slice(8))}日` : dayText(to, locale, today)}`
  if (locale === 'ko') return `${start}~${sameMonth ? `${Number(to.slice(8))}일` : dayText(to, locale, today)}`
  return from.slice(0, 7) === to.slice(0, 7) && start.indexOf(',') < 0
    ? `${start} to ${Number(to.slice(8))}`
    : `${start} to ${dayText(to, locale, today)}`
}

/** `16:05`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A moment with day and clock, `明天（11月23日）16:05`. */
export function momentText(moment: LocalTime, locale: Locale, today: string): string {
  return `${nearDayText(moment.day, locale, today)}${locale === 'zh' ? '' : ' '}${clockText(moment.minutes)}`
}
