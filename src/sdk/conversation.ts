import type { ClientFrameOf, Loose, ServerFrameOf } from './frame-of.ts'
import { newId } from './new-id.ts'
import { type Rewriting, startRewriting } from './rewriting.ts'
import type { Stream } from './stream.ts'
import type { CheckResult, EventRequest, Facts, FeedbackRequest, Message, ServerFrame, Tone } from './wire.ts'

export interface ConversationOptions {
  readonly store?: string | undefined
  readonly channel?: string | undefined
  readonly conversationId: string
  readonly shopper?: { id: string } | undefined
  readonly facts?: Facts | undefined
  /** What was said so far, oldest first. */
  readonly history?: Message[] | undefined
}

/** What a talk tells of itself, by name. */
export interface ConversationEvents {
  /** The whole ranked list; it takes the place of the one before. */
  readonly answer: ServerFrameOf<'suggestions.ready'>
  /** The current answer is no longer good. */
  readonly stale: ServerFrameOf<'suggestions.stale'>
  readonly nudge: ServerFrameOf<'nudge.ready'>
  readonly status: ServerFrameOf<'conversation.status'>
  /** A suggestion being reworded, asked for or not. */
  readonly rewrite: ServerFrameOf<'rewrite.delta'> | ServerFrameOf<'rewrite.done'> | ServerFrameOf<'rewrite.failed'>
}
export type ConversationEvent = keyof ConversationEvents

const EVENT_OF: { readonly [T in ServerFrame['type']]?: ConversationEvent } = {
  'suggestions.ready': 'answer',
  'suggestions.stale': 'stale',
  'nudge.ready': 'nudge',
  'conversation.status': 'status',
  'rewrite.delta': 'rewrite',
  'rewrite.done': 'rewrite',
  'rewrite.failed': 'rewrite',
}

/** One talk with a shopper. What is added waits out a lost connection, and every promise takes a signal that stops it. */
export interface Conversation {
  readonly conversationId: string
  /** How the talk stands as it is opened. */
  readonly opened: Promise<ServerFrameOf<'conversation.opened'>>
  /** Calls back until the returned function is called. */
  on<E extends ConversationEvent>(event: E, listener: (told: ConversationEvents[E]) => void): () => void
  /** Adds what was said, by whomever; an id is made where there is none. Resolves once the service has stored it. */
  add(message: Message, signal?: AbortSignal): Promise<ServerFrameOf<'message.ack'>>
  /** Merges into what is known of shopper, order and product. */
  facts(patch: Facts, signal?: AbortSignal): Promise<void>
  /** Adds what happened on the platform; `eventId` and `at` are made where they are missing. */
  event(event: NewEvent, signal?: AbortSignal): Promise<ServerFrameOf<'event.ack'>>
  /** Asks for an answer now; with `query` for what fits what the agent has typed. */
  request(query?: string, signal?: AbortSignal): Promise<ServerFrameOf<'suggestions.ready'>>
  /** Holds a draft against the rules. */
  check(text: string, signal?: AbortSignal): Promise<CheckResult>
  /** Says what the agent did with a suggestion; resolves once that is stored. */
  feedback(feedback: NewFeedback, signal?: AbortSignal): Promise<void>
  /** Has a suggestion reworded. */
  rewrite(asked: { turnId: string; suggestionId: string; tone?: Tone | undefined }, signal?: AbortSignal): Rewriting
  /** Hears no more of it. */
  close(): void
}

export type NewEvent = Pick<EventRequest, 'type' | 'data'> & Partial<Pick<EventRequest, 'eventId' | 'at'>>
export type NewFeedback = Omit<FeedbackRequest, 'eventId' | 'at'> & Partial<Pick<FeedbackRequest, 'eventId' | 'at'>>

export function openConversation(stream: Stream, options: ConversationOptions): Conversation {
  const { store, channel, conversationId, shopper, facts, history } = options
  const where = { store, channel, conversationId }
  const listeners = new Map<ConversationEvent, Set<(told: never) => void>>()
  const now = () => new Date().toISOString()

  const stop = stream.listen((heard) => {
    if (heard.kind !== 'frame' || (heard.frame as Loose).conversationId !== conversationId) return
    const event = EVENT_OF[heard.frame.type]
    if (event) for (const listener of [...(listeners.get(event) ?? [])]) listener(heard.frame as never)
  })
  const opened = stream.ask({ type: 'conversation.open', ...where, shopper, facts, history })
  // who does not wait for it hears of it elsewhere
  opened.catch(() => undefined)

  return {
    conversationId,
    opened: opened as Promise<ServerFrameOf<'conversation.opened'>>,
    on(event, listener) {
      const those = listeners.get(event) ?? new Set()
      listeners.set(event, those)
      those.add(listener)
      return () => void those.delete(listener)
    },
    async add(message, signal) {
      const frame: ClientFrameOf<'message.add'> = {
        ...message,
        messageId: message.messageId ?? newId(),
        ...where,
        type: 'message.add',
      }
      return (await stream.ask(frame, signal)) as ServerFrameOf<'message.ack'>
    },
    async facts(patch, signal) {
      await stream.ask({ type: 'facts.update', ...where, facts: patch }, signal)
    },
    async event({ type: event, data, eventId = newId(), at = now() }, signal) {
      const frame: ClientFrameOf<'event.add'> = { type: 'event.add', ...where, eventId, event, at, data }
      return (await stream.ask(frame, signal)) as ServerFrameOf<'event.ack'>
    },
    async request(query, signal) {
      const answer = await stream.ask({ type: 'suggest.request', ...where, query }, signal)
      return answer as ServerFrameOf<'suggestions.ready'>
    },
    async check(text, signal) {
      const checked = await stream.ask({ type: 'draft.check', ...where, draftId: newId(), text }, signal)
      const { verdict, warnings, fixed } = checked as ServerFrameOf<'draft.checked'>
      return { verdict, warnings, ...(fixed === undefined ? {} : { fixed }) }
    },
    async feedback({ eventId = newId(), at = now(), ...rest }, signal) {
      await stream.ask({ type: 'feedback.add', eventId, at, ...rest }, signal)
    },
    rewrite: (asked, signal) => startRewriting(stream, { ...where, ...asked }, signal),
    close() {
      stop()
      stream.send({ type: 'conversation.close', ...where })
    },
  }
}
