import type { Clock, Cluster } from '../ports.ts'
import { createMemoryBus } from './bus-memory.ts'
import { createMemoryNews } from './news-memory.ts'
import { createMemoryOwnership } from './ownership-memory.ts'
import { createMemoryVault } from './vault-memory.ts'

/** A cluster of this process alone. */
export function createMemoryCluster(clock: Clock): Cluster {
  return {
    bus: createMemoryBus(),
    ownership: createMemoryOwnership(),
    news: createMemoryNews(),
    vault: createMemoryVault(clock),
    shelf: { put: async () => undefined, get: async () => undefined },
    survey: { ask: async () => [], answer: () => undefined },
  }
}
