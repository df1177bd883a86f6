import type { Learner, LogEvent } from '../src/insight/index.ts'
import { shownOf } from '../src/server/shown-of.ts'
import type { SuggestDeps, Suggested } from '../src/suggest/index.ts'

export interface LearningDesk {
  /** The store as it has learned until now. */
  deps(): SuggestDeps
  /** Logs what was shown and said, as a gateway would, and learns from it. */
  log(
    conversationId: string,
    agent: string,
    shopper: readonly string[],
    shown: Suggested,
    sent: readonly string[],
  ): void
  readonly events: readonly LogEvent[]
}

const BEGIN = Date.parse('2026-11-24T10:00:00+08:00')
const BETWEEN_MS = 20_000

export function createLearningDesk(store: SuggestDeps, learner: Learner): LearningDesk {
  const events: LogEvent[] = []
  function add(conversationId: string, event: Pick<LogEvent, 'kind' | 'body'>): void {
    const n = events.length + 1
    const placed = { ...event, n, store: store.store.id, channel: 'taobao', conversationId, at: BEGIN + n * BETWEEN_MS }
    events.push(placed as LogEvent)
    learner.add(placed as LogEvent)
  }
  return {
    events,
    deps: () => ({ ...store, weights: learner.weights, learned: learner.learned }),
    log(conversationId, agent, shopper, shown, sent) {
      const message = (role: 'shopper' | 'agent', text: string) =>
        add(conversationId, {
          kind: 'message',
          body: { messageId: `${events.length}`, role, text, agent: role === 'agent' ? { id: agent } : undefined },
        })
      for (const text of shopper) message('shopper', text)
      add(conversationId, { kind: 'answer', body: shownOf(shown, agent) })
      for (const text of sent) message('agent', text)
    },
  }
}
