import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ShopperExport } from '../../src/protocol/index.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WHO = ['--store', 'demo', '--shopper', 'ann']
const TALK = { store: 'demo', channel: 'web', conversationId: 'c' }

async function filled() {
  const dataDir = await temporaryFolder()
  const database = await openSqlite(dataDir)
  const record = { ...TALK, print: '', at: 1 }
  await database.append([
    { ...record, kind: 'facts', key: 'f', body: { shopper: { id: 'ann' } } },
    { ...record, kind: 'message', key: 'm', body: { messageId: 'm', role: 'shopper', text: '在吗' } },
  ])
  return { dataDir, database, settings: { DATA_DIR: dataDir } }
}

test('a shopper’s data is written out beside a running gateway, for its owner’s eyes', async () => {
  const { database, dataDir, settings } = await filled()
  const printed = await runCli(['export-shopper', ...WHO], settings)
  expect(printed.code).toBe(0)
  const data = ShopperExport.parse(JSON.parse(printed.stdout))
  expect(data.conversations[0]!.records.map(({ kind }) => kind)).toEqual(['facts', 'message'])
  const out = join(dataDir, 'ann.json')
  await runCli(['export-shopper', ...WHO, '--out', out], settings)
  expect(JSON.parse(await readFile(out, 'utf8')).conversations).toEqual(data.conversations)
  expect((await stat(out)).mode & 0o077).toBe(0)
  await database.close()
})

test('a shopper’s data is erased, but not under a running gateway, which knows better how', async () => {
  const { database, settings } = await filled()
  const refused = await runCli(['erase-shopper', ...WHO], settings)
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('another process already writes')])
  await database.close()
  const done = await runCli(['erase-shopper', ...WHO], settings)
  expect([done.code, done.stdout]).toEqual([0, 'erased: 1 conversations, 2 records, 0 tasks\n'])
  const after = await runCli(['export-shopper', ...WHO], settings)
  expect(JSON.parse(after.stdout).conversations).toEqual([])
})
