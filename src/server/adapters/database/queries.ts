import type { Database } from '../../ports.ts'
import type { Connection } from './connection.ts'
import { documentQueries } from './documents.ts'
import { eventQueries } from './events.ts'
import { foldQueries } from './folds.ts'
import { grantQueries } from './grants.ts'
import { shopperQueries } from './shoppers.ts'
import { type StoredDatabase, withBodies } from './stored-database.ts'
import { taskQueries } from './tasks.ts'
import { versionQueries } from './versions.ts'

/** The `Database` port in queries that SQLite and PostgreSQL both understand. */
export function createQueries(connection: Connection): Database {
  return withBodies(createStoredQueries(connection))
}

/** The same for a thread. */
export function createStoredQueries(connection: Connection): StoredDatabase {
  return {
    ...eventQueries(connection),
    ...foldQueries(connection),
    ...taskQueries(connection),
    ...shopperQueries(connection),
    ...grantQueries(connection),
    ...documentQueries(connection),
    ...versionQueries(connection),
    close: connection.close,
  }
}
