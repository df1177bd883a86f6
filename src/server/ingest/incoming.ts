import type { z } from 'zod'
import { type AgentRef, type EventRequest, HuashuError, LIMITS, Message } from '../../protocol/index.ts'
import type { IdentifiedMessage } from '../intake.ts'

export interface IncomingEvent {
  readonly event: Pick<EventRequest, 'eventId' | 'type' | 'at' | 'data'>
  /** True when `at` is when it arrived: sent again, the same event has another time. */
  readonly isUntimed: boolean
}

/** What a webhook tells of one conversation, in our words. */
export interface Incoming {
  readonly conversationId: string
  /** Who serves the conversation now, when the platform says so. */
  readonly agent?: z.infer<typeof AgentRef> | undefined
  /** A merge patch of the live facts. */
  readonly facts?: object | undefined
  /** Oldest first. */
  readonly messages: readonly IdentifiedMessage[]
  readonly events: readonly IncomingEvent[]
}

/** A webhook in our words: nothing in `incoming` when it means nothing to a conversation; `ignored` says why. */
export interface Mapped {
  readonly incoming: readonly Incoming[]
  readonly ignored: readonly string[]
}

export const nothing = (why: string): Mapped => ({ incoming: [], ignored: [why] })

/** Text no longer than a message may be: a shopper who writes more is answered all the same. */
export function cutText(text: string): string {
  // toWellFormed: the cut may fall between the halves of one character
  return text.length <= LIMITS.textChars ? text : text.slice(0, LIMITS.textChars - 1).toWellFormed()
}

/** A fault in a webhook, named by where in its body it stands. */
export function badField(path: string, message: string): HuashuError {
  return new HuashuError('bad_request', `${path}: ${message}`, { details: [{ path, message }] })
}

/**
 * A message of ours, checked against the wire's schema.
 * @param whereOf the place in the webhook's body of a field of the message
 * @throws HuashuError `bad_request`
 */
export function messageOf(given: Readonly<Record<string, unknown>>, whereOf: (field: string) => string) {
  const { success, data, error } = Message.safeParse(given)
  if (!success) {
    const [issue] = error.issues
    throw badField(whereOf(String(issue!.path[0] ?? '')), issue!.message)
  }
  if (data.messageId === undefined) throw badField(whereOf('messageId'), 'a message needs an id of its own')
  return data as IdentifiedMessage
}
