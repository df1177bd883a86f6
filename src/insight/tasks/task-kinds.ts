import type { EventType } from '../../protocol/index.ts'

/** How much a reminder presses. */
export type TaskLevel = 'info' | 'amber' | 'red'

interface Kind {
  /** How it is shown the first time, the second, ...; the last stays. */
  readonly levels: readonly TaskLevel[]
  /** How long until it is shown again, in minutes; absent = next day, when shoppers may be written to. */
  readonly againMinutes?: number
  /** What the shopper would be told, as the event that scripts are written for. */
  readonly event?: EventType
}

/** What an agent can be reminded of. */
export const TASK_KINDS = {
  /** An answer was promised (F17, R102). */
  promise: { levels: ['amber', 'red'], againMinutes: 5 },
  /** An order waits for its payment (F13): one reminder a day (R78). */
  unpaid: { levels: ['info'], event: 'order_unpaid' },
  /** Somebody ordered without a word (F14): confirmed at the start of the next shift. */
  silent: { levels: ['info'] },
  /** A paid order should have left (F18). */
  dispatch: { levels: ['amber', 'red'], event: 'dispatch_delayed' },
  /** A shopper waits whose agent has left (F32). */
  handover: { levels: ['red'], againMinutes: 5 },
  /** A matter that the platform opened: a bad review, a mediation, a parcel that came back. */
  case: { levels: ['amber', 'red'] },
  /** Somebody's own note. */
  note: { levels: ['amber', 'red'] },
} as const satisfies Readonly<Record<string, Kind>>
export type TaskKind = keyof typeof TASK_KINDS

/** The kind as the runner reads it. */
export function kindOf(kind: TaskKind): Kind {
  return TASK_KINDS[kind]
}
