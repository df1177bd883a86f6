import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileIn } from '../../src/server/adapters/database/lock-writer.ts'
import { createQueries } from '../../src/server/adapters/database/queries.ts'
import { migrate } from '../../src/server/adapters/database/schema.ts'
import { connectSqlite } from '../../src/server/adapters/database/sqlite.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SECRET = ['13812345678', '王小明', '文三路', '爱逛街的鱼']
const LOG = Array.from(
  { length: 3 },
  (_, i) => `爱逛街的鱼 2026-11-2${i} 10:00:00
可以开发票吗
坚果店:小美 2026-11-2${i} 10:00:20
可以开发票的，下单时把发票抬头备注一下就行
爱逛街的鱼 2026-11-2${i} 10:01:00
收件人：王小明，电话13812345678，浙江省杭州市西湖区文三路478号
坚果店:小美 2026-11-2${i} 10:01:20
王小明您好，48小时内发货哦`,
).join('\n----------\n')

async function fixture() {
  const folder = await temporaryFolder()
  const log = join(folder, 'chats.txt')
  await writeFile(log, LOG)
  return { folder, log, out: join(folder, 'out'), state: join(folder, 'state.json') }
}

test('mines a text export without a word of personal data, and goes on where it stopped', async () => {
  const { log, out, state } = await fixture()
  const run = await runCli(['mine', log, '--out', out, '--state', state])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  const files = ['mined.md', 'mined.jsonl', 'drafts.json'].map((name) => join(out, name))
  const first = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const kept = await readFile(state, 'utf8')
  for (const secret of SECRET) expect([run.stdout, kept, ...first].join('\n')).not.toContain(secret)
  expect(first[0]).toContain('80 % of what shoppers ask')
  expect(first[1]).toContain('可以开发票')
  // all chats are counted: once more counts nothing twice
  await runCli(['mine', log, '--out', out, '--state', state])
  expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(first)
})

test('stores drafts that a lead decides about, and each once', async () => {
  const { folder, log, out } = await fixture()
  const connection = connectSqlite(fileIn(folder))
  await migrate(connection)
  const store = () => runCli(['mine', log, '--out', out, '--data-dir', 'var', '--store-drafts'], { DATA_DIR: folder })
  const stored = await store()
  expect(stored.code).toBe(0)
  expect(stored.stderr).toMatch(/[1-9]\d* drafts stored, 0 were there before/)
  expect((await store()).stderr).toMatch(/(?:^|\n)0 drafts stored/)
  const documents = await createQueries(connection).documents('script', 10)
  await connection.close()
  expect(documents.length).toBeGreaterThan(0)
  for (const { body } of documents) {
    expect(body).toMatchObject({ edit: { draft: { id: expect.stringContaining('mined') } } })
    expect(body).not.toHaveProperty('edit.script')
  }
})

test('a file that holds no chats is refused by name', async () => {
  const { folder } = await fixture()
  const file = join(folder, 'chats.csv')
  await writeFile(file, 'a,b\n1,2\n')
  const { code, stderr } = await runCli(['mine', file])
  expect(code).toBe(2)
  expect(stderr).toContain('row 1')
})
