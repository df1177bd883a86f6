import type { LogEvent } from '../../../src/insight/index.ts'
import type { FeedbackRequest, Stage } from '../../../src/protocol/index.ts'

type Placed<K extends LogEvent['kind']> = Extract<LogEvent, { kind: K }>

/** What a suggestion of a test is about; its text is `text`, else one of its own. */
export interface Shown {
  readonly scriptId: string
  readonly topic?: string
  readonly text?: string
  readonly features?: Record<string, number>
  readonly trial?: { readonly id: string; readonly arm: number; readonly of: number }
}

/** Writes a log as a gateway would, in its order. */
export function createLog(begin = Date.parse('2026-11-24T10:00:00+08:00')) {
  const events: LogEvent[] = []
  let turns = 0
  let now = begin
  const place = (conversationId: string) => {
    now += 1_000
    return { n: events.length * 2 + 1, store: 'small', channel: 'taobao', conversationId, at: now }
  }
  const log = {
    events,
    wait(ms: number) {
      now += ms
    },
    message(conversationId: string, role: 'shopper' | 'agent', text: string, agent?: string): Placed<'message'> {
      const placed = place(conversationId)
      const body = { messageId: `m${placed.n}`, role, text, agent: agent === undefined ? undefined : { id: agent } }
      return log.add({ ...placed, kind: 'message', body })
    },
    answer(
      conversationId: string,
      shown: readonly Shown[],
      more: { agent?: string; stage?: Stage; quiet?: true; intent?: string; because?: 'message' | 'manual' } = {},
    ): string {
      turns += 1
      const turnId = `t${turns}`
      const {
        agent,
        stage = 'presale',
        quiet,
        intent = shown[0]?.topic ?? 'shipping_fee.fee',
        because = 'message',
      } = more
      log.add({
        ...place(conversationId),
        kind: 'answer',
        body: {
          turnId,
          messageIds: [],
          because,
          locale: 'zh',
          abstained: false,
          intents: [{ name: intent, family: intent.split('.')[0]!, confidence: 0.9 }],
          agent,
          stage,
          quiet,
          suggestions: shown.map(({ scriptId, topic = intent, text = `${scriptId}的话`, features = {}, trial }, i) => ({
            id: `${turnId}.${i + 1}`,
            scriptId,
            intent: topic,
            tier: 'answer',
            score: 1,
            text,
            features,
            ...(trial ? { trial } : {}),
          })),
        },
      })
      return turnId
    },
    feedback(turnId: string, position: number, action: FeedbackRequest['action'], agent: string): Placed<'feedback'> {
      const placed = place('')
      const suggestionId = `${turnId}.${position + 1}`
      const at = new Date(placed.at).toISOString()
      const body = { eventId: `f${placed.n}`, turnId, suggestionId, action, at, agent: { id: agent }, matched: true }
      return log.add({ ...placed, kind: 'feedback', body })
    },
    add<E extends LogEvent>(event: E): E {
      events.push(event)
      return event
    },
  }
  return log
}
