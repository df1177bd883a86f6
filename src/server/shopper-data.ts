import type { ShopperExport } from '../protocol/index.ts'
import type { Database, Erased, KeptFold, Talk } from './ports.ts'

/** Everything that is stored of one shopper of a store; `now` in epoch milliseconds. */
export async function exportShopper(
  database: Database,
  store: string,
  shopper: string,
  now: number,
): Promise<ShopperExport> {
  const conversations: ShopperExport['conversations'] = []
  for (const talk of await database.talksOf(store, shopper)) {
    const { channel, conversationId } = talk
    const records = (await database.records(talk)).map(({ kind, at, body }) => ({ kind, at: iso(at), body }))
    const tasks = (await database.tasksOf(talk)).map(({ kind, state, dueAt, body }) => ({
      kind,
      state,
      dueAt: iso(dueAt),
      body,
    }))
    conversations.push({ channel, conversationId, records, tasks })
  }
  return { store, shopper, at: iso(now), conversations }
}

/**
 * Erases conversations from the log, the tasks and the saved folds; `at` in epoch milliseconds. What a running fold holds in memory it drops when it comes to
 * the `erasure` record.
 */
export async function eraseTalks(
  database: Database,
  folds: readonly KeptFold[],
  talks: readonly Talk[],
  at: number,
): Promise<Erased> {
  const erased = await database.erase(talks, at)
  const gone = new Set(erased.places)
  for (const fold of folds) {
    for (;;) {
      const saved = await database.fold(fold.name)
      if (!saved) break
      // refused when a later state was saved meanwhile: that one is cleaned then
      if (await database.saveFold({ ...saved, body: fold.forget(saved.body, (n) => gone.has(n)) })) break
    }
  }
  return erased
}

const iso = (at: number): string => new Date(at).toISOString()
