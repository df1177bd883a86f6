import type { Conversation } from './conversation.ts'
import { adopt, emptyConversation, type FromLogDeps, replay } from './from-log.ts'
import { mergePatch } from './merge-patch.ts'
import type { Database } from './ports.ts'

/** What was said in talks before they came into memory. */
export interface Past {
  /** What the log tells of a talk; `begun` itself, not whole, when the database does not tell in time or at all. */
  read(begun: Conversation): Promise<Conversation>
  /** Tries again, now and then, to read what could not be read. */
  complete(conversation: Conversation): Promise<void>
}

export interface PastDeps extends FromLogDeps {
  readonly database: Database
  /** Told when a conversation could not be read and goes on without what was said before. */
  readonly unreadable: (error: unknown) => void
}

/** How long a message waits for what was said before it. */
const READ_MS = 1_500
/** Between two attempts to read what could not be read. */
const RETRY_MS = 5_000

export function createPast(deps: PastDeps): Past {
  // those that began without what was said before, and when it was last asked for
  const missing = new WeakMap<Conversation, number>()

  /** What the log knows of a talk. */
  async function fromLog({ store, channel, conversationId, seq }: Conversation): Promise<Conversation> {
    const talk = { store, channel, conversationId }
    const known = emptyConversation(talk, seq, deps)
    await replay(known, await deps.database.conversation(talk), deps)
    return known
  }

  /** No message waits for long: what the database does not tell in time or at all is taken in when it does. */
  async function read(begun: Conversation): Promise<Conversation> {
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, READ_MS)
    const conversation = await Promise.race([fromLog(begun).catch((error) => deps.unreadable(error)), late.promise])
    clearTimeout(timer)
    if (conversation) return conversation
    begun.isWhole = false
    missing.set(begun, deps.clock.now())
    return begun
  }

  /** Tries again, now and then, to read what could not be read. */
  async function complete(conversation: Conversation): Promise<void> {
    const now = deps.clock.now()
    if (now - missing.get(conversation)! < RETRY_MS) return
    missing.set(conversation, now)
    // what is on its way into the log is to be among what is read
    await Promise.all([conversation.seen.settled(), conversation.events.settled()])
    const known = await fromLog(conversation)
    // something came in meanwhile: next time
    if (!knowsAll(known, conversation)) return
    known.facts = mergePatch(known.facts, conversation.facts ?? {}) as Conversation['facts']
    adopt(conversation, known)
    conversation.isWhole = true
  }

  return { read, complete }
}

/** Whether one knows every id that another one knows, but for those that could not be stored and will come again. */
function knowsAll(known: Conversation, other: Conversation): boolean {
  return known.seen.covers(other.seen) && known.events.covers(other.events)
}
