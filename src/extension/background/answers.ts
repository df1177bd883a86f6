import type { ServerFrame } from '../../protocol/index.ts'

/** The current answer and status of each talk, for panels that open it later than they came: the stream hears each of them once. */
export interface Answers {
  take(frame: ServerFrame): void
  forget(conversationId: string): void
  of(conversationId: string): readonly ServerFrame[]
}

export function createAnswers(): Answers {
  const current = new Map<string, Map<string, ServerFrame>>()
  return {
    take(frame) {
      if (
        frame.type !== 'suggestions.ready' &&
        frame.type !== 'suggestions.stale' &&
        frame.type !== 'conversation.status'
      )
        return
      const frames = current.get(frame.conversationId) ?? new Map<string, ServerFrame>()
      current.set(frame.conversationId, frames)
      if (frame.type !== 'suggestions.stale') frames.set(frame.type, frame)
      else {
        const ready = frames.get('suggestions.ready')
        if (ready?.type === 'suggestions.ready' && ready.turnId === frame.turnId) frames.delete('suggestions.ready')
      }
    },
    forget: (conversationId) => void current.delete(conversationId),
    of: (conversationId) => [...(current.get(conversationId)?.values() ?? [])],
  }
}
