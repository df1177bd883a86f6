import type { Answer, ServerFrame, Suggestion } from '../../src/protocol/index.ts'

type Ready = Extract<ServerFrame, { type: 'suggestions.ready' }>

export const suggestion = (turnId: string, place: number, more: Partial<Suggestion> = {}): Suggestion => ({
  ...{ id: `${turnId}.${place}`, scriptId: `s${place}`, intent: 'other', tier: 'answer', text: `${turnId} ${place}` },
  ...{ templateText: '', parts: [{ kind: 'text', text: `${turnId} ${place}` }], score: 1 },
  ...{ reasons: [], asks: [], missing: [], todo: [], warnings: [], ...more },
})

/** An answer as REST gives it. */
export const answer = (turnId: string): Answer => {
  const { type: _, conversationId: __, seq: ___, ...rest } = ready('a', turnId, { because: 'manual' })
  return rest
}

/** An answer of a conversation, with three suggestions. */
export const ready = (conversationId: string, turnId: string, more: Partial<Ready> = {}): Ready => ({
  ...{ type: 'suggestions.ready', conversationId, turnId, seq: 1, messageIds: [], because: 'message', locale: 'zh' },
  ...{ abstained: false, intents: [], entities: [], timings: { totalMs: 1 } },
  state: { stage: 'presale', mood: 'calm', register: 'neutral', expects: [], types: [], flows: [], slots: {} },
  suggestions: [1, 2, 3].map((place) => suggestion(turnId, place)),
  ...more,
})
