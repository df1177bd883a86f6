import { type Conversation, topicOf } from './conversation.ts'
import { adopt, emptyConversation, type FromLogDeps, replay } from './from-log.ts'
import { mergePatch } from './merge-patch.ts'
import type { Database, Talk } from './ports.ts'

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

export interface ConversationDeps extends FromLogDeps {
  readonly database: Database
  /** Told when a conversation could not be read and goes on without what was said before. */
  readonly unreadable: (error: unknown) => void
}

/** How long a message waits for what was said before it. */
const READ_MS = 1_500
/** Between two attempts to read what could not be read. */
const RETRY_MS = 5_000

export function createConversations(deps: ConversationDeps, limits: ConversationLimits): Conversations {
  // in order of last use, oldest first
  const loaded = new Map<string, Conversation>()
  const loading = new Map<string, Promise<Conversation>>()
  // those that began without what was said before, and when it was last asked for
  const missing = new WeakMap<Conversation, number>()
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

  /** What the log knows of a talk. */
  async function read({ store, channel, conversationId }: Talk): Promise<Conversation> {
    const talk = { store, channel, conversationId }
    const known = emptyConversation(talk, floor, deps)
    await replay(known, await deps.database.conversation(talk), deps)
    return known
  }

  /** No message waits for long: what the database does not tell in time or at all is taken in when it does. */
  async function load(talk: Talk): Promise<Conversation> {
    const begun = emptyConversation(talk, floor, deps)
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, READ_MS)
    const conversation = await Promise.race([read(talk).catch((error) => deps.unreadable(error)), late.promise])
    clearTimeout(timer)
    if (loaded.size >= limits.count) sweep()
    if (conversation) return touch(conversation)
    begun.isWhole = false
    missing.set(begun, deps.clock.now())
    return touch(begun)
  }

  /** Tries again, now and then, to read what could not be read. */
  async function complete(conversation: Conversation): Promise<void> {
    const now = deps.clock.now()
    if (now - missing.get(conversation)! < RETRY_MS) return
    missing.set(conversation, now)
    // what is on its way into the log is to be among what is read
    const ids = [...conversation.seen.values(), ...conversation.events.values()]
    await Promise.allSettled(ids.map(({ stored }) => stored))
    const known = await read(conversation)
    // something came in meanwhile: next time
    if (!knowsAll(known, conversation)) return
    known.facts = mergePatch(known.facts, conversation.facts ?? {}) as Conversation['facts']
    adopt(conversation, known)
    conversation.isWhole = true
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
      adopt(conversation, emptyConversation(talk, 0, deps))
      conversation.current = undefined
      conversation.recent.length = 0
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
      if (ready) {
        const done = work(touch(ready))
        // afterwards, so that what just came in is waited for
        if (!ready.isWhole) complete(ready).catch(deps.unreadable)
        return done
      }
      let coming = loading.get(topic)
      if (!coming) {
        coming = load(talk).finally(() => loading.delete(topic))
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

/** Whether one knows every id that another one knows, but for those that could not be stored and will come again. */
function knowsAll(known: Conversation, other: Conversation): boolean {
  return (['seen', 'events'] as const).every((ids) =>
    [...other[ids]].every(([id, { failed }]) => failed || known[ids].has(id)),
  )
}
