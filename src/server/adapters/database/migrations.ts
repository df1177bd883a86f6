import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

/** Run in the order of their names: a new one is named so that it comes last, or databases of former versions no longer open. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-22-events': {
    async up(db) {
      await db.schema
        .createTable('events')
        .addColumn('n', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('store', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('print', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('events_conversation')
        .on('events')
        .columns(['store', 'channel', 'conversation', 'n'])
        .execute()
      await db.schema.createIndex('events_at').on('events').column('at').execute()
      await db.schema
        .createTable('grants')
        .addColumn('sha256', 'text', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  '2026-11-22-then-documents': {
    async up(db) {
      await db.schema
        .createTable('documents')
        .addColumn('n', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addUniqueConstraint('documents_id', ['kind', 'id'])
        .execute()
    },
  },
}

/** Brings the tables up to date; each migration runs once. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
