import type { LogEvent } from '../../../insight/index.ts'
import type { PlacedRecord } from '../../ports.ts'

/**
 * The bodies of one conversation's records with only what can be counted left: roles, kinds, times, agents, intents, scripts, scores. What was said, what
 * is known of the shopper and every id that came from outside go; which answer was for which message and which feedback for which answer can still be told.
 */
export function blanked(records: readonly PlacedRecord[]): object[] {
  const ids = new Map<string, string>()
  for (const { kind, n, body } of records)
    if (kind === 'message') ids.set((body as { messageId: string }).messageId, `erased-${n}`)
  return records.map((record) => blankedBody(record as LogEvent, ids))
}

function blankedBody(record: LogEvent, ids: ReadonlyMap<string, string>): object {
  switch (record.kind) {
    case 'message': {
      const { role, agent, kind, at } = record.body
      return { messageId: `erased-${record.n}`, role, agent, kind, text: '', at }
    }
    case 'event': {
      const { type, at } = record.body
      return { eventId: `erased-${record.n}`, type, at }
    }
    case 'answer': {
      const { turnId, because, locale, abstained, gap, agent, stage, quiet, heldOut, blocked, intents, suggestions } =
        record.body
      return {
        turnId,
        messageIds: record.body.messageIds.map((id) => ids.get(id) ?? ''),
        because,
        locale,
        abstained,
        gap,
        agent,
        stage,
        quiet,
        heldOut,
        blocked,
        intents: intents.map(({ name, family, confidence }) => ({ name, family, confidence })),
        suggestions: suggestions.map((suggestion) => ({ ...suggestion, text: '' })),
      }
    }
    case 'feedback': {
      const { turnId, suggestionId, action, reason, position, at, agent, matched } = record.body
      return { eventId: `erased-${record.n}`, turnId, suggestionId, action, reason, position, at, agent, matched }
    }
    // who read it is no shopper's data
    case 'read':
      return record.body
    default:
      return {}
  }
}
