/** How many sockets of this process listen to each conversation. */
export interface OpenTalks {
  add(topic: string): void
  remove(topic: string): void
  count(topic: string): number
}

export function createOpenTalks(): OpenTalks {
  const counts = new Map<string, number>()
  const count = (topic: string) => counts.get(topic) ?? 0
  return {
    count,
    add: (topic) => void counts.set(topic, count(topic) + 1),
    remove(topic) {
      if (count(topic) > 1) counts.set(topic, count(topic) - 1)
      else counts.delete(topic)
    },
  }
}
