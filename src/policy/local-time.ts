/** A moment on the store's wall: calendar day `2026-11-22` and minutes since midnight. */
export interface LocalTime {
  readonly day: string
  readonly minutes: number
}

/** Building a formatter costs a hundred times its use, and its use more than all else a turn does with time: both are kept per zone. */
const ZONES = new Map<string, { format: Intl.DateTimeFormat; minute: number; time: LocalTime }>()
const MINUTE_MS = 60_000

/** Reads an instant (epoch ms) on the wall of an IANA timezone. @throws RangeError for an unknown timezone. */
export function localTime(at: number, timezone: string): LocalTime {
  const minute = Math.floor(at / MINUTE_MS)
  const zone = ZONES.get(timezone)
  if (zone?.minute === minute) return zone.time
  // Swedish writes dates as ISO does: 2026-11-22 16:05
  const format =
    zone?.format ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
  const text = format.format(at)
  const time = { day: text.slice(0, 10), minutes: minutesOf(text.slice(11, 16)) }
  ZONES.set(timezone, { format, minute, time })
  return time
}

/** `16:30` -> 990. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

const DAY_MS = 86_400_000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** ISO weekday, 1 = Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The day that was last asked for: every turn of a day asks for the same. */
let today: { readonly day: string; readonly weekday: number } | undefined

/** The store's local calendar day of an instant (epoch ms) and its ISO weekday. */
export function localDay(at: number, timezone: string): { readonly day: string; readonly weekday: number } {
  const { day } = localTime(at, timezone)
  if (today?.day !== day) today = { day, weekday: weekdayOf(day) }
  return today
}
