import type { Locale } from '../protocol/index.ts'
import { dispatchWindow } from './dates.ts'
import { settle } from './limited.ts'
import { addDays, instantOf, localTime, minutesOf } from './local-time.ts'
import type { Store } from './store-policy.ts'

/** When what a talk has left to do is due, in one channel of one store. All times in epoch milliseconds. */
export interface FollowUps {
  /** The language a talk begins in. */
  readonly locale: Locale
  /** An answer that was promised at `at`, within `minutes` or without a time; of days the last counts, until the shop closes. */
  answer(at: number, minutes: number | undefined): number
  /** The first reminder of an order that was placed at `at` and is not paid (F13). */
  unpaid(at: number): number
  /** When an order paid at `at` must have left; undefined when the store promises nothing. */
  dispatch(at: number): number | undefined
  /** The first moment from `at` on at which a shopper may be written to. */
  writable(at: number): number
  /** The same time of the next day, moved to where a shopper may be written to. */
  nextDay(at: number): number
  /** The start of the next shift: tomorrow when today's has begun. */
  nextShift(at: number): number
}

/** Deferred answers are promised for about half an hour (playbook 6.1). */
const ANSWER_MINUTES = 30
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const DAY_MINUTES = 24 * 60
const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7]

export function followUps(store: Store, channel: string): FollowUps {
  const { followup, shipping, calendar, timezone } = store
  const [opens, closes] = [minutesOf(followup.from), minutesOf(followup.to)]
  const of = (at: number) => ({ channel, day: localTime(at, timezone).day, region: undefined, zone: undefined })

  function writable(at: number): number {
    const { day, minutes } = localTime(at, timezone)
    if (minutes >= opens && minutes < closes) return at
    return instantOf({ day: minutes < opens ? day : addDays(day, 1), minutes: opens }, timezone)
  }

  return {
    locale: store.locales[0]!,
    writable,
    answer(at, minutes = settle(followup.minutes, of(at)) ?? ANSWER_MINUTES) {
      if (minutes < DAY_MINUTES) return at + minutes * MINUTE_MS
      const lastDay = addDays(localTime(at, timezone).day, Math.floor(minutes / DAY_MINUTES) - 1)
      return Math.max(at, instantOf({ day: lastDay, minutes: closes }, timezone))
    },
    unpaid: (at) => writable(at + followup.unpaidHours * HOUR_MS),
    nextDay: (at) => writable(at + DAY_MS),
    dispatch(at) {
      const hours = settle(shipping.dispatchHours, of(at))
      if (hours === undefined) return undefined
      const workweek = settle(shipping.workweek, of(at)) ?? WHOLE_WEEK
      const rule = { hours, cutoff: settle(shipping.cutoff, of(at)), workweek }
      const { to } = dispatchWindow(localTime(at, timezone), rule, calendar)
      return instantOf({ day: addDays(to, 1), minutes: 0 }, timezone)
    },
    nextShift(at) {
      const { day, minutes } = localTime(at, timezone)
      return instantOf({ day: minutes < opens ? day : addDays(day, 1), minutes: opens }, timezone)
    },
  }
}
