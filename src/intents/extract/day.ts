/** A calendar day without a zone: months count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

const MINUTE_MS = 60_000
/** The last answer of `dayOf`: in one zone a day lasts for whole minutes, messages come many a minute, and formatting is slow. */
let last: { minute: number; timezone: string; day: Day } | undefined

/** The calendar day of an instant (epoch ms) in an IANA zone; an unknown zone counts as UTC. */
export function dayOf(at: number, timezone: string): Day {
  const minute = Math.floor(at / MINUTE_MS)
  if (last?.minute === minute && last.timezone === timezone) return last.day
  const day = formattedDay(at, timezone)
  last = { minute, timezone, day }
  return day
}

function formattedDay(at: number, timezone: string): Day {
  const parts = formatOf(timezone).formatToParts(at)
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  const style = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, ...style })
  } catch {
    format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...style })
  }
  formats.set(timezone, format)
  return format
}

export function addDays(from: Day, days: number): Day {
  const moved = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** Monday 1 … Sunday 7. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

export function isRealDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** "2026-01-05" */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}
