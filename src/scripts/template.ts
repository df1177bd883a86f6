import { isSlotName, type SlotName } from '../intents/index.ts'

/** A text with slots, cut once at load: literal strings and slots in turn. */
export type Template = readonly (string | TemplateSlot)[]
export interface TemplateSlot {
  readonly slot: SlotName
  /** Printed when the slot has no value; undefined = the slot is required. */
  readonly fallback: string | undefined
  /** Part of the voice: its absence is a choice of the store, not a missing fact. */
  readonly voice: boolean
  /** A smile that only a lively voice has here. */
  readonly isLively?: boolean
}

const VOICE: ReadonlySet<SlotName> = new Set<SlotName>(['you', 'smile', 'self', 'shop', 'agent', 'shopper.name'])

const SLOT = /\{\{\s*([\w.]+)\s*(?:\|([^{}]*))?\}\}/g

/**
 * Parses `{{slot}}` and `{{slot|fallback}}`.
 * @throws Error naming an unknown slot or a stray brace.
 */
export function parseTemplate(text: string): Template {
  const parts: (string | TemplateSlot)[] = []
  let end = 0
  for (const match of text.matchAll(SLOT)) {
    const [whole, name, fallback] = match
    if (match.index > end) parts.push(text.slice(end, match.index))
    if (!isSlotName(name!)) throw new Error(`unknown slot "${name}"`)
    parts.push({ slot: name, fallback: fallback?.trim(), voice: VOICE.has(name) })
    end = match.index + whole.length
  }
  if (end < text.length) parts.push(text.slice(end))
  const stray = parts.find((part) => typeof part === 'string' && /[{}]/.test(part))
  if (stray !== undefined) throw new Error(`stray brace in "${String(stray)}"`)
  return parts
}

const LIVELY: TemplateSlot = { slot: 'smile', fallback: '', voice: true, isLively: true }

/** The short form with a smile for lively voices, where the opening form has one: there it fits what is said. */
export function withLivelySmile(short: Template, open: Template): Template {
  return hasSmile(open) && !hasSmile(short) ? [...short, LIVELY] : short
}

function hasSmile(template: Template): boolean {
  return template.some((part) => typeof part !== 'string' && part.slot === 'smile')
}

/** The slots of a template that print a fact. */
export function factSlots(template: Template): SlotName[] {
  return template.flatMap((part) => (typeof part === 'string' || part.voice ? [] : [part.slot]))
}
