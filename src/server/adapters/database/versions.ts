import type { Selectable, Transaction } from 'kysely'
import type { Database, DocumentVersion, PlacedVersion } from '../../ports.ts'
import { type Connection, write } from './connection.ts'
import { pieces } from './insert-rows.ts'
import type { Tables } from './tables.ts'

type VersionQueries = Pick<Database, 'saveVersions' | 'versions' | 'changes' | 'newestChange'>

/** Documents whose every version is kept: the newest beside the other documents, all of them in a table of their own. */
export function versionQueries(connection: Connection): VersionQueries {
  const { db } = connection
  return {
    saveVersions: (versions) =>
      write(connection, async (trx) => {
        const stale = await staleIds(trx, versions)
        if (stale.length > 0) return stale
        for (const piece of pieces(versions)) await writeRows(trx, piece)
        return []
      }),

    async versions(kind, id, limit, before) {
      const rows = await db
        .selectFrom('versions')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .$if(before !== undefined, (query) => query.where('version', '<', before!))
        .orderBy('version', 'desc')
        .limit(limit)
        .execute()
      return rows.map(versionOf)
    },

    async changes(after, limit) {
      const rows = await db
        .selectFrom('versions')
        .selectAll()
        .where('n', '>', after)
        .orderBy('n')
        .limit(limit)
        .execute()
      return rows.map(versionOf)
    },

    async newestChange() {
      const row = await db
        .selectFrom('versions')
        .select(({ fn }) => fn.max('n').as('n'))
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
  }
}

/** Writers take turns, so what is read here is what is written over. */
async function staleIds(trx: Transaction<Tables>, versions: readonly DocumentVersion[]): Promise<string[]> {
  const stored = new Map<string, number>()
  for (const [kind, ofKind] of Map.groupBy(versions, (one) => one.kind)) {
    for (const piece of pieces(ofKind)) {
      const rows = await trx
        .selectFrom('documents')
        .select(['id', 'version'])
        .where('kind', '=', kind)
        .where(
          'id',
          'in',
          piece.map(({ id }) => id),
        )
        .execute()
      for (const { id, version } of rows) stored.set(JSON.stringify([kind, id]), version)
    }
  }
  return versions.flatMap(({ kind, id, version }) =>
    (stored.get(JSON.stringify([kind, id])) ?? 0) === version - 1 ? [] : [id],
  )
}

async function writeRows(trx: Transaction<Tables>, versions: readonly DocumentVersion[]): Promise<void> {
  const rows = versions.map(({ body, ...rest }) => ({ ...rest, body: JSON.stringify(body) }))
  await trx.insertInto('versions').values(rows).execute()
  await trx
    .insertInto('documents')
    .values(rows.map(({ kind, id, version, body }) => ({ kind, id, version, body })))
    .onConflict((conflict) =>
      conflict.columns(['kind', 'id']).doUpdateSet(({ ref }) => ({
        version: ref('excluded.version'),
        body: ref('excluded.body'),
      })),
    )
    .execute()
}

function versionOf({ body, kind, ...row }: Selectable<Tables['versions']>): PlacedVersion {
  return { ...row, kind: kind as PlacedVersion['kind'], body: JSON.parse(body) }
}
