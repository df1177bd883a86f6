import type { Entity, Happening } from '../protocol/index.ts'
import { inOneBreath } from './burst.ts'

/** What a shopper said in one breath: the texts of one or more messages, read as one. */
export interface Breath {
  readonly messages: readonly Happening[]
  readonly text: string
  /** Where each message begins in the text. */
  readonly starts: readonly number[]
}

/** Shoppers break a sentence where others put a comma. */
const BETWEEN = ' '

/** The breath that begins at a message: that message and the texts that follow it at once. */
export function breathFrom(messages: readonly Happening[], index: number): Breath {
  const said = [messages[index]!]
  for (let next = index + 1; next < messages.length; next += 1) {
    if (!isWords(said[0]!) || !isWords(messages[next]!) || !inOneBreath(said, messages[next]!)) break
    said.push(messages[next]!)
  }
  let text = ''
  const starts = said.map((message, i) => {
    if (i > 0) text += BETWEEN
    const start = text.length
    text += message.text ?? ''
    return start
  })
  return { messages: said, text, starts }
}

function isWords({ role, kind, text }: Happening): boolean {
  return role === 'shopper' && (kind ?? 'text') === 'text' && text !== undefined && text !== ''
}

/**
 * Entities of the whole text as entities of the single messages; `first` is the index of the breath's first message. What stretches over two messages
 * stands where it begins.
 */
export function placed({ messages, starts }: Breath, entities: readonly Entity[], first: number): Entity[] {
  if (messages.length === 1) return [...entities]
  return entities.map((entity) => {
    const at = starts.findLastIndex((start) => start <= entity.start)
    const { text = '' } = messages[at]!
    const start = entity.start - starts[at]!
    const end = Math.min(entity.end - starts[at]!, text.length)
    return { ...entity, start, end, text: text.slice(start, end), messageIndex: first + at }
  })
}
