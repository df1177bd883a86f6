import type { Shelf } from '../ports.ts'
import { keyOf } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'

/** What nobody has made anew for so long belongs to a version of the program that is gone. */
const KEPT_MS = 30 * 86_400_000

/** A shelf in Redis. While Redis is lost it is empty, and what is put there is lost. */
export function createRedisShelf(link: RedisLink): Shelf {
  return {
    async put(name, bytes) {
      if (link.isJoined) await link.commands.set(keyOf('shelf', name), bytes, 'PX', KEPT_MS)
    },
    async get(name) {
      return link.isJoined ? ((await link.commands.getBuffer(keyOf('shelf', name))) ?? undefined) : undefined
    },
  }
}
