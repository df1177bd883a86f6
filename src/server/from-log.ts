import { setImmediate as nextTick } from 'node:timers/promises'
import { statusAfter, statusChange } from '../intents/index.ts'
import type { EventRequest, Facts, Happening, Message, OrderStatus } from '../protocol/index.ts'
import { type Conversation, platformEvent, speaks, take, topicOf } from './conversation.ts'
import { KnownIds } from './known-ids.ts'
import { mergePatch } from './merge-patch.ts'
import type { Clock, Engine, LogRecord, Pipeline, Talk } from './ports.ts'
import { printOfMessage } from './print.ts'

export interface FromLogDeps {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly clock: Clock
}

/** Messages folded between two pauses, so that a long talk does not hold up the others. */
const SLICE = 100

/** A conversation in which nothing has been said yet; its numbers go on from `seq`. */
export function emptyConversation(talk: Talk, seq: number, { engine, pipeline, clock }: FromLogDeps): Conversation {
  const deps = engine.deps(talk.store)
  return {
    store: talk.store,
    channel: talk.channel,
    conversationId: talk.conversationId,
    topic: topicOf(talk),
    before: undefined,
    turn: [],
    state: pipeline.fold([], undefined, deps),
    facts: undefined,
    seen: new KnownIds(),
    events: new KnownIds(),
    desk: { roles: ['agent'], uiLocale: deps.store.locales[0]!, limit: 3 },
    seq,
    recent: [],
    current: undefined,
    waitingSince: undefined,
    status: undefined,
    usedAt: clock.now(),
    isWhole: true,
  }
}

/** Puts what another one knows of the same talk in the place of what this one knows; numbers, desk, sockets and what is shown stay. */
export function adopt(conversation: Conversation, known: Conversation): void {
  conversation.before = known.before
  conversation.turn = known.turn
  conversation.state = known.state
  conversation.facts = known.facts
  conversation.waitingSince = known.waitingSince
  conversation.seen.become(known.seen)
  conversation.events.become(known.events)
}

/** Folds a conversation's records into it, with pauses. */
export async function replay(
  conversation: Conversation,
  records: readonly LogRecord[],
  deps: FromLogDeps,
): Promise<void> {
  const talk: Happening[] = []
  let order: OrderStatus | undefined
  for (const { kind, body, print } of records) {
    if (kind === 'event') {
      const { eventId, type, data } = body as EventRequest
      conversation.events.addDurable(eventId, print)
      order = statusAfter(type) ?? order
      talk.push(platformEvent(type, data))
    } else if (kind === 'facts') {
      conversation.facts = mergePatch(conversation.facts, body) as Facts
      const change = statusChange(order, conversation.facts.order?.status)
      if (change) talk.push(change)
      order = (change && statusAfter(change.type)) ?? order
    } else {
      const message = body as Message & { messageId: string }
      conversation.seen.addDurable(message.messageId, printOfMessage(message))
      talk.push(message)
    }
  }
  for (let from = 0; from < talk.length; from += SLICE) {
    if (from > 0) await nextTick()
    absorb(conversation, talk.slice(from, from + SLICE), deps)
  }
}

/** Takes in without answering. */
export function absorb(
  conversation: Conversation,
  talk: readonly Happening[],
  { engine, pipeline }: Pick<FromLogDeps, 'engine' | 'pipeline'>,
): void {
  const deps = engine.deps(conversation.store)
  const state = () => pipeline.fold(conversation.turn, conversation.before, deps)
  for (const happening of talk) {
    if (speaks(happening) || happening.role === 'event') take(conversation, happening, state)
  }
  conversation.state = state()
}
