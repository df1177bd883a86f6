import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import { databaseConformance } from '../../conformance/database.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

databaseConformance('node:sqlite', async () => {
  const folder = temporaryFolder()
  return { open: () => openSqlite(folder) }
})

test('a database of the first version opens: what was added since comes behind it', async () => {
  const folder = temporaryFolder()
  await (await openSqlite(folder)).close()
  const file = new DatabaseSync(join(folder, 'huashu.db'))
  file.exec(`DROP TABLE documents; DELETE FROM kysely_migration WHERE name <> '2026-11-22-events'`)
  file.close()
  const database = await openSqlite(folder)
  expect(await database.documents('correction', 1)).toEqual([])
  await database.close()
})
