import type { ScriptChange } from '../../protocol/index.ts'
import type { Config } from '../config.ts'
import { createScriptDesk } from '../library/script-desk.ts'
import type { Clock, Engine } from '../ports.ts'
import { createVersioned } from '../versioned.ts'
import { announceEdits } from './announce-edits.ts'

/** Who proposes them in the history of a script. It decides nothing: whatever it writes is a draft. */
const MINER = { key: 'huashu mine', stores: 'all', roles: ['agent'] } as const

/**
 * Writes drafts into a store's library, in a database that no gateway works with. What a store has made of an id before, be it that a lead dropped it, stays.
 * Gives how many are new. @throws DataFault, HuashuError
 */
export async function storeDrafts(
  config: Config,
  engine: Engine,
  store: string,
  drafts: readonly ScriptChange[],
  clock: Clock,
): Promise<number> {
  // loaded only here: mining alone needs no database
  const { createMemoryNews } = await import('../adapters/news-memory.ts')
  const { createQueries } = await import('../adapters/database/queries.ts')
  const { writeData } = await import('./open-data.ts')
  const stored = await writeData(config, async (connection) => {
    const failed = (error: unknown) => {
      throw error
    }
    const versioned = createVersioned({ database: createQueries(connection), news: createMemoryNews(), clock, failed })
    const desk = createScriptDesk({ engine, versioned, clock, failed })
    await versioned.open()
    try {
      const known = desk.edits(store)
      const fresh = drafts.filter(({ id }) => !known.has(id))
      if (fresh.length > 0) await desk.change(store, MINER, fresh)
      await desk.settled()
      return fresh.length
    } finally {
      await versioned.close()
    }
  })
  if (stored > 0) await announceEdits(config)
  return stored
}
