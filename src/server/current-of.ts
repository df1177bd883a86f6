import type { Answer } from '../protocol/index.ts'
import type { Push } from './ports.ts'

/** The answer that the last pushes leave shown, if it is among them. */
export function currentOf(recent: readonly Push[]): Push | undefined {
  const newest = recent.findLast(({ type }) => type === 'suggestions.ready')
  const isStale = recent.some(({ type, turnId }) => type === 'suggestions.stale' && turnId === newest?.turnId)
  return isStale ? undefined : newest
}

/** Whether an answer is for this message, too. */
export function covers({ frame }: Push, messageId: string): boolean {
  return (JSON.parse(frame.toString()) as Answer).messageIds.includes(messageId)
}
