import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import { databaseConformance } from '../../conformance/database.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

databaseConformance('node:sqlite', async () => {
  const folder = temporaryFolder()
  return { open: () => openSqlite(folder) }
})
