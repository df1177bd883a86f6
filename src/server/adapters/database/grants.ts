import type { Database, Grant } from '../../ports.ts'
import type { Connection } from './connection.ts'

type GrantQueries = Pick<Database, 'saveGrant' | 'grants'>

/** Tokens of paired extensions. */
export function grantQueries({ db }: Connection): GrantQueries {
  return {
    async saveGrant({ sha256, expiresAt, ...rest }) {
      await db
        .insertInto('grants')
        .values({ sha256, expires_at: expiresAt, body: JSON.stringify(rest) })
        .execute()
    },

    async grants() {
      const rows = await db.selectFrom('grants').selectAll().execute()
      return rows.map(({ sha256, body, expires_at }): Grant => ({ ...JSON.parse(body), sha256, expiresAt: expires_at }))
    },
  }
}
