import { addDays, type LocalTime, minutesOf, weekdayOf } from './local-time.ts'
import type { Calendar, Holiday } from './store/calendar.ts'
import type { Transit } from './store/shipping-policy.ts'

/** From the earliest to the latest day, both local days of the store; `holidays` are those that made it longer. */
export interface Window {
  readonly from: string
  readonly to: string
  readonly holidays: readonly Holiday[]
}

export interface DispatchRule {
  /** The store's promise, in hours after payment; counted in started working days. */
  readonly hours: number
  readonly cutoff: string | undefined
  /** ISO weekdays on which the warehouse works. */
  readonly workweek: readonly number[]
}

/**
 * When a paid order leaves: from the first working day that still takes it (after the cutoff the next one) to the promised limit.
 * Holidays and rest days of the warehouse do not count; weekend days worked in exchange do.
 */
export function dispatchWindow(paid: LocalTime, rule: DispatchRule, calendar: Calendar): Window {
  const met = new Set<Holiday>()
  const works = (day: string) => worksOn(day, 'warehouse', (weekday) => rule.workweek.includes(weekday), calendar, met)
  const anchor = works(paid.day) ? paid.day : step(paid.day, 1, works)
  const missed = anchor === paid.day && rule.cutoff !== undefined && paid.minutes > minutesOf(rule.cutoff)
  const from = missed ? step(anchor, 1, works) : anchor
  const to = step(anchor, Math.max(1, Math.ceil(rule.hours / 24)), works)
  return { from, to, holidays: [...met] }
}

/** When a parcel that leaves inside `dispatch` arrives: the shortest way from the first day, the longest from the last (R04). */
export function arrivalWindow(dispatch: Window, transit: Transit, calendar: Calendar): Window {
  const met = new Set<Holiday>(dispatch.holidays)
  const drives = (day: string) => worksOn(day, 'couriers', (weekday) => transit.weekends || weekday <= 5, calendar, met)
  const from = step(dispatch.from, transit.min, drives)
  return { from, to: step(dispatch.to, transit.max, drives), holidays: [...met] }
}

/** The `count`-th day after `day` that counts. */
function step(day: string, count: number, counts: (day: string) => boolean): string {
  let reached = day
  // no calendar closes a shop for a year: beyond that it is a fault of the data, and an honest far date ends the search
  for (let left = count, tries = 0; left > 0 && tries < 366; tries += 1) {
    reached = addDays(reached, 1)
    if (counts(reached)) left -= 1
  }
  return reached
}

function worksOn(
  day: string,
  who: 'warehouse' | 'couriers',
  onWeekday: (weekday: number) => boolean,
  calendar: Calendar,
  met: Set<Holiday>,
): boolean {
  const holiday = calendar.holidays.find((one) => one[who] === 'closed' && day >= one.from && day <= one.to)
  if (holiday) met.add(holiday)
  return !holiday && (calendar.workdays.includes(day) || onWeekday(weekdayOf(day)))
}
