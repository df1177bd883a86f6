export type ClockLevel = 'calm' | 'amber' | 'red'

/** How long the shopper may still wait. */
export interface ReplyClock {
  /** Whole seconds until the reply is due; negative once it is late. */
  readonly seconds: number
  readonly level: ClockLevel
}

/** Of the time that was given, so much is left when the clock turns amber. */
const AMBER_SHARE = 1 / 3

/** The clock of a waiting conversation at `now` (epoch milliseconds of the service's clock); undefined when nobody waits. */
export function replyClock(
  status: { readonly waitingSince?: string | undefined; readonly dueAt?: string | undefined } | undefined,
  now: number,
): ReplyClock | undefined {
  if (status?.waitingSince === undefined || status.dueAt === undefined) return undefined
  const due = Date.parse(status.dueAt)
  const given = due - Date.parse(status.waitingSince)
  const left = due - now
  const level = left <= 0 ? 'red' : left <= given * AMBER_SHARE ? 'amber' : 'calm'
  return { seconds: Math.ceil(left / 1_000), level }
}

/** `m:ss`, hours as `h:mm:ss`, a late reply with a minus sign. */
export function clockText(seconds: number): string {
  const late = seconds < 0 ? '−' : ''
  const all = Math.abs(seconds)
  const [hours, minutes, rest] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60]
  const tail = `${String(rest).padStart(2, '0')}`
  return late + (hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`)
}
