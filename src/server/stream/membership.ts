import type { Conversation } from '../conversation.ts'
import type { Bus, Push } from '../ports.ts'

/** The conversations one socket listens to. */
export interface Membership {
  /** From now on the socket gets what is pushed for the conversation. */
  join(conversation: Conversation): void
  leave(conversation: Conversation): void
  /** Leaves all of them; joining is over. */
  end(): void
  hasJoined(conversation: Conversation): boolean
}

export function createMembership(bus: Bus, deliver: (push: Push) => void): Membership {
  const joined = new Map<string, { conversation: Conversation; stop: () => void }>()
  let isOver = false

  function leave(conversation: Conversation): void {
    joined.get(conversation.topic)?.stop()
    if (joined.delete(conversation.topic)) conversation.open -= 1
  }

  return {
    join(conversation) {
      // a conversation may have been read from the log for a socket that is gone by now
      if (isOver || joined.has(conversation.topic)) return
      conversation.open += 1
      joined.set(conversation.topic, { conversation, stop: bus.subscribe(conversation.topic, deliver) })
    },
    leave,
    end() {
      isOver = true
      for (const { conversation } of joined.values()) leave(conversation)
    },
    hasJoined: (conversation) => joined.has(conversation.topic),
  }
}
