import type { Line } from './localised.ts'

/** `last`: less than a day is left. `until` in epoch milliseconds. */
export interface PayWindow {
  readonly state: 'open' | 'last' | 'expired'
  readonly until: number
  readonly why: Line
}

const DAY_MS = 86_400_000

/** Until when an unpaid order stands (playbook 7.2): to the minute, from when it was placed. Times in epoch milliseconds. */
export function payWindow(placedAt: number, days: number, now: number): PayWindow {
  const until = placedAt + days * DAY_MS
  const state = now >= until ? 'expired' : until - now < DAY_MS ? 'last' : 'open'
  return {
    state,
    until,
    why: {
      zh: `下单后保留${days}天`,
      en: `kept for ${days} day${days === 1 ? '' : 's'} after ordering`,
      ko: `주문 후 ${days}일간 유지`,
    },
  }
}
