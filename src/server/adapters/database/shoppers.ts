import { randomUUID } from 'node:crypto'
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { LogRecord, Talk } from '../../ports.ts'
import { blanked } from './blanked.ts'
import { type Connection, write } from './connection.ts'
import { insertRows } from './insert-rows.ts'
import { placedOf, rowOf, type StoredRecord, storedOf, toldOf } from './rows.ts'
import type { StoredDatabase } from './stored-database.ts'
import type { Tables } from './tables.ts'
import { taskOf } from './tasks.ts'

/** Writes down whose conversations records belong to: facts name the shopper. */
export async function noteShoppers(
  trx: Kysely<Tables>,
  records: readonly Pick<StoredRecord, 'kind' | 'store' | 'channel' | 'conversationId' | 'body'>[],
): Promise<void> {
  const rows = new Map<string, Insertable<Tables['shoppers']>>()
  for (const { kind, store, channel, conversationId: conversation, body } of records) {
    const facts = kind === 'facts' ? (JSON.parse(body) as { shopper?: { id?: unknown } | null }) : undefined
    const shopper = facts?.shopper?.id
    if (typeof shopper !== 'string') continue
    const row = { store, shopper, channel, conversation }
    rows.set(JSON.stringify(row), row)
  }
  if (rows.size === 0) return
  await trx
    .insertInto('shoppers')
    .values([...rows.values()])
    .onConflict((conflict) => conflict.columns(['store', 'shopper', 'channel', 'conversation']).doNothing())
    .execute()
}

/** Places in one `erasure` record: what follows the log reads records of modest size. */
const PLACES = 5_000

type ShopperQueries = Pick<StoredDatabase, 'talksOf' | 'records' | 'tasksOf' | 'erase'>

/** What belongs to one shopper, and how it goes. */
export function shopperQueries(connection: Connection): ShopperQueries {
  const { db } = connection
  return {
    async talksOf(store, shopper) {
      const rows = await db
        .selectFrom('shoppers')
        .select(['store', 'channel', 'conversation as conversationId'])
        .where('store', '=', store)
        .where('shopper', '=', shopper)
        .orderBy('channel')
        .orderBy('conversation')
        .execute()
      return rows
    },

    records: async (talk) => (await eventsOf(db, talk)).map(placedOf),

    async tasksOf({ store, channel, conversationId }) {
      const rows = await db
        .selectFrom('tasks')
        .selectAll()
        .where('store', '=', store)
        .where('channel', '=', channel)
        .where('conversation', '=', conversationId)
        .orderBy('due_at')
        .orderBy('id')
        .execute()
      return rows.map(taskOf)
    },

    async erase(talks, at) {
      const erased = await write(connection, async (trx) => {
        let tasks = 0
        const places = new Map<string, number[]>()
        for (const talk of talks) {
          const gone = places.get(talk.store) ?? []
          places.set(talk.store, gone)
          gone.push(...(await blankTalk(trx, talk)))
          tasks += await dropTasks(trx, talk)
        }
        await insertRows(
          trx,
          'events',
          [...places]
            .flatMap(([store, gone]) => erasuresOf(store, gone, at))
            .map(storedOf)
            .map(rowOf),
        )
        return { places: [...places.values()].flat(), tasks }
      })
      await connection.scrub()
      return erased
    },
  }
}

function eventsOf(db: Kysely<Tables>, { store, channel, conversationId }: Talk) {
  return db
    .selectFrom('events')
    .selectAll()
    .where('store', '=', store)
    .where('channel', '=', channel)
    .where('conversation', '=', conversationId)
    .orderBy('n')
    .execute()
}

/** Returns the places of the records that were blanked. */
async function blankTalk(trx: Transaction<Tables>, talk: Talk): Promise<number[]> {
  const rows = await eventsOf(trx, talk)
  const conversation = `erased-${randomUUID()}`
  const bodies = blanked(rows.map(placedOf).map(toldOf))
  for (const [i, { n }] of rows.entries()) {
    await trx
      .updateTable('events')
      .set({ conversation, key: `erased-${randomUUID()}`, print: '', body: JSON.stringify(bodies[i]) })
      .where('n', '=', n)
      .execute()
  }
  await trx
    .deleteFrom('shoppers')
    .where(({ and }) => and(whereTalk(talk)))
    .execute()
  return rows.map(({ n }) => n)
}

async function dropTasks(trx: Transaction<Tables>, talk: Talk): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('tasks')
    .where(({ and }) => and(whereTalk(talk)))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function whereTalk({
  store,
  channel,
  conversationId: conversation,
}: Talk): Pick<Selectable<Tables['shoppers']>, 'store' | 'channel' | 'conversation'> {
  return { store, channel, conversation }
}

/** What is kept of an erasure: when, in which store, and the places of the records it was about. */
function erasuresOf(store: string, places: readonly number[], at: number): LogRecord[] {
  const nowhere = { store, channel: '', conversationId: '' }
  return Array.from({ length: Math.ceil(places.length / PLACES) }, (_, i) => ({
    ...nowhere,
    kind: 'erasure',
    key: JSON.stringify(['erasure', randomUUID()]),
    print: '',
    at,
    body: { records: places.slice(i * PLACES, (i + 1) * PLACES) },
  }))
}
