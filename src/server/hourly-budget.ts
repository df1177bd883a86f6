import type { Clock } from './ports.ts'

const HOUR = 3_600_000

/** Lets each key do so much in any hour; returns whether it may and counts it. */
export function createHourlyBudget(clock: Clock): (key: string, perHour: number) => boolean {
  const spent = new Map<string, number[]>()
  return (key, perHour) => {
    const since = clock.now() - HOUR
    const recent = (spent.get(key) ?? []).filter((at) => at > since)
    const isWithin = recent.length < perHour
    if (isWithin) recent.push(clock.now())
    spent.set(key, recent)
    return isWithin
  }
}
