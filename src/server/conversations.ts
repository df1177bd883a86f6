import { setImmediate as nextTick, setTimeout as wait } from 'node:timers/promises'
import { statusAfter, statusChange } from '../intents/index.ts'
import type { EventRequest, Facts, Happening, Message, OrderStatus } from '../protocol/index.ts'
import {
  type Conversation,
  platformEvent,
  STORED,
  shopperWaits,
  speaks,
  take,
  talkOf,
  topicOf,
} from './conversation.ts'
import { covers, currentOf } from './current-of.ts'
import type { EventLog } from './event-log.ts'
import { handoverOf, takeOver } from './handover.ts'
import { mergePatch } from './merge-patch.ts'
import type { Claim, Clock, Database, Engine, LogRecord, Ownership, Pipeline, Talk } from './ports.ts'
import { printOfMessage } from './print.ts'

/**
 * The conversations in memory: those this process owns. One that was dropped is built again when it is next spoken of: from what its last owner left, else from
 * the log.
 */
export interface Conversations {
  /**
   * Hands over the conversation: at once when it is in memory, else after fetching it. Calls for one conversation run in the order they were made; `work` changes
   * it before its first pause, as it may be gone after that. @throws HuashuError `unknown_store`
   */
  use<T>(talk: Talk, work: (conversation: Conversation) => T): T | Promise<Awaited<T>>
  /**
   * Drops a talk whose records were erased. One that sockets of this process listen to begins anew, as if nothing had been said. `parting` is called before: other
   * processes may have sockets, too. One that is just being read is dropped when it is there.
   */
  forget(talk: Talk, parting: (known: Conversation) => void): void
  /** Fetches a talk that another process has, with what that process has not made durable yet, and leaves nothing of it between processes. */
  gather(talk: Talk): Promise<void>
  /** Drops what has not been used for a while and, beyond the limit, the least recently used; open ones stay. */
  sweep(): void
  /** Leaves everything to other processes. */
  close(): Promise<void>
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
  readonly log: EventLog
  readonly ownership: Ownership
  /** Whether sockets of this process listen to a conversation. */
  readonly isOpen: (topic: string) => boolean
  /** Told of a conversation that several processes have worked on, when it is whole again: what was shown of it is not the last word. */
  readonly renewed: (conversation: Conversation) => void
  /** Told when a conversation could not be read and begins empty. */
  readonly unreadable: (error: unknown) => void
}

/** Messages folded between two pauses, so that a long talk does not hold up the others. */
const SLICE = 100
/** A log that takes longer does not keep another process from working. */
const HANDOVER_MS = 500

