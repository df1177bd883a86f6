import type { Selectable, Transaction } from 'kysely'
import type { Database, StoredDocument } from '../../ports.ts'
import { type Connection, write } from './connection.ts'
import type { Tables } from './tables.ts'

type DocumentQueries = Pick<Database, 'saveDocuments' | 'document' | 'documents' | 'removeDocument'>

/** What people write and change. */
export function documentQueries(connection: Connection): DocumentQueries {
  const { db } = connection
  return {
    saveDocuments: (documents) =>
      write(connection, async (trx) => {
        const written: boolean[] = []
        for (const document of documents) written.push(await saveDocument(trx, document))
        return written
      }),

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
