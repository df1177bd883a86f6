import { whyArrival, whyDispatch } from '../date-words.ts'
import { arrivalWindow, type DispatchRule, dispatchWindow, type Window } from '../dates.ts'
import { momentText, nearDayText, rangeText } from '../day-text.ts'
import { type LocalTime, localTime, minutesOf, weekdayOf } from '../local-time.ts'
import { say } from '../localised.ts'
import type { Transit } from '../store/shipping-policy.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { counted, fact, type Resolvers, state } from './resolver.ts'

const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7]

/** When the order leaves, or would leave if it were paid now. */
function dispatch(know: Knowledge): (Window & { readonly paid: LocalTime; readonly rule: DispatchRule }) | undefined {
  return know.once('dispatch', () => {
    const { shipping, calendar, timezone } = know.store
    const hours = know.settle(shipping.dispatchHours)
    if (hours === undefined) return undefined
    const paidAt = know.purchase?.paidAt
    const paid = paidAt === undefined ? know.now : localTime(Date.parse(paidAt), timezone)
    const workweek = know.settle(shipping.workweek) ?? WHOLE_WEEK
    const rule = { hours, cutoff: know.settle(shipping.cutoff), workweek }
    return { ...dispatchWindow(paid, rule, calendar), paid, rule }
  })
}

/** When the parcel arrives; needs the region. A parcel on its way counts from the day it left. */
function arrival(know: Knowledge): (Window & { readonly left: Window; readonly transit: Transit }) | undefined {
  return know.once('arrival', () => {
    const transit = know.settle(know.place.zone?.transit)
    const shippedAt = know.purchase?.shippedAt
    if (!transit || know.purchase?.status === 'delivered' || know.purchase?.status === 'closed') return undefined
    const day = shippedAt === undefined ? undefined : localTime(Date.parse(shippedAt), know.store.timezone).day
    const left = day === undefined ? dispatch(know) : { from: day, to: day, holidays: [] }
    return left && { ...arrivalWindow(left, transit, know.store.calendar), left, transit }
  })
}

/** What the agent should know of a date: the holidays in between, and whether their dates are official yet. */
function withHolidays(why: string, window: Window, know: Knowledge): string {
  if (window.holidays.length === 0) return why
  const names = window.holidays.map((holiday) => say(holiday.name, know.locale) ?? holiday.from).join(' ')
  const verified = window.holidays.every((holiday) => holiday.verified)
  const line = { zh: `，已算上${names}假期`, en: `, counts in ${names}`, ko: `, ${names} 연휴 반영` }[know.locale]
  const open = { zh: '，放假日期未经官方通知确认', en: ', dates not official yet', ko: ', 날짜 미확정' }[know.locale]
  return why + (verified ? line : line + open)
}

function dispatchDate(know: Knowledge): Fact | undefined {
  const window = dispatch(know)
  const status = know.purchase?.status
  if (!window || window.to < know.now.day || (status !== undefined && status !== 'created' && status !== 'paid'))
    return undefined
  const line = whyDispatch(window.paid, window.rule, window, know.locale, know.now.day)
  return fact('calc', nearDayText(window.to, know.locale, know.now.day), window.to, withHolidays(line, window, know))
}

function eta(know: Knowledge): Fact | undefined {
  const window = arrival(know)
  if (!window || window.to < know.now.day) return undefined
  const today = know.now.day
  const line = whyArrival(rangeText(window.left.from, window.left.to, know.locale, today), window.transit, know.locale)
  return fact(
    'calc',
    rangeText(window.from, window.to, know.locale, today),
    window.to,
    withHolidays(line, window, know),
  )
}

function transit(know: Knowledge): Fact | undefined {
  const days = know.settle(know.place.zone?.transit)
  if (!days) return undefined
  return fact(
    'calc',
    counted(days.min === days.max ? days.max : `${days.min}-${days.max}`, 'day', know.locale),
    days.max,
  )
}

/** Late once the promised day has passed and the paid order is still here. */
function dispatchState(know: Knowledge): Fact | undefined {
  const window = know.purchase?.status === 'paid' && know.purchase.paidAt !== undefined ? dispatch(know) : undefined
  return window && state('calc', know.now.day > window.to ? 'late' : 'ok')
}

/** When somebody is back: the next opening; while the shop is open nobody but the agent knows. */
function backAt(know: Knowledge): Fact | undefined {
  const hours = know.settle(know.store.service.hours)
  if (!hours) return undefined
  const { day, minutes } = know.now
  const days = hours.days ?? WHOLE_WEEK
  if (days.includes(weekdayOf(day)) && minutes >= minutesOf(hours.from) && minutes < minutesOf(hours.to))
    return undefined
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const moment = localTime(know.input.now + ahead * 86_400_000, know.store.timezone)
    if (!days.includes(weekdayOf(moment.day)) || (ahead === 0 && minutes >= minutesOf(hours.from))) continue
    const opens = { day: moment.day, minutes: minutesOf(hours.from) }
    return fact('calc', momentText(opens, know.locale, day), `${opens.day} ${hours.from}`)
  }
  return undefined
}

export const TIMING: Resolvers = {
  'shipping.dispatch_date': dispatchDate,
  'shipping.transit': transit,
  'shipping.eta_date': eta,
  'dispatch.state': dispatchState,
  'hold.hours': backAt,
}
