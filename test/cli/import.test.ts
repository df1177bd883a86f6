import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { ImportReport } from '../../src/protocol/index.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { trainedDataDir } from '../trained-engine.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ROWS = [
  '编号,回复=正文,分组',
  'yf,邮费是按地区算的呢，您报一下省份我看看,邮费',
  'wx,加我微信 abc12345 私下转账更便宜,其他',
  'xe,您找{小二}就好,其他',
  'k,,空的',
]

async function shop() {
  const dataDir = await temporaryFolder()
  // the models are those of the other tests
  const models = join(trainedDataDir, 'models')
  await mkdir(models, { recursive: true })
  await symlink(models, join(dataDir, 'models'))
  const file = join(dataDir, 'phrases.csv')
  await writeFile(file, iconv.encode(ROWS.join('\r\n'), 'gb18030'))
  const database = await openSqlite(dataDir)
  const run = (...more: string[]) =>
    runCli(['import', file, '--map', '回复=正文=text,编号=code', '--locale', 'zh', ...more], { DATA_DIR: dataDir })
  return { dataDir, database, run }
}

test('a file is tried beside a gateway, imported when it has stopped, and told row by row', async () => {
  const { dataDir, database, run } = await shop()
  const trial = await run('--dry-run')
  expect(trial.code).toBe(1)
  expect(trial.stdout).toMatch(/^ *2 {2}new +shipping_fee\.fee 0\.\d\d/m)
  expect(trial.stdout).toMatch(/^ *3 {2}draft .*R\d+ /m)
  expect(trial.stdout).toMatch(/^ *4 {2}draft .*unknown: \{小二\}/m)
  expect(trial.stdout).toMatch(/^ *5 {2}fault +\S+: it has no text$/m)
  expect(trial.stdout).toMatch(
    /table, gb18030: 1 new, 2 drafts, 0 there already, 1 not readable\n.*\nnothing was written\n$/,
  )
  expect((await run()).stderr).toContain('another process already writes')
  expect(await database.newestChange()).toBe(0)
  await database.close()

  const done = ImportReport.parse(JSON.parse((await run('--json')).stdout))
  expect([done.store, done.counts]).toEqual(['demo', { new: 1, draft: 2, same: 0, fault: 1 }])
  expect(ImportReport.parse(JSON.parse((await run('--json')).stdout)).counts).toMatchObject({ same: 3, new: 0 })
  const after = await openSqlite(dataDir)
  const documents = await after.documents('script', 10)
  await after.close()
  expect(documents.map(({ id }) => id)).toContain(`demo/${done.rows[0]!.id}`)
  expect(documents[0]!.body).toMatchObject({ author: 'key:command-line', importId: done.importId })
})

test('what is no file, no mapping or no store is said in a line', async () => {
  const { database, run } = await shop()
  await database.close()
  const { code, stderr } = await run('--store', 'nobody')
  // a first start says that it learns
  expect([code, stderr]).toEqual([2, expect.stringMatching(/(?:^|\n)no store "nobody"\n$/)])
  expect((await run('--map', '回复')).stderr).toBe('--map: "回复" is no column=field\n')
  expect((await run('--map', '回复=body')).stderr).toBe(
    '--map: names of columns by text, code, title, group, language, isOff\n',
  )
  const gone = await runCli(['import', '/nowhere.csv'])
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('/nowhere.csv')])
})
