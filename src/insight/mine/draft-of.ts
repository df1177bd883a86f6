import type { Locale, ScriptChange } from '../../protocol/index.ts'
import type { MinedQuestion } from './mine.ts'

/** Where a mined script belongs, by the scripts most like it. */
export interface DraftPlace {
  readonly category?: string | undefined
}

/** A mined question as a draft of the library: nothing is offered before a lead approves it. Undefined when no reply may be said again. */
export function draftOf(question: MinedQuestion, locale: Locale, place: DraftPlace = {}): ScriptChange | undefined {
  const { id, topic, text, count, chats, replies } = question
  if (replies.length === 0) return undefined
  return {
    id: `${locale}.mined.${id}`,
    op: 'put',
    status: 'draft',
    script: {
      locale,
      ...(place.category ? { category: place.category } : {}),
      intents: [topic],
      note: `“${text}”, asked ${count} times; chats ${chats.join(', ')}`,
      wordings: replies.map(({ text: said }) => ({ open: said, short: said })),
    },
  }
}
