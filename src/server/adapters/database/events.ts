import type { Transaction } from 'kysely'
import type { Appended, Talk } from '../../ports.ts'
import { type Connection, write } from './connection.ts'
import { pieces } from './insert-rows.ts'
import { placedOf, recordOf, rowOf, type StoredRecord, storedKey } from './rows.ts'
import { noteShoppers } from './shoppers.ts'
import type { StoredDatabase } from './stored-database.ts'
import type { Tables } from './tables.ts'

type EventQueries = Pick<StoredDatabase, 'append' | 'conversation' | 'find' | 'read' | 'purge'>

/** The event log. */
export function eventQueries(connection: Connection): EventQueries {
  const { db } = connection
  return {
    append: (records) =>
      write(connection, async (trx) => {
        const results: Appended[] = []
        for (const piece of pieces(records)) results.push(...(await appendRows(trx, piece)))
        return results
      }),

    async conversation({ store, channel, conversationId }) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('store', '=', store)
        .where('channel', '=', channel)
        .where('conversation', '=', conversationId)
        .where('kind', 'in', ['message', 'facts', 'event'])
        .orderBy('n')
        .execute()
      return rows.map(recordOf)
    },

    async find(key) {
      const row = await db.selectFrom('events').selectAll().where('key', '=', storedKey(key)).executeTakeFirst()
      return row && recordOf(row)
    },

    async read(after, limit) {
      const rows = await db.selectFrom('events').selectAll().where('n', '>', after).orderBy('n').limit(limit).execute()
      return rows.map(placedOf)
    },

    async purge(before, upTo, limit) {
      const count = await write(connection, async (trx) => {
        // that something was erased is to be known for longer; it holds nothing personal
        const old = trx
          .selectFrom('events')
          .select('n')
          .where('at', '<', before)
          .where('n', '<=', upTo)
          .where('kind', '<>', 'erasure')
          .orderBy('at')
          .limit(limit)
        const gone = await trx
          .deleteFrom('events')
          .where('n', 'in', old)
          .returning(['store', 'channel', 'conversation as conversationId'])
          .execute()
        const talks = new Map(gone.map((talk) => [JSON.stringify(talk), talk]))
        for (const talk of talks.values()) await forgetShoppers(trx, talk)
        await purgeTasks(trx, before, limit)
        return gone.length
      })
      if (count > 0 && count < limit) await connection.scrub()
      return count
    },
  }
}

async function appendRows(trx: Transaction<Tables>, records: readonly StoredRecord[]): Promise<Appended[]> {
  const rows = records.map(rowOf)
  const inserted = await trx
    .insertInto('events')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  const fresh = new Set(inserted.map((row) => row.key))
  if (fresh.size === records.length) {
    await noteShoppers(trx, records)
    return records.map(() => 'appended')
  }
  const known = await trx
    .selectFrom('events')
    .select(['key', 'print'])
    .where('key', 'in', [...new Set(rows.map((row) => row.key))])
    .execute()
  const prints = new Map(known.map((row) => [row.key, row.print]))
  const results = rows.map(({ key, print }): Appended => {
    // of two records with one key in the same batch the first is the one that was written
    if (fresh.delete(key)) return 'appended'
    return prints.get(key) === print ? 'duplicate' : 'conflict'
  })
  await noteShoppers(
    trx,
    records.filter((_, i) => results[i] === 'appended'),
  )
  return results
}

/** Of a conversation without records nobody needs to know whose it was. */
async function forgetShoppers(trx: Transaction<Tables>, { store, channel, conversationId }: Talk): Promise<void> {
  await trx
    .deleteFrom('shoppers')
    .where('store', '=', store)
    .where('channel', '=', channel)
    .where('conversation', '=', conversationId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('events')
            .select('n')
            .where('store', '=', store)
            .where('channel', '=', channel)
            .where('conversation', '=', conversationId),
        ),
      ),
    )
    .execute()
}

async function purgeTasks(trx: Transaction<Tables>, before: number, limit: number): Promise<void> {
  const old = trx
    .selectFrom('tasks')
    .select('id')
    .where('state', 'in', ['done', 'dismissed'])
    .where('due_at', '<', before)
    .limit(limit)
  await trx.deleteFrom('tasks').where('id', 'in', old).execute()
}
