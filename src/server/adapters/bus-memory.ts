import type { Bus, Push } from '../ports.ts'

/** The bus of a single process: a push is delivered before `publish` returns. */
export function createMemoryBus(): Bus {
  const topics = new Map<string, Set<(push: Push) => void>>()
  return {
    publish(push) {
      for (const listener of topics.get(push.topic) ?? []) listener(push)
    },
    // whoever publishes under a topic has numbered everything up to `after` before
    subscribe(topic, _after, listener) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic)
      }
    },
    isHeardElsewhere: () => false,
    async close() {
      topics.clear()
    },
  }
}
