import type { Clock, Vault, VaultKind } from '../ports.ts'

interface Kept {
  readonly value: string
  readonly expiresAt: number
}

/** Things kept in this process. */
export function createMemoryVault(clock: Clock): Vault {
  const kept = new Map<VaultKind, Map<string, Kept>>()
  const counts = new Map<VaultKind, { count: number; expiresAt: number }>()

  function entries(kind: VaultKind): Map<string, Kept> {
    const known = kept.get(kind) ?? new Map<string, Kept>()
    kept.set(kind, known)
    for (const [name, { expiresAt }] of known) if (expiresAt <= clock.now()) known.delete(name)
    return known
  }

  return {
    async put(kind, name, value, ms) {
      entries(kind).set(name, { value, expiresAt: clock.now() + ms })
    },
    async take(kind, name) {
      const known = entries(kind)
      const found = known.get(name)
      known.delete(name)
      return found?.value
    },
    look: async (kind, name) => entries(kind).get(name)?.value,
    async count(kind, ms) {
      const known = counts.get(kind)
      const running = known && known.expiresAt > clock.now() ? known : { count: 0, expiresAt: clock.now() + ms }
      running.count += 1
      counts.set(kind, running)
      return running.count
    },
    async clear(kind) {
      kept.delete(kind)
      counts.delete(kind)
    },
  }
}
