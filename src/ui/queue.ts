import type { PanelState } from './panel-state.ts'
import { type ReplyClock, replyClock } from './reply-clock.ts'
import type { Talk } from './talk.ts'

/** One open conversation in the strip. */
export interface Waiting {
  readonly talk: Talk
  readonly clock: ReplyClock | undefined
  readonly isCurrent: boolean
  /** The first suggestion that may be shown. */
  readonly preview: string
}

/** Every open conversation, who has the least time left first; those that wait for nobody come last, in the order in which they were opened. */
export function queueOf(state: PanelState, now: number): Waiting[] {
  return [...state.talks.values()]
    .map((talk) => ({
      talk,
      clock: replyClock(talk.status, now + state.skewMs),
      isCurrent: talk.ref.conversationId === state.current,
      preview: talk.list && !talk.list.quiet ? (talk.list.suggestions[0]?.text ?? '') : '',
    }))
    .sort((a, b) => timeLeft(a) - timeLeft(b))
}

/** Sorted by when the reply is due, which does not change while it is waited for: nothing reorders as seconds pass. */
function timeLeft({ talk, clock }: Waiting): number {
  return clock ? Date.parse(talk.status?.dueAt ?? '') : Number.MAX_VALUE
}
