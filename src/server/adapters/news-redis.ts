import type { News, NewsKind } from '../ports.ts'
import { NEWS } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'

/** While this process is cut off from the others, news are looked for so often where they came from. */
const LOOK_MS = 10_000

interface Item {
  readonly by: string
  readonly kind: NewsKind
  readonly body: unknown
}

/** News among the nodes that share a Redis. What may have been missed is asked for when a node is back, and now and then while it is alone. */
export function createRedisNews(link: RedisLink): News & { close(): void } {
  const listeners = new Map<NewsKind, ((body: unknown) => void)[]>()
  const tell = (kind: NewsKind, body: unknown) => {
    for (const heard of listeners.get(kind) ?? []) heard(body)
  }
  const look = () => {
    for (const kind of listeners.keys()) tell(kind, undefined)
  }

  void link.hear(NEWS, (message) => {
    const { by, kind, body } = JSON.parse(message.toString()) as Item
    if (by !== link.node) tell(kind, body)
  })
  link.attend({ joined: look })
  const timer = setInterval(() => {
    if (!link.isJoined) look()
  }, LOOK_MS)
  timer.unref()

  return {
    announce(kind, body) {
      const item: Item = { by: link.node, kind, body }
      // whoever cannot hear it now looks by itself
      if (link.isJoined) link.commands.publish(NEWS, JSON.stringify(item)).catch(() => undefined)
    },
    listen(kind, heard) {
      listeners.set(kind, [...(listeners.get(kind) ?? []), heard])
    },
    close: () => clearInterval(timer),
  }
}
