import type { Action } from './answer.ts'
import type { Message } from './message.ts'
import type { EVENT_TYPES } from './rest.ts'

export type EventType = (typeof EVENT_TYPES)[number]

/** A platform event at its place in a talk. Clients report events by themselves; none stands among the messages of a request. */
export interface PlatformEvent {
  readonly role: 'event'
  readonly type: EventType
  readonly at?: string | undefined
  /** What the agent has ticked off, of a `todo_done`. */
  readonly action?: Action | undefined
  /** True when nobody reported it: live facts show it. */
  readonly byFacts?: true
  readonly text?: undefined
  readonly kind?: undefined
  readonly messageId?: undefined
  readonly ref?: undefined
}

/** What a conversation's state is folded from. */
export type Happening = Message | PlatformEvent
