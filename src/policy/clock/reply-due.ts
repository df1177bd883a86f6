import type { ReplyClock } from './reply-clock.ts'

const SECOND_MS = 1_000

/** When a shopper who waits since `waitingSince` is shown in amber, and from when on the reply is late. Epoch milliseconds. */
export interface ReplyDue {
  readonly amberAt: number
  readonly dueAt: number
}

export type ClockLevel = 'calm' | 'amber' | 'red'

type Limits = Pick<ReplyClock, 'amberSec' | 'replySec'>

export function replyDue(waitingSince: number, { amberSec, replySec }: Limits): ReplyDue {
  return { amberAt: waitingSince + amberSec * SECOND_MS, dueAt: waitingSince + replySec * SECOND_MS }
}

/** Red as soon as the limit has passed: a reply in the last millisecond of it is in time. */
export function clockLevel(waitingSince: number, now: number, limits: Limits): ClockLevel {
  const { amberAt, dueAt } = replyDue(waitingSince, limits)
  if (now > dueAt) return 'red'
  return now >= amberAt ? 'amber' : 'calm'
}
