import type { Database } from '../../ports.ts'
import type { Connection } from './connection.ts'

type FoldQueries = Pick<Database, 'saveFold' | 'fold' | 'foldedUpTo'>

/** Saved folds of the log. */
export function foldQueries({ db }: Connection): FoldQueries {
  return {
    async saveFold({ name, version, n, body }) {
      const saved = await db
        .insertInto('folds')
        .values({ name, version, n, body: JSON.stringify(body) })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(({ ref }) => ({
              version: ref('excluded.version'),
              n: ref('excluded.n'),
              body: ref('excluded.body'),
            }))
            .where(({ eb, ref, or }) =>
              or([eb('folds.version', '<>', ref('excluded.version')), eb('folds.n', '<=', ref('excluded.n'))]),
            ),
        )
        .returning('name')
        .execute()
      return saved.length === 1
    },

    async fold(name) {
      const row = await db.selectFrom('folds').selectAll().where('name', '=', name).executeTakeFirst()
      return row && { ...row, body: JSON.parse(row.body) }
    },

    async foldedUpTo(names) {
      if (names.length === 0) return Number.MAX_SAFE_INTEGER
      const wanted = [...new Set(names)]
      const rows = await db.selectFrom('folds').select('n').where('name', 'in', wanted).execute()
      return rows.length < wanted.length ? 0 : Math.min(...rows.map(({ n }) => n))
    },
  }
}
