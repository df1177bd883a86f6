import { setImmediate as nextTick } from 'node:timers/promises'
import { statusAfter, statusChange } from '../intents/index.ts'
import type { EventRequest, Facts, Happening, Message, OrderStatus } from '../protocol/index.ts'
import { type Conversation, platformEvent, STORED, speaks, take, topicOf } from './conversation.ts'
import { mergePatch } from './merge-patch.ts'
import type { Clock, Database, Engine, LogRecord, Pipeline, Talk } from './ports.ts'
import { printOfMessage } from './print.ts'

/** The conversations in memory. One that was dropped is built again from the log when it is next spoken of. */
export interface Conversations {
  /**
   * Hands over the conversation: at once when it is in memory, else after reading it from the log. Calls for one conversation run in the order
   * they were made. @throws HuashuError `unknown_store`
   */
  use<T>(talk: Talk, work: (conversation: Conversation) => T): T | Promise<Awaited<T>>
  /**
   * Drops a talk whose records were erased. One that sockets listen to begins anew, as if nothing had been said; `parting` is called before. One that is just being
   * read is dropped when it is there.
   */
  forget(talk: Talk, parting: (open: Conversation) => void): void
  /** Drops what has not been used for a while and, beyond the limit, the least recently used; open ones stay. */
  sweep(): void
  readonly size: number
}

export interface ConversationLimits {
  readonly count: number
  readonly idleMs: number
}

export interface ConversationDeps {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly database: Database
  readonly clock: Clock
  /** Told when a conversation could not be read and begins empty. */
  readonly unreadable: (error: unknown) => void
}

/** Messages folded between two pauses, so that a long talk does not hold up the others. */
const SLICE = 100

export function createConversations(deps: ConversationDeps, limits: ConversationLimits): Conversations {
  // in order of last use, oldest first
  const loaded = new Map<string, Conversation>()
  const loading = new Map<string, Promise<Conversation>>()
  // numbering of a rebuilt conversation goes on above all that was given out, so that an old `seq` is never taken for a new one
  let floor = 0

  function touch(conversation: Conversation): Conversation {
    conversation.usedAt = deps.clock.now()
    loaded.delete(conversation.topic)
    loaded.set(conversation.topic, conversation)
    return conversation
  }

  function drop(conversation: Conversation): void {
    floor = Math.max(floor, conversation.seq)
    loaded.delete(conversation.topic)
  }

  async function load(talk: Talk, topic: string): Promise<Conversation> {
    const conversation = empty(talk, topic, floor, deps)
    const records = await deps.database.conversation(talk).catch((error) => {
      deps.unreadable(error)
      return []
    })
    await replay(conversation, records, deps)
    if (loaded.size >= limits.count) sweep()
    return touch(conversation)
  }

  function sweep(): void {
    const idleSince = deps.clock.now() - limits.idleMs
    for (const conversation of loaded.values()) {
      if (conversation.usedAt > idleSince && loaded.size < limits.count) break
      if (conversation.open === 0) drop(conversation)
    }
  }

  function forget(talk: Talk, parting: (open: Conversation) => void): void {
    const topic = topicOf(talk)
    const conversation = loaded.get(topic)
    if (conversation && conversation.open === 0) drop(conversation)
    else if (conversation) {
      parting(conversation)
      begin(conversation, deps)
    }
    loading.get(topic)?.then(
      () => forget(talk, parting),
      () => undefined,
    )
  }

  return {
    forget,
    use(talk, work) {
      const topic = topicOf(talk)
      const ready = loaded.get(topic)
      if (ready) return work(touch(ready))
      let coming = loading.get(topic)
      if (!coming) {
        coming = load(talk, topic).finally(() => loading.delete(topic))
        loading.set(topic, coming)
      }
      return coming.then(work) as Promise<Awaited<ReturnType<typeof work>>>
    },
    sweep,
    get size() {
      return loaded.size
    },
  }
}

function empty(talk: Talk, topic: string, seq: number, { engine, pipeline, clock }: ConversationDeps): Conversation {
  const deps = engine.deps(talk.store)
  return {
    store: talk.store,
    channel: talk.channel,
    conversationId: talk.conversationId,
    topic,
    before: undefined,
    turn: [],
    state: pipeline.fold([], undefined, deps),
    facts: undefined,
    seen: new Map(),
    events: new Map(),
    desk: { roles: ['agent'], uiLocale: deps.store.locales[0]!, limit: 3 },
    seq,
    recent: [],
    current: undefined,
    usedAt: clock.now(),
    open: 0,
  }
}

/** Makes a conversation one in which nothing has been said; its numbers go on. */
function begin(conversation: Conversation, { engine, pipeline }: ConversationDeps): void {
  conversation.before = undefined
  conversation.turn = []
  conversation.state = pipeline.fold([], undefined, engine.deps(conversation.store))
  conversation.facts = undefined
  conversation.current = undefined
  conversation.seen.clear()
  conversation.events.clear()
  conversation.recent.length = 0
}

async function replay(conversation: Conversation, records: readonly LogRecord[], deps: ConversationDeps) {
  const talk: Happening[] = []
  let order: OrderStatus | undefined
  for (const { kind, body, print } of records) {
    if (kind === 'event') {
      const { eventId, type, data } = body as EventRequest
      conversation.events.set(eventId, { print, stored: STORED, failed: false })
      order = statusAfter(type) ?? order
      talk.push(platformEvent(type, data))
    } else if (kind === 'facts') {
      conversation.facts = mergePatch(conversation.facts, body) as Facts
      const change = statusChange(order, conversation.facts.order?.status)
      if (change) talk.push(change)
      order = (change && statusAfter(change.type)) ?? order
    } else {
      const message = body as Message & { messageId: string }
      conversation.seen.set(message.messageId, {
        print: printOfMessage(message),
        stored: STORED,
        failed: false,
      })
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
  { engine, pipeline }: Pick<ConversationDeps, 'engine' | 'pipeline'>,
): void {
  const deps = engine.deps(conversation.store)
  const state = () => pipeline.fold(conversation.turn, conversation.before, deps)
  for (const happening of talk) {
    if (speaks(happening) || happening.role === 'event') take(conversation, happening, state)
  }
  conversation.state = state()
}
