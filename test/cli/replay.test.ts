import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { DATA } from '../../src/server/engine.ts'
import { readStore } from '../../src/server/load/stores.ts'
import { trainedDataDir } from '../trained-engine.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const shopper = (text: string) => ({ role: 'shopper', text })
const agent = (text: string) => ({ role: 'agent', text })
const CHATS = [
  { id: 'a', turns: [shopper('可以开发票吗'), agent('开票的事咱们店主说随时都行'), shopper('谢谢')] },
  { id: 'b', turns: [shopper('可以开发票吗'), agent('今天天气真不错')] },
]
const PACK = `
locale: zh
scripts:
  - id: zh.invoice
    category: C90
    intents: [invoice.request]
    tier: answer
    wordings: [{open: "亲，开票的事咱们店主说随时都行哦", short: "开票的事咱们店主说随时都行"}]
`

async function files(weights = '{"topic": 1.2}') {
  const folder = await temporaryFolder()
  const chats = join(folder, 'chats.jsonl')
  const scripts = join(folder, 'scripts')
  await mkdir(join(scripts, 'zh'), { recursive: true })
  await writeFile(join(scripts, 'zh', 'own.yaml'), PACK)
  await writeFile(join(folder, 'weights.json'), weights)
  await writeFile(chats, CHATS.map((chat) => JSON.stringify(chat)).join('\n'))
  return { chats, scripts, weights: join(folder, 'weights.json') }
}

test('tells how often the reply that was sent would have been suggested', async () => {
  const { chats, scripts, weights } = await files()
  const run = await runCli(['replay', chats, '--scripts', scripts, '--weights', weights, '--json'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(run.stdout)).toMatchObject({ chats: 2, turns: 2, first: 0.5, firstThree: 0.5, withoutAnswer: 0 })
  const shipped = await runCli(['replay', chats])
  expect(shipped.stdout).toMatch(/among the first three\s+0\.0 %/)
})

test('past turns are answered under the policy of their day, as the database has it', async () => {
  const { chats, scripts, weights } = await files()
  const dataDir = await temporaryFolder()
  const models = join(trainedDataDir, 'models')
  await mkdir(models, { recursive: true })
  await symlink(models, join(dataDir, 'models'), 'junction')
  const { store } = await readStore(join(DATA, 'stores/demo'), 'demo')
  const from = Date.parse('2026-11-10T00:00:00+08:00')
  const body = { policy: { ...store, invoice: { offered: false } }, from, at: from, author: 'lead' }
  const database = await openSqlite(dataDir)
  await database.saveVersions([{ kind: 'policy', id: 'demo', version: 1, body, at: from, author: 'lead' }])
  await database.close()

  await writeFile(
    join(scripts, 'zh', 'own.yaml'),
    PACK.replace('    wordings', '    when: {is: {invoice.state: ["yes"]}}\n    wordings'),
  )
  const day = (id: string, at: string) => ({
    id,
    turns: [
      { ...shopper('可以开发票吗'), at },
      { ...agent('开票的事咱们店主说随时都行'), at },
    ],
  })
  const days = [day('before', '2026-11-09T12:00:00+08:00'), day('after', '2026-11-10T12:00:00+08:00')]
  await writeFile(chats, days.map((chat) => JSON.stringify(chat)).join('\n'))
  const scores = async (...more: string[]) => {
    const args = ['replay', chats, '--scripts', scripts, '--weights', weights, '--json', ...more]
    const { stdout, stderr } = await runCli(args, { DATA_DIR: dataDir })
    return stdout === '' ? stderr : JSON.parse(stdout)
  }
  expect(await scores()).toMatchObject({ turns: 2, first: 1 })
  expect(await scores('--edited')).toMatchObject({ turns: 2, first: 0.5 })
})

test.each([
  ['{"tpoic": 1}', 'tpoic'],
  ['{"topic": "much"}', 'topic'],
  ['{', 'JSON'],
])('weights %s are refused by name', async (content, named) => {
  const { chats, weights } = await files(content)
  const { code, stderr } = await runCli(['replay', chats, '--weights', weights])
  expect(code).toBe(2)
  expect(stderr).toContain(named)
})

test('a line that is no chat is named', async () => {
  const { chats } = await files()
  await writeFile(chats, `${JSON.stringify(CHATS[0])}\n{"id": "b", "turns": [{"role": "boss", "text": "x"}]}`)
  const { code, stderr } = await runCli(['replay', chats])
  expect(code).toBe(2)
  expect(stderr).toContain(`${chats}:2`)
})
