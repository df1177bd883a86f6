import type { SlotName } from '../../intents/index.ts'
import { parseTemplate } from '../../scripts/index.ts'

/** A slot's value as it stands in a filled text. */
export interface Printed {
  readonly name: SlotName
  readonly text: string
}

/** The store's manner of speaking, which a rewrite may change. */
const MANNER: ReadonlySet<SlotName> = new Set<SlotName>(['you', 'self', 'smile'])

/**
 * Which slot values a filled text prints, read by laying its template over it. None when it does not fit (filling tidies punctuation); the fact lock
 * reads the text itself and does not depend on this.
 */
export function printedIn(template: string, text: string): Printed[] {
  const parts = parseTemplate(template)
  const slots = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
  const pattern = parts.map((part) => (typeof part === 'string' ? literal(part) : '(.*?)')).join('')
  const values = new RegExp(`^${pattern}$`, 's').exec(text)
  if (!values) return []
  return slots.flatMap((name, i) => {
    const value = values[i + 1]!.trim()
    return value === '' || MANNER.has(name) ? [] : [{ name, text: value }]
  })
}

/** A literal part: the comma behind an empty address word may be gone. */
function literal(part: string): string {
  const [, comma = '', rest = ''] = /^([，,、!！~]\s*)?(.*)$/s.exec(part.trimStart()) ?? []
  return `${comma === '' ? '\\s*' : `(?:${quoted(comma)})?`}${quoted(rest.trim())}\\s*`
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
