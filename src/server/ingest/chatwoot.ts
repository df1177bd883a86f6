import type { z } from 'zod'
import { badRequest } from '../../protocol/index.ts'
import { agentOf, messagesOf, roleOf, timeOf } from './chatwoot-message.ts'
import {
  AnyEvent,
  type Conversation,
  ConversationEvent,
  MessageEvent,
  type Person,
  WidgetEvent,
} from './chatwoot-payload.ts'
import type { ChatwootSettings } from './chatwoot-settings.ts'
import { OUR_MARK } from './echo.ts'
import { type Incoming, type Mapped, nothing } from './incoming.ts'
import { factsOf } from './mapped-facts.ts'

type Scope = Pick<ChatwootSettings, 'account' | 'inboxes' | 'facts'>
type Reader = (raw: unknown, settings: Scope, now: number) => Mapped

/** What each of Chatwoot's webhooks means to us. */
const READERS: Readonly<Record<string, Reader>> = {
  message_created: readMessage,
  message_updated: readChange,
  conversation_created: readConversation,
  conversation_updated: readConversation,
  conversation_status_changed: readStatus,
  webwidget_triggered: readWidget,
}

/**
 * Says a webhook of Chatwoot's in our words; events it has beyond these, and those of other accounts and inboxes, mean nothing to us.
 * @param now epoch milliseconds, for events that carry no time
 * @throws HuashuError `bad_request` naming the field
 */
export function mapChatwoot(raw: unknown, settings: Scope, now: number): Mapped {
  const { event } = parse(AnyEvent, raw)
  return Object.hasOwn(READERS, event) ? READERS[event]!(raw, settings, now) : nothing(`event ${event}`)
}

function readMessage(raw: unknown, settings: Scope): Mapped {
  const event = parse(MessageEvent, raw)
  const { account, inbox, conversation, sender, contact } = event
  const foreign = isForeign(settings, account?.id, inbox?.id ?? conversation.inbox_id)
  if (foreign) return nothing(foreign)
  // notes are for agents, ours and theirs; what carries our mark went out from here
  if (event.private === true) return nothing('a private note')
  if (event.content_attributes?.[OUR_MARK] != null) return nothing('sent from here')
  const role = roleOf(event)
  if (role === undefined) return nothing('a kind of message that is not known')
  const messages = messagesOf(event, role)
  if (messages.length === 0) return nothing('an empty message')
  const shopper = contact ?? conversation.meta?.sender ?? (role === 'shopper' ? sender : undefined)
  return about(conversation, settings, raw, shopper, { messages })
}

/** Of changes to messages a deleted one of the shopper's and the answer to a satisfaction survey count; the rest is about delivery. */
function readChange(raw: unknown, settings: Scope, now: number): Mapped {
  const event = parse(MessageEvent, raw)
  const { id, account, inbox, conversation, content_attributes: marks } = event
  const foreign = isForeign(settings, account?.id, inbox?.id ?? conversation.inbox_id)
  if (foreign) return nothing(foreign)
  const score = scoreOf(marks)
  if (score !== undefined) {
    // another score is another rating; the same one, sent again with a comment, is not
    const eventId = `chatwoot-csat-${id}-${score}`
    const event = { eventId, type: 'rating_given', at: new Date(now).toISOString(), data: { score } } as const
    return only(conversation, { events: [{ event, isUntimed: true }] })
  }
  if (marks?.deleted !== true || roleOf(event) !== 'shopper') return nothing('a change that says nothing new')
  const recall = { messageId: `${id}.recall`, role: 'shopper', kind: 'recall', ref: { id: String(id) } } as const
  return only(conversation, { messages: [recall] })
}

function readConversation(raw: unknown, settings: Scope): Mapped {
  const event = parse(ConversationEvent, raw)
  const foreign = isForeign(settings, accountOf(event), event.inbox_id)
  return foreign ? nothing(foreign) : about(event, settings, raw, event.contact ?? event.meta?.sender, {})
}

function readStatus(raw: unknown, settings: Scope, now: number): Mapped {
  const event = parse(ConversationEvent, raw)
  const foreign = isForeign(settings, accountOf(event), event.inbox_id)
  if (foreign) return nothing(foreign)
  // 1 on servers that tell the number
  if (event.status !== 'resolved' && event.status !== 1) return nothing('a status that ends nothing')
  const told = timeOf(event.updated_at ?? event.timestamp)
  const at = told ?? new Date(now).toISOString()
  const closed = { eventId: `chatwoot-resolved-${event.id}-${at}`, type: 'conversation_closed', at } as const
  return only(event, { events: [{ event: closed, isUntimed: told === undefined }] })
}

function readWidget(raw: unknown, settings: Scope): Mapped {
  const { account, inbox, contact, current_conversation: conversation } = parse(WidgetEvent, raw)
  const foreign = isForeign(settings, account?.id, inbox?.id)
  if (foreign) return nothing(foreign)
  return conversation ? about(conversation, settings, raw, contact, {}) : nothing('no conversation yet')
}

const accountOf = (event: z.infer<typeof ConversationEvent>) => event.account?.id ?? event.messages?.[0]?.account_id

/** Conversations carry no account where they have no message yet: what is not said is not held against it, the signature has proved whose it is. */
function isForeign({ account, inboxes }: Scope, given: number | null | undefined, inbox: number | null | undefined) {
  if (given != null && given !== account) return `account ${given}`
  if (inboxes && (inbox == null || !inboxes.includes(inbox))) return `inbox ${inbox ?? 'unknown'}`
  return undefined
}

function only({ id }: Conversation, news: Partial<Incoming>): Mapped {
  return { incoming: [{ conversationId: String(id), messages: [], events: [], ...news }], ignored: [] }
}

/** News of a conversation, with whom it is with and who serves it. */
function about(
  conversation: Conversation,
  { facts }: Scope,
  raw: unknown,
  shopper: Person,
  news: Partial<Incoming>,
): Mapped {
  const known = factsOf(facts ?? {}, { root: raw, item: raw }, shopperFacts(shopper))
  const agent = agentOf(conversation.meta?.assignee)
  return only(conversation, { ...news, ...(known ? { facts: known } : {}), ...(agent ? { agent } : {}) })
}

/** Visitors who have not said theirs are given names like `quiet-shadow-98`. */
const GIVEN_NAME = /^[a-z]+-[a-z]+-\d{1,4}$/

/** Who the shopper is, and nothing that could reach them: no replies need an address. */
function shopperFacts(person: Person): Record<string, unknown> {
  if (person?.id == null) return {}
  const name = person.name?.trim().slice(0, 500).toWellFormed()
  const id = person.identifier?.trim().slice(0, 200).toWellFormed() || String(person.id)
  return { shopper: { id, ...(name && !GIVEN_NAME.test(name) ? { name } : {}) } }
}

function scoreOf(marks: MessageEvent['content_attributes']): number | undefined {
  const submitted = marks?.submitted_values as { csat_survey_response?: { rating?: unknown } | null } | null | undefined
  const score = submitted?.csat_survey_response?.rating
  return typeof score === 'number' && score >= 1 && score <= 5 ? score : undefined
}

function parse<T extends z.ZodType>(schema: T, raw: unknown): z.infer<T> {
  const { success, data, error } = schema.safeParse(raw)
  if (!success) throw badRequest(error)
  return data
}
