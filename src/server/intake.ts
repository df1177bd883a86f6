import { randomUUID } from 'node:crypto'
import { goesOn, statusChange } from '../intents/index.ts'
import {
  badRequest,
  type EventRequest,
  Facts,
  type FeedbackRequest,
  HuashuError,
  LIMITS,
  type Message,
  type PlatformEvent,
} from '../protocol/index.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { type Conversation, platformEvent, shopperWaits, speaks, take } from './conversation.ts'
import type { EventLog } from './event-log.ts'
import { absorb } from './from-log.ts'
import { saysOther } from './known-ids.ts'
import { mergePatch } from './merge-patch.ts'
import type { Metrics } from './observe.ts'
import type { Clock, Engine, LogRecord, Pipeline, Talk } from './ports.ts'
import { mayTouch, type Principal } from './principal.ts'
import { printOf, printOfEvent, printOfMessage } from './print.ts'
import type { Ask, Turns } from './turns.ts'

export type IdentifiedMessage = Message & { messageId: string }

/** What became of a message. `stored` resolves once it is durable, to whether it had been there before. */
export interface Receipt {
  readonly stored: Promise<boolean>
}

/** Everything that comes in about a conversation, by stream or REST: to the log, into the state, and answered. */
export interface Intake {
  /**
   * Takes in a message. The answer does not wait for the log; it is pushed before this returns, or `soon`: when what else has come in by now is read.
   * @throws HuashuError `id_conflict` when the id stands for another message
   */
  message(conversation: Conversation, message: IdentifiedMessage, when?: 'now' | 'soon'): Receipt
  /**
   * Tells what was said before the gateway came in; takes in, unanswered, the messages it does not know, those without an id only when it knows
   * none. Returns whether there were any.
   */
  history(conversation: Conversation, messages: readonly Message[]): boolean
  /** Merges live facts (RFC 7396) and answers again; resolves once durable. */
  facts(conversation: Conversation, patch: object): Promise<void>
  /** Resolves once durable, to whether it had been there before. */
  event(conversation: Conversation, event: Pick<EventRequest, 'eventId' | 'type' | 'at' | 'data'>): Promise<boolean>
  /** Resolves once durable. Feedback on a turn nobody knows, or of a store the caller may not touch, is kept but not matched. */
  feedback(
    feedback: FeedbackRequest,
    who: Pick<Principal, 'key' | 'stores'>,
  ): Promise<{ matched: boolean; duplicate: boolean }>
}

export interface IntakeDeps {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly log: EventLog
  readonly turns: Turns
  readonly answers: AnswerQueue
  readonly clock: Clock
  readonly metrics: Metrics
  /** Told when the pipeline threw. */
  readonly failed: (error: unknown, talk: Talk) => void
}

const NOWHERE: Talk = { store: '', channel: '', conversationId: '' }