export function createConversations(deps: ConversationDeps, limits: ConversationLimits): Conversations {
  // in order of last use, oldest first
  const loaded = new Map<string, Conversation>()
  const loading = new Map<string, Promise<Conversation>>()
  const leaving = new Map<string, Promise<void>>()
  const { ownership, log } = deps
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
    await leaving.get(topic)
    const known = loaded.get(topic)
    const claim = await ownership.claim(topic, known?.seq)
    if (known && claim?.isUnbroken) {
      known.seq = Math.max(known.seq, claim.seq)
      return touch(known)
    }
    if (known) {
      loaded.delete(topic)
      await log.flush()
    }
    const conversation = empty(talk, topic, Math.max(claim?.seq ?? floor, known?.seq ?? 0), deps)
    const isHandedOver = claim?.talk !== undefined && takeOver(conversation, claim.talk)
    if (!isHandedOver) await rebuild(conversation, deps)
    if (loaded.size >= limits.count) sweep()
    touch(conversation)
    if (claim && isHandedOver) conversation.recent.push(...claim.recent)
    else if (claim && !adopt(conversation, claim, known)) deps.renewed(conversation)
    return conversation
  }

  function sweep(): void {
    const idleSince = deps.clock.now() - limits.idleMs
    for (const conversation of loaded.values()) {
      if (conversation.usedAt > idleSince && loaded.size < limits.count) break
      if (!deps.isOpen(conversation.topic)) {
        drop(conversation)
        void letGo(conversation.topic, undefined)
      }
    }
  }

  function forget(talk: Talk, parting: (known: Conversation) => void): void {
    const topic = topicOf(talk)
    const conversation = loaded.get(topic)
    if (conversation) parting(conversation)
    if (conversation && deps.isOpen(topic)) begin(conversation, deps)
    else if (conversation) {
      drop(conversation)
      void letGo(topic, undefined)
    }
    loading.get(topic)?.then(
      () => forget(talk, parting),
      () => undefined,
    )
  }

  /** Whoever speaks of it here meanwhile waits and claims it back. */
  function letGo(topic: string, conversation: Conversation | undefined): Promise<void> {
    const gone = leave(topic, conversation).finally(() => {
      if (leaving.get(topic) === gone) leaving.delete(topic)
    })
    leaving.set(topic, gone)
    return gone
  }

  async function leave(topic: string, conversation: Conversation | undefined): Promise<void> {
    await leaving.get(topic)
    // the log is in the order of the talk: what comes in here is in it before what comes in there
    await Promise.race([log.flush(), wait(HANDOVER_MS, undefined, { ref: false })])
    await ownership.release(topic, conversation && { seq: conversation.seq, talk: handoverOf(conversation) })
  }

  ownership.attend({
    wanted(topic) {
      const coming = loading.get(topic)
      const handOver = () => {
        const conversation = loaded.get(topic)
        if (conversation) drop(conversation)
        void letGo(topic, conversation)
      }
      // what waits for it here comes first
      if (coming) coming.finally(() => setImmediate(handOver)).catch(() => undefined)
      else handOver()
    },
    goesAlone(jump) {
      for (const conversation of loaded.values()) {
        conversation.seq += jump
        conversation.recent.length = 0
      }
    },
    async toRenew(topics) {
      for (const topic of topics) await Promise.resolve(use(talkOf(topic), () => undefined)).catch(deps.unreadable)
    },
  })

  function use<T>(talk: Talk, work: (conversation: Conversation) => T): T | Promise<Awaited<T>> {
    const topic = topicOf(talk)
    const ready = loaded.get(topic)
    if (ready && ownership.owns(topic)) return work(touch(ready))
    let coming = loading.get(topic)
    if (!coming) {
      coming = load(talk, topic).finally(() => loading.delete(topic))
      loading.set(topic, coming)
    }
    return coming.then(work) as Promise<Awaited<ReturnType<typeof work>>>
  }

  return {
    use,
    forget,
    async gather(talk) {
      const topic = topicOf(talk)
      if (!ownership.owns(topic)) await use(talk, () => undefined)
      await ownership.forget(topic)
    },
    sweep,
    async close() {
      const all = [...loaded.values()]
      loaded.clear()
      await Promise.all([...leaving.values(), ...all.map((conversation) => letGo(conversation.topic, conversation))])
    },
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
    waitingSince: undefined,
    status: undefined,
    usedAt: clock.now(),
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
  conversation.waitingSince = undefined
  conversation.status = undefined
}

/** Folds the log. */
async function rebuild(conversation: Conversation, deps: ConversationDeps): Promise<void> {
  const records = await deps.database.conversation(conversation).catch((error) => {
    deps.unreadable(error)
    return []
  })
  await replay(conversation, records, deps)
}

/**
 * What the log does not tell of a conversation that others have worked on: what is shown, and for whom. False when what is shown is not the last
 * word: sockets on other nodes have seen another answer, or its owner was lost before it could tell its last one.
 */
function adopt(conversation: Conversation, { recent, wasApart }: Claim, known: Conversation | undefined): boolean {
  if (known) conversation.desk = known.desk
  conversation.recent.push(...recent)
  conversation.current = currentOf(recent) ?? known?.current
  const waits = shopperWaits(conversation) ? conversation.turn.findLast(speaks)?.messageId : undefined
  const isAnswered = !conversation.current || waits === undefined || covers(conversation.current, waits)
  return isAnswered && !wasApart
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
