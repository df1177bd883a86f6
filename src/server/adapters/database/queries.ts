import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Appended, Database, Grant, LogRecord, StoredDocument } from '../../ports.ts'
import type { Tables } from './tables.ts'

/** Rows per statement: nine columns each, well below every engine's limit of parameters. */
const ROWS = 500

/** The `Database` port in queries that SQLite and PostgreSQL both understand; an adapter brings the connection and what closes it. */
export function createQueries(db: Kysely<Tables>, close: () => Promise<void>): Database {
  return {
    async append(records) {
      return db.transaction().execute(async (trx) => {
        const results: Appended[] = []
        for (let from = 0; from < records.length; from += ROWS) {
          results.push(...(await appendRows(trx, records.slice(from, from + ROWS))))
        }
        return results
      })
    },

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
      const row = await db.selectFrom('events').selectAll().where('key', '=', key).executeTakeFirst()
      return row && recordOf(row)
    },

    async saveGrant({ sha256, expiresAt, ...rest }) {
      await db
        .insertInto('grants')
        .values({ sha256, expires_at: expiresAt, body: JSON.stringify(rest) })
        .execute()
    },

    async grants() {
      const rows = await db.selectFrom('grants').selectAll().execute()
      return rows.map(
        (row): Grant => ({ ...JSON.parse(row.body), sha256: row.sha256, expiresAt: Number(row.expires_at) }),
      )
    },

    async purge(before, limit) {
      const old = db.selectFrom('events').select('n').where('at', '<', before).orderBy('at').limit(limit)
      const { numDeletedRows } = await db.deleteFrom('events').where('n', 'in', old).executeTakeFirst()
      return Number(numDeletedRows)
    },

    async saveDocuments(documents) {
      return db.transaction().execute(async (trx) => {
        const written: boolean[] = []
        for (const document of documents) written.push(await saveDocument(trx, document))
        return written
      })
    },

    async document(kind, id) {
      const row = await db
        .selectFrom('documents')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && documentOf(row)
    },

    async documents(kind, limit, before) {
      const rows = await db
        .selectFrom('documents')
        .selectAll()
        .where('kind', '=', kind)
        .$if(before !== undefined, (query) => query.where('n', '<', before!))
        .orderBy('n', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...documentOf(row), place: row.n }))
    },

    async removeDocument({ kind, id, version }) {
      const { numDeletedRows } = await db
        .deleteFrom('documents')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    close,
  }
}

async function saveDocument(trx: Transaction<Tables>, { kind, id, version, body }: StoredDocument): Promise<boolean> {
  const text = JSON.stringify(body)
  if (version === 1) {
    const rows = await trx
      .insertInto('documents')
      .values({ kind, id, version, body: text })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
      .returning('n')
      .execute()
    return rows.length === 1
  }
  const { numUpdatedRows } = await trx
    .updateTable('documents')
    .set({ version, body: text })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version - 1)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function documentOf({ kind, id, version, body }: Selectable<Tables['documents']>): StoredDocument {
  return { kind: kind as StoredDocument['kind'], id, version, body: JSON.parse(body) }
}

async function appendRows(trx: Transaction<Tables>, records: readonly LogRecord[]): Promise<Appended[]> {
  const inserted = await trx
    .insertInto('events')
    .values(records.map(rowOf))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  const fresh = new Set(inserted.map((row) => row.key))
  if (fresh.size === records.length) return records.map(() => 'appended')
  const known = await trx
    .selectFrom('events')
    .select(['key', 'print'])
    .where('key', 'in', [...new Set(records.map((record) => record.key))])
    .execute()
  const prints = new Map(known.map((row) => [row.key, row.print]))
  return records.map(({ key, print }) => {
    // of two records with one key in the same batch the first is the one that was written
    if (fresh.delete(key)) return 'appended'
    return prints.get(key) === print ? 'duplicate' : 'conflict'
  })
}

function rowOf(record: LogRecord) {
  const { kind, store, channel, conversationId: conversation, key, print, at } = record
  return { kind, store, channel, conversation, key, print, at, body: JSON.stringify(record.body) }
}

function recordOf(row: Selectable<Tables['events']>): LogRecord {
  const { store, channel, conversation: conversationId, key, print } = row
  const kind = row.kind as LogRecord['kind']
  return { kind, store, channel, conversationId, key, print, at: Number(row.at), body: JSON.parse(row.body) }
}
