import type { AnswerQueue } from './answer-queue.ts'
import { type Conversation, talkOf, topicOf } from './conversation.ts'
import type { EventLog } from './event-log.ts'
import { adopt, emptyConversation } from './from-log.ts'
import { takeOver } from './handover.ts'
import { createLeaving, logged } from './leaving.ts'
import { createPast, type PastDeps } from './past.ts'
import type { Claim, Ownership, Talk } from './ports.ts'
import { takeUp } from './take-up.ts'

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
  /** The same for who only adds to the talk: an answer that is due is not made first. */
  add<T>(talk: Talk, work: (conversation: Conversation) => T): T | Promise<Awaited<T>>
  /**
   * Drops a talk whose records were erased. One that sockets of this process listen to begins anew, as if nothing had been said. `parting` is called before: other
   * processes may have sockets, too. One that is just being read is dropped when it is there.
   */
  forget(talk: Talk, parting: (known: Conversation) => void): void
  /** Fetches a talk that another process has, with what that process has not made durable yet, and leaves nothing of it between processes. */
  gather(talk: Talk): Promise<void>
  /**
   * Drops what has not been used for a while and, beyond the limit, the least recently used. One that is open at some desk stays longer: until its shopper has had a reply and
   * nothing more has come for a while, or nobody has replied for hours. Agents seldom close what is over.
   */
  sweep(): void
  /** Those in memory, the least recently used first. */
  inMemory(): Iterable<Conversation>
  /** Whether this is still the conversation in memory, and this process works on it. */
  has(conversation: Conversation): boolean
  /** Leaves everything to other processes. */
  close(): Promise<void>
  readonly size: number
}

export interface ConversationLimits {
  readonly count: number
  readonly idleMs: number
  /** The same for one that is open and whose shopper waits for a reply. */
  readonly waitingMs: number
}

export interface ConversationDeps extends PastDeps {
  readonly log: EventLog
  readonly ownership: Ownership
  /** Whether sockets of this process listen to a conversation. */
  readonly isOpen: (topic: string) => boolean
  readonly answers: AnswerQueue
}

export function createConversations(deps: ConversationDeps, limits: ConversationLimits): Conversations {
  // in order of last use, oldest first
  const loaded = new Map<string, Conversation>()
  const loading = new Map<string, Promise<Conversation>>()
  const { ownership, log, answers } = deps
  const past = createPast(deps)
  const leaving = createLeaving(ownership, log)
  // numbering of a rebuilt conversation goes on above all that was given out, so that an old `seq` is never taken for a new one
  let floor = 0
  // with more open conversations than the limit, every new one would look through all of them
  let sweepFrom = limits.count

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
    await leaving.of(topic)
    const known = loaded.get(topic)
    const claim = await ownership.claim(topic, known?.seq)
    if (known && claim?.isUnbroken) {
      known.seq = Math.max(known.seq, claim.seq)
      return touch(known)
    }
    // an answer that is due is made when the talk is here again, under its new numbers
    const isDue = known !== undefined && answers.cancel(known)
    if (known) {
      loaded.delete(topic)
      await logged(log)
    }
    const conversation = await fetch(talk, claim, known)
    if (isDue) answers.add(conversation)
    if (loaded.size >= sweepFrom) sweep()
    return touch(conversation)
  }

  async function fetch(talk: Talk, claim: Claim | undefined, known: Conversation | undefined): Promise<Conversation> {
    const seq = Math.max(claim?.seq ?? floor, known?.seq ?? 0)
    const begun = emptyConversation(talk, seq, deps)
    if (claim?.talk !== undefined && takeOver(begun, claim.talk)) {
      begun.recent.push(...claim.recent)
      return begun
    }
    const conversation = await past.read(begun)
    // what several processes have shown of it is not the last word
    if (claim && !takeUp(conversation, claim, known)) answers.add(conversation)
    return conversation
  }

  function sweep(): void {
    const now = deps.clock.now()
    for (const conversation of loaded.values()) {
      const idleMs = now - conversation.usedAt
      if (idleMs < limits.idleMs && loaded.size < limits.count) break
      if (!deps.isOpen(conversation.topic) || idleMs >= heldFor(conversation)) leave(conversation)
    }
    sweepFrom = loaded.size < limits.count ? limits.count : Math.ceil(loaded.size * 1.1)
  }

  function heldFor({ waitingSince }: Conversation): number {
    return waitingSince === undefined ? limits.idleMs : limits.waitingMs
  }

  /** Its next owner, which may be this process, builds it from the log. */
  function leave(conversation: Conversation): void {
    drop(conversation)
    void leaving.start(conversation.topic, undefined)
  }

  function forget(talk: Talk, parting: (known: Conversation) => void): void {
    const topic = topicOf(talk)
    const conversation = loaded.get(topic)
    if (conversation) {
      answers.cancel(conversation)
      parting(conversation)
    }
    if (conversation && !deps.isOpen(topic)) leave(conversation)
    else if (conversation) {
      adopt(conversation, emptyConversation(talk, 0, deps))
      conversation.current = undefined
      conversation.aside = undefined
      conversation.status = undefined
      conversation.recent.length = 0
    }
    loading.get(topic)?.then(
      () => forget(talk, parting),
      () => undefined,
    )
  }

  /** Whoever speaks of it here from now on waits and claims it back. */
  function handOver(topic: string): void {
    const conversation = loaded.get(topic)
    if (conversation) {
      answers.settle(conversation)
      drop(conversation)
    }
    void leaving.start(topic, conversation)
  }

  ownership.attend({
    wanted(topic) {
      const coming = loading.get(topic)
      // what waits for it here comes first
      if (coming) coming.finally(() => setImmediate(handOver, topic)).catch(() => undefined)
      else handOver(topic)
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
    return add(talk, (conversation) => {
      answers.settle(conversation)
      return work(conversation)
    })
  }

  function add<T>(talk: Talk, work: (conversation: Conversation) => T): T | Promise<Awaited<T>> {
    const topic = topicOf(talk)
    const ready = loaded.get(topic)
    if (ready && ownership.owns(topic)) {
      const done = work(touch(ready))
      // afterwards, so that what just came in is waited for
      if (!ready.isWhole) past.complete(ready).catch(deps.unreadable)
      return done
    }
    let coming = loading.get(topic)
    if (!coming) {
      coming = load(talk, topic).finally(() => loading.delete(topic))
      loading.set(topic, coming)
    }
    return coming.then(work) as Promise<Awaited<ReturnType<typeof work>>>
  }

  return {
    use,
    add,
    forget,
    async gather(talk) {
      const topic = topicOf(talk)
      if (!ownership.owns(topic)) await use(talk, () => undefined)
      await ownership.forget(topic)
    },
    async close() {
      for (const topic of loaded.keys()) handOver(topic)
      await leaving.end()
    },
    sweep,
    inMemory: () => loaded.values(),
    has: (conversation) => loaded.get(conversation.topic) === conversation && ownership.owns(conversation.topic),
    get size() {
      return loaded.size
    },
  }
}
