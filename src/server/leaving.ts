import { setTimeout as wait } from 'node:timers/promises'
import type { Conversation } from './conversation.ts'
import type { EventLog } from './event-log.ts'
import { handoverOf } from './handover.ts'
import type { Ownership } from './ports.ts'

/** Conversations on their way out of this process. */
export interface Leaving {
  /** Lets go of a conversation: with what its next owner needs, when it is handed over. Resolves when that is done; never rejects. */
  start(topic: string, handedOver: Conversation | undefined): Promise<void>
  /** Resolves when it is gone; undefined when it is not on its way. */
  of(topic: string): Promise<void> | undefined
  /** Resolves when all of them are gone. */
  end(): Promise<void>
}

/** A log that takes longer does not keep another process from working. */
const FLUSH_MS = 500

/** Waits until the log has what was said so far, but not for ever. */
export async function logged(log: EventLog): Promise<void> {
  await Promise.race([log.flush(), wait(FLUSH_MS, undefined, { ref: false })])
}

export function createLeaving(ownership: Ownership, log: EventLog): Leaving {
  const leaving = new Map<string, Promise<void>>()

  async function leave(topic: string, conversation: Conversation | undefined): Promise<void> {
    await leaving.get(topic)
    // the log is in the order of the talk: what came in here is in it before what comes in there
    await logged(log)
    // one that could not be read whole is read by its next owner
    const left = conversation?.isWhole ? { seq: conversation.seq, talk: handoverOf(conversation) } : undefined
    await ownership.release(topic, left)
  }

  return {
    start(topic, conversation) {
      const gone = leave(topic, conversation).finally(() => {
        if (leaving.get(topic) === gone) leaving.delete(topic)
      })
      leaving.set(topic, gone)
      return gone
    },
    of: (topic) => leaving.get(topic),
    async end() {
      await Promise.all(leaving.values())
    },
  }
}
