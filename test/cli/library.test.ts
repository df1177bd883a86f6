import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { readWorkbook } from '../../src/server/import/read-workbook.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SHIPPED = join(import.meta.dirname, '../../data/scripts')

async function packWith(scripts: string): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'zh'))
  await writeFile(join(folder, 'zh/01.yaml'), `locale: zh\nscripts:\n${scripts}`)
  return folder
}

const script = (id: string, text: string) =>
  `  - {id: ${id}, category: C79, intents: [shipping_fee.fee], tier: hold, wordings: [{open: ${text}这就看, short: ${text}}]}\n`

test('lint fails, names script and line, and leaves sound scripts alone', async () => {
  const folder = await packWith(
    script('zh.a', '稍等') + script('zh.b', '一个非常非常非常非常非常长的短句没有人会在聊天里这么写的'),
  )
  const { code, stdout } = await runCli(['library', 'lint', folder])
  expect(code).toBe(1)
  expect(stdout).toMatch(/01\.yaml:4 zh\.b: short form/)
  expect(stdout).not.toContain('zh.a:')
})

test('lint --json', async () => {
  const folder = await packWith(script('zh.a', '稍等') + script('zh.a', '好的'))
  const { code, stdout } = await runCli(['library', 'lint', folder, '--json'])
  expect(code).toBe(1)
  const faults = JSON.parse(stdout) as { scriptId: string; message: string }[]
  expect(faults.some(({ scriptId, message }) => scriptId === 'zh.a' && message.includes('id also stands'))).toBe(true)
})

test('a file that is no script pack is named with its line', async () => {
  const folder = await packWith('  - {id: zh.a, category: nonsense, tier: hold, wordings: [{open: a, short: b}]}\n')
  const { code, stderr } = await runCli(['library', 'lint', folder])
  expect(code).toBe(1)
  expect(stderr).toMatch(/01\.yaml:3 scripts\.0\.category/)
})

test('what export writes loads again as the same scripts', async () => {
  const folder = await temporaryFolder()
  const { code } = await runCli(['library', 'export', '--locale', 'zh', '--out', folder])
  expect(code).toBe(0)
  const shipped = (await readScripts(SHIPPED)).map((placed) => placed.script).filter(({ locale }) => locale === 'zh')
  const exported = (await readScripts(folder)).map((placed) => placed.script)
  expect(exported.length).toBeGreaterThan(100)
  expect(exported).toEqual(shipped)
})

test('what a store has made its own is written back as YAML that loads', async () => {
  const [dataDir, folder] = [await temporaryFolder(), await temporaryFolder()]
  const database = await openSqlite(dataDir)
  const script = { ...(await readScripts(SHIPPED))[0]!.script, note: '我们店的说法' }
  const edit = (store: string, id: string, rest: object) => {
    const body = { edit: { script: { ...script, id }, ...rest }, at: '2026-11-22T00:00:00Z', author: 'lead' }
    return { kind: 'script', id: `${store}/${id}`, version: 1, at: 1, author: 'lead', body } as const
  }
  await database.saveVersions([
    edit('demo', script.id, { base: script }),
    edit('demo', 'own.1', {}),
    edit('demo', 'own.2', { retired: true }),
    edit('other', 'own.3', {}),
  ])
  await database.close()
  const { code } = await runCli(['library', 'export', '--edited', '--out', folder], { DATA_DIR: dataDir })
  expect(code).toBe(0)
  const exported = (await readScripts(folder)).map((placed) => placed.script)
  expect(exported).toEqual([script, { ...script, id: 'own.1' }].toSorted((a, b) => (a.id < b.id ? -1 : 1)))

  const asked = ['library', 'export', '--format', 'table', '--file', 'xlsx', '--out', folder]
  const { stdout } = await runCli(asked, { DATA_DIR: dataDir })
  expect(stdout).toBe(`${join(folder, 'table.xlsx')}\n`)
  const [sheet] = await readWorkbook(await readFile(join(folder, 'table.xlsx')), { rows: 10 })
  expect(sheet!.rows).toEqual([
    ['text', 'code', 'group', 'title', 'language'],
    [script.wordings[0]!.short, 'own.1', '', '', ''],
  ])
})
