import { redact } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'
import type { PastChat } from '../replay.ts'
import type { MinedLine } from './line.ts'

/** Names and addresses are said again without what marks them as such; shorter or purely numeric spans are read by themselves. */
const SAID_AGAIN = new Set(['recipient', 'address', 'email'])

/**
 * The lines of a chat without personal data. A name that was recognised once is hidden in every line of the chat, and so are `names` (the nicks of those who
 * talk). `entities` reads one line.
 */
export function redactChat(
  { turns }: Pick<PastChat, 'turns'>,
  names: readonly string[],
  entities: (text: string) => readonly Entity[],
): MinedLine[] {
  const known = new Set(names.filter((name) => name.length > 1))
  const lines = turns.map(({ role, text }) => {
    const { text: masked, spans } = redact(text, entities(text))
    for (const { slot, start, end } of spans)
      if (SAID_AGAIN.has(slot) && end - start > 1) known.add(text.slice(start, end).trim())
    return { role, text: masked }
  })
  if (known.size === 0) return lines
  const longestFirst = [...known].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return lines.map(({ role, text }) => ({
    role,
    text: longestFirst.reduce((rest, name) => rest.replaceAll(name, '[name]'), text),
  }))
}
