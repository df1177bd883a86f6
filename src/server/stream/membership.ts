import type { Conversation } from '../conversation.ts'
import type { OpenTalks } from '../open-talks.ts'
import type { Bus, Push } from '../ports.ts'

/** The conversations one socket listens to. */
export interface Membership {
  /** From now on the socket gets what is pushed for the conversation. */
  join(conversation: Conversation): void
  leave(topic: string): void
  /** Leaves all of them; joining is over. */
  end(): void
  hasJoined(topic: string): boolean
}

export function createMembership(bus: Bus, openTalks: OpenTalks, deliver: (push: Push) => void): Membership {
  const joined = new Map<string, () => void>()
  let isOver = false

  function leave(topic: string): void {
    joined.get(topic)?.()
    if (joined.delete(topic)) openTalks.remove(topic)
  }

  return {
    join({ topic, seq }) {
      // a conversation may have been fetched for a socket that is gone by now
      if (isOver || joined.has(topic)) return
      openTalks.add(topic)
      joined.set(topic, bus.subscribe(topic, seq, deliver))
    },
    leave,
    end() {
      isOver = true
      for (const topic of joined.keys()) leave(topic)
    },
    hasJoined: (topic) => joined.has(topic),
  }
}
