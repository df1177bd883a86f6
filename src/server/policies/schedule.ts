import type { Store } from '../../policy/index.ts'

/** A policy and when it comes into force; times in epoch milliseconds. Version 0 is the store's file. */
export interface Scheduled {
  readonly version: number
  readonly from: number
  readonly at: number
  readonly author: string
  readonly store: Store
}

/** The policy in force at a time: the one that came into force last, of those of one moment the one that was written last. */
export function inForceAt(schedule: readonly Scheduled[], time: number): Scheduled | undefined {
  let found: Scheduled | undefined
  for (const one of schedule) {
    if (
      one.from > time ||
      (found && (one.from < found.from || (one.from === found.from && one.version < found.version)))
    )
      continue
    found = one
  }
  return found
}

/** When another policy comes into force next after a time. */
export function nextChange(schedule: readonly Scheduled[], time: number): number | undefined {
  const later = schedule.flatMap(({ from }) => (from > time ? [from] : []))
  return later.length === 0 ? undefined : Math.min(...later)
}