export function createIntake(deps: IntakeDeps): Intake {
  const { engine, pipeline, log, turns, answers, clock, metrics, failed } = deps

  /** Appends; resolves to whether the same was there already. @throws HuashuError `id_conflict`, `unavailable` */
  function append(talk: Talk, record: Pick<LogRecord, 'kind' | 'key' | 'print' | 'body'>): Promise<boolean> {
    const { store, channel, conversationId } = talk
    return log.append({ ...record, store, channel, conversationId, at: clock.now() }).then((result) => {
      if (result === 'conflict') throw conflict()
      return result === 'duplicate'
    })
  }

  /** Answers, if the pipeline can; what came in is stored and acknowledged all the same. */
  function answer(conversation: Conversation, ask: Ask): void {
    try {
      turns.answer(conversation, ask)
    } catch (error) {
      failed(error, conversation)
    }
  }

  function store(conversation: Conversation, message: IdentifiedMessage, print: string): Promise<boolean> {
    const { store, channel, conversationId, seen } = conversation
    const key = JSON.stringify(['message', store, channel, conversationId, message.messageId])
    const stored = append(conversation, { kind: 'message', key, print, body: message })
    seen.add(message.messageId, print, stored)
    return stored
  }

  /** The state after the running turn, answered or not. */
  function stateOf(conversation: Conversation): Conversation['state'] {
    const { turn, before, store, state } = conversation
    return answers.isDue(conversation) ? pipeline.fold(turn, before, engine.deps(store)) : state
  }

  /** Takes in what no answer follows at once. */
  function happens(conversation: Conversation, happening: PlatformEvent): void {
    take(conversation, happening, () => conversation.state)
    const { turn, before, store } = conversation
    conversation.state = pipeline.fold(turn, before, engine.deps(store))
  }

  return {
    message(conversation, given, when = 'now') {
      const print = printOfMessage(given)
      const seen = conversation.seen.get(given.messageId)
      if (seen && saysOther(seen, print)) throw conflict()
      if (seen && !seen.failed) return { stored: seen.stored.then(() => true) }
      const message = { ...given, at: given.at ?? new Date(clock.now()).toISOString() }
      const stored = store(conversation, message, print)
      // one that could not be stored the first time has been answered already
      if (!seen && speaks(message)) {
        // every shopper's message gets an answer: one that goes on gets it together with those before it
        if (shopperWaits(conversation) && !goesOn(conversation.turn, message)) answers.settle(conversation)
        take(conversation, message, () => stateOf(conversation))
        answers.add(conversation)
        if (when === 'now') answers.settle(conversation)
      }
      return { stored }
    },

    history(conversation, messages) {
      const isNew = conversation.seen.size === 0
      const unknown = messages.filter(({ messageId }) =>
        messageId === undefined ? isNew : !conversation.seen.has(messageId),
      )
      if (unknown.length === 0) return false
      for (const message of unknown) {
        const identified = { ...message, messageId: message.messageId ?? `history-${randomUUID()}` }
        store(conversation, identified, printOfMessage(message))
      }
      absorb(conversation, unknown, { engine, pipeline })
      return true
    },

    async facts(conversation, patch) {
      const merged = Facts.safeParse(mergePatch(conversation.facts, patch))
      if (!merged.success) throw badRequest(merged.error, 'facts')
      const text = JSON.stringify(merged.data)
      if (text === JSON.stringify(conversation.facts)) return
      if (text.length > LIMITS.bodyBytes)
        throw new HuashuError('too_large', 'the facts of one conversation grew too large')
      conversation.facts = merged.data
      const change = statusChange(conversation.state.order, merged.data.order?.status)
      if (change) happens(conversation, change)
      const key = JSON.stringify(['facts', conversation.topic, randomUUID()])
      const stored = append(conversation, { kind: 'facts', key, print: '', body: patch })
      if (conversation.current) answer(conversation, { because: 'facts' })
      await stored
    },

    async event(conversation, { eventId, type, at, data }) {
      const key = JSON.stringify(['event', conversation.store, eventId])
      const print = printOfEvent(conversation.topic, { type, at, data })
      const seen = conversation.events.get(eventId)
      if (seen && saysOther(seen, print)) throw conflict()
      if (seen && !seen.failed) return seen.stored.then(() => true)
      const stored = append(conversation, { kind: 'event', key, print, body: { eventId, type, at, data } })
      conversation.events.add(eventId, print, stored)
      if (!seen) {
        if (type === 'conversation_closed') turns.retire(conversation, 'closed')
        take(conversation, platformEvent(type, data), () => conversation.state)
        answer(conversation, { because: 'event' })
      }
      return stored
    },

    async feedback(feedback, who) {
      const known = await turns.talkOf(feedback.turnId)
      const talk = known && mayTouch(who, known.store) ? known : undefined
      metrics.feedback.inc({ action: feedback.action })
      // what belongs to no store is told apart by who said it
      const of = talk ? [talk.store] : ['', who.key]
      const key = JSON.stringify(['feedback', ...of, feedback.eventId])
      const { eventId: _, ...said } = feedback
      const duplicate = await append(talk ?? NOWHERE, {
        kind: 'feedback',
        key,
        print: printOf(said),
        body: { ...feedback, matched: talk !== undefined },
      })
      return { matched: talk !== undefined, duplicate }
    },
  }
}

const conflict = () => new HuashuError('id_conflict', 'this id already stands for something else')
