import { hash } from 'node:crypto'
import type { Vault, VaultKind } from '../ports.ts'
import { keyOf } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'

/**
 * Things kept in Redis, each given out once over all nodes; what is put while Redis is lost stays with this process (`own`). Names are hashed: whoever knows
 * one may take the thing.
 */
export function createRedisVault(link: RedisLink, own: Vault): Vault {
  const nameOf = (name: string) => hash('sha256', name, 'base64url')
  const countOf = (kind: VaultKind) => keyOf('count', kind)
  const keyFor = (kind: VaultKind, name: string) => keyOf(kind, nameOf(name))

  async function shared<T>(ask: () => Promise<T>, alone: () => Promise<T>): Promise<T> {
    return link.isJoined ? ask().catch(alone) : alone()
  }

  return {
    put: (kind, name, value, ms) =>
      shared(
        async () => void (await link.commands.set(keyFor(kind, name), value, 'PX', ms)),
        () => own.put(kind, name, value, ms),
      ),
    take: async (kind, name) =>
      (await own.take(kind, name)) ??
      (await shared(
        async () => (await link.commands.getdel(keyFor(kind, name))) ?? undefined,
        async () => undefined,
      )),
    look: async (kind, name) =>
      (await own.look(kind, name)) ??
      (await shared(
        async () => (await link.commands.get(keyFor(kind, name))) ?? undefined,
        async () => undefined,
      )),
    count: (kind, ms) =>
      shared(
        () => link.commands.hsCount(countOf(kind), ms),
        () => own.count(kind, ms),
      ),
    async clear(kind) {
      await own.clear(kind)
      await shared(
        async () => {
          for await (const keys of link.commands.scanStream({ match: keyOf(kind, '*'), count: 500 }))
            if (keys.length > 0) await link.commands.del(...keys)
          await link.commands.del(countOf(kind))
        },
        async () => undefined,
      )
    },
  }
}
