import { HuashuError, type ShopperErasure, type ShopperExport } from '../protocol/index.ts'
import type { Conversations } from './conversations.ts'
import type { EventLog } from './event-log.ts'
import type { Clock, Database, KeptFold, News, Talk } from './ports.ts'
import { eraseTalks, exportShopper } from './shopper-data.ts'
import type { Turns } from './turns.ts'

/** What a shopper may ask a store for: to see what is kept of them, and to have it erased. */
export interface Shoppers {
  /** @throws HuashuError `unavailable` */
  export(store: string, shopper: string): Promise<ShopperExport>
  /** Resolves once it is durable. What was counted stays. @throws HuashuError `unavailable`; part of it may be done, and asking again does the rest */
  erase(store: string, shopper: string): Promise<ShopperErasure>
  /** Drops talks that were erased, here or by another node, from this process's memory; open ones begin anew. */
  forget(talks: readonly Talk[]): void
}

export interface ShoppersDeps {
  readonly database: Database
  readonly folds: readonly KeptFold[]
  readonly log: EventLog
  readonly conversations: Conversations
  readonly turns: Turns
  readonly news: News
  readonly clock: Clock
  /** Told when the database refuses. */
  readonly failed: (error: unknown) => void
}

export function createShoppers(deps: ShoppersDeps): Shoppers {
  const { database, folds, log, conversations, turns, news, clock, failed } = deps
  news.listen('erased', () => turns.forget())

  async function available<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      failed(cause)
      throw new HuashuError('unavailable', 'the database cannot do this now; try again later', { cause })
    }
  }

  function forget(talks: readonly Talk[]): void {
    turns.forget()
    for (const talk of talks) conversations.forget(talk, (known) => turns.retire(known, 'closed'))
  }

  return {
    forget,

    export: (store, shopper) =>
      available(async () => {
        await log.flush()
        return exportShopper(database, store, shopper, clock.now())
      }),

    erase: (store, shopper) =>
      available(async () => {
        await log.flush()
        const talks = await database.talksOf(store, shopper)
        const sum = { conversations: talks.length, records: 0, tasks: 0 }
        // twice: what was on its way into the log, or came out of it into memory, while the first was at work
        for (let round = 0; round < 2; round += 1) {
          for (const talk of talks) await conversations.gather(talk)
          forget(talks)
          await log.flush()
          const { places, tasks } = await eraseTalks(database, folds, talks, clock.now())
          sum.records += places.length
          sum.tasks += tasks
        }
        forget(talks)
        news.announce('erased', {})
        return { store, ...sum }
      }),
  }
}
