import type { Locale } from '../protocol/index.ts'
import type { DispatchRule, Window } from './dates.ts'
import { dayText } from './day-text.ts'
import { type LocalTime, minutesOf } from './local-time.ts'
import type { Transit } from './store/shipping-policy.ts'

/** `已过16:00截单，最早11月25日、最迟11月26日发出`: which days the promise leaves, and what the cut-off has to do with it. */
export function whyDispatch(
  paid: LocalTime,
  rule: DispatchRule,
  window: Window,
  locale: Locale,
  today: string,
): string {
  const from = dayText(window.from, locale, today)
  const to = dayText(window.to, locale, today)
  const days = {
    zh: `最早${from}、最迟${to}发出`,
    en: `leaves ${from} at the earliest, ${to} at the latest`,
    ko: `빠르면 ${from}, 늦어도 ${to} 출고`,
  }
  if (rule.cutoff === undefined) return days[locale]
  const missed = paid.minutes > minutesOf(rule.cutoff)
  const cutoff = missed
    ? { zh: `已过${rule.cutoff}截单，`, en: `after the ${rule.cutoff} cut-off, `, ko: `${rule.cutoff} 마감 후, ` }
    : { zh: `${rule.cutoff}截单前，`, en: `before the ${rule.cutoff} cut-off, `, ko: `${rule.cutoff} 마감 전, ` }
  return cutoff[locale] + days[locale]
}

/** `11月25日到26日发出，路上2-4天（周末不算）`. */
export function whyArrival(dispatch: string, { min, max, weekends }: Transit, locale: Locale): string {
  const days = min === max ? String(max) : `${min}-${max}`
  const rest = weekends
    ? { zh: '', en: '', ko: '' }
    : { zh: '（周末不算）', en: ', weekends not counted', ko: '(주말 제외)' }
  return {
    zh: `${dispatch}发出，路上${days}天${rest.zh}`,
    en: `leaves ${dispatch}, ${days} days on the way${rest.en}`,
    ko: `${dispatch} 출고, 배송 ${days}일${rest.ko}`,
  }[locale]
}
