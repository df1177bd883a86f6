import type { Locale } from '../protocol/index.ts'
import { type ConversationRef, refOf } from './conversation-ref.ts'
import { localeOf } from './words/language.ts'

const DEFAULT_LIMIT = 5

/** Who works here; undefined = nobody has said. */
export function agentOf(panel: Element): { id: string; name?: string } | undefined {
  const id = panel.getAttribute('agent')
  const name = panel.getAttribute('agent-name')
  if (id === null) return undefined
  return name === null ? { id } : { id, name }
}

/** The conversation that the attributes name. */
export function conversationOf(panel: Element): ConversationRef | undefined {
  const conversationId = panel.getAttribute('conversation')
  if (!conversationId) return undefined
  const store = panel.getAttribute('store') ?? undefined
  const channel = panel.getAttribute('channel') ?? undefined
  return refOf({ store, channel, conversationId })
}

/** Suggestions per answer. */
export function limitOf(panel: Element): number {
  const asked = Number(panel.getAttribute('limit'))
  return Number.isInteger(asked) && asked >= 1 && asked <= 10 ? asked : DEFAULT_LIMIT
}

/** The panel's language, else that of the page around it. */
export function localeAt(panel: Element): Locale {
  return localeOf(panel.closest('[lang]')?.getAttribute('lang') ?? navigator.language)
}

/** An onlooker's panel sees no reply box. */
export function boxOf(panel: Element): HTMLElement | null {
  const selector = panel.getAttribute('for')
  return selector && !panel.hasAttribute('watch') ? document.querySelector<HTMLElement>(selector) : null
}
