import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Connection } from './connection.ts'
import { noteShoppers } from './shoppers.ts'
import type { Tables } from './tables.ts'

/** Makes a table whose rows the database numbers in `n`, upwards and never twice: the one thing the engines have no common words for. */
function createNumbered(db: Kysely<unknown>, engine: Connection['engine'], table: string) {
  const builder = db.schema.createTable(table)
  return engine === 'sqlite'
    ? builder.addColumn('n', 'integer', (column) => column.primaryKey().autoIncrement())
    : builder.addColumn('n', 'bigint', (column) => column.generatedByDefaultAsIdentity().primaryKey())
}

const notNull = (column: ColumnDefinitionBuilder) => column.notNull()

/** Run in the order of their names: a new one is named so that it comes last, or databases of former versions no longer open. */
export const migrations = (engine: Connection['engine']): Record<string, Migration> => ({
  '2026-11-22-events': {
    async up(db) {
      await createNumbered(db, engine, 'events')
        .addColumn('kind', 'text', notNull)
        .addColumn('store', 'text', notNull)
        .addColumn('channel', 'text', notNull)
        .addColumn('conversation', 'text', notNull)
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('print', 'text', notNull)
        .addColumn('at', 'bigint', notNull)
        .addColumn('body', 'text', notNull)
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
        .addColumn('body', 'text', notNull)
        .addColumn('expires_at', 'bigint', notNull)
        .execute()
    },
  },
  '2026-11-22-then-documents': {
    async up(db) {
      await createNumbered(db, engine, 'documents')
        .addColumn('kind', 'text', notNull)
        .addColumn('id', 'text', notNull)
        .addColumn('version', 'integer', notNull)
        .addColumn('body', 'text', notNull)
        .addUniqueConstraint('documents_id', ['kind', 'id'])
        .execute()
    },
  },
  '2026-11-22-with-folds-tasks-shoppers': {
    async up(db: Kysely<Tables>) {
      await db.schema
        .createTable('folds')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', notNull)
        .addColumn('n', 'bigint', notNull)
        .addColumn('body', 'text', notNull)
        .execute()
      await db.schema
        .createTable('tasks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('store', 'text', notNull)
        .addColumn('kind', 'text', notNull)
        .addColumn('channel', 'text', notNull)
        .addColumn('conversation', 'text', notNull)
        .addColumn('agent', 'text')
        .addColumn('due_at', 'bigint', notNull)
        .addColumn('state', 'text', notNull)
        .addColumn('version', 'integer', notNull)
        .addColumn('body', 'text', notNull)
        .execute()
      await db.schema.createIndex('tasks_due').on('tasks').columns(['state', 'due_at', 'id']).execute()
      await db.schema
        .createIndex('tasks_conversation')
        .on('tasks')
        .columns(['store', 'channel', 'conversation'])
        .execute()
      await db.schema
        .createTable('shoppers')
        .addColumn('store', 'text', notNull)
        .addColumn('shopper', 'text', notNull)
        .addColumn('channel', 'text', notNull)
        .addColumn('conversation', 'text', notNull)
        .addPrimaryKeyConstraint('shoppers_id', ['store', 'shopper', 'channel', 'conversation'])
        .execute()
      await db.schema
        .createIndex('shoppers_conversation')
        .on('shoppers')
        .columns(['store', 'channel', 'conversation'])
        .execute()
      await noteAllShoppers(db)
    },
  },
  '2026-11-22-with-versions-of-documents': {
    async up(db) {
      await createNumbered(db, engine, 'versions')
        .addColumn('kind', 'text', notNull)
        .addColumn('id', 'text', notNull)
        .addColumn('version', 'integer', notNull)
        .addColumn('at', 'bigint', notNull)
        .addColumn('author', 'text', notNull)
        .addColumn('body', 'text', notNull)
        .addUniqueConstraint('versions_id', ['kind', 'id', 'version'])
        .execute()
    },
  },
})

const PAGE = 500

/** Of logs that were written before shoppers had a table. */
async function noteAllShoppers(db: Kysely<Tables>): Promise<void> {
  for (let after = 0; ; ) {
    const page = await db
      .selectFrom('events')
      .select(['n', 'store', 'channel', 'conversation', 'body'])
      .where('kind', '=', 'facts')
      .where('n', '>', after)
      .orderBy('n')
      .limit(PAGE)
      .execute()
    await noteShoppers(
      db,
      page.map(({ conversation, ...rest }) => ({ ...rest, kind: 'facts', conversationId: conversation })),
    )
    if (page.length < PAGE) return
    after = page.at(-1)!.n
  }
}
