import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a database goes into a file and comes back from it', async () => {
  const [from, to] = [await temporaryFolder(), await temporaryFolder()]
  const database = await openSqlite(from)
  const talk = { store: 's', channel: 'web', conversationId: 'c' }
  await database.append([{ ...talk, kind: 'message', key: 'a', print: '', at: 1, body: {} }])
  await database.close()
  const file = join(to, 'huashu.backup')
  const made = await runCli(['backup', file], { DATA_DIR: from })
  expect([made.code, made.stdout, made.stderr]).toEqual([0, `${file}: 1 rows\n`, ''])
  const restored = await runCli(['restore', file], { DATA_DIR: to })
  expect([restored.code, restored.stdout, restored.stderr]).toEqual([0, `${file}: 1 rows restored\n`, ''])
  const refused = await runCli(['restore', file], { DATA_DIR: to })
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'there are 1 rows already: --replace puts the backup in their place\n',
  ])
})

test('there is nothing to back up: says so', async () => {
  const folder = await temporaryFolder()
  const { code, stderr } = await runCli(['backup', join(folder, 'x')], { DATA_DIR: join(folder, 'var') })
  expect([code, stderr]).toEqual([1, `there is no database in ${join(folder, 'var')} (DATA_DIR)\n`])
})
