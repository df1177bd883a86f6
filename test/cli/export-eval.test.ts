import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { PastChat } from '../../src/insight/index.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import type { LogRecord } from '../../src/server/ports.ts'
import { trainedDataDir } from '../trained-engine.ts'
import { runCli, startCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const BEGIN = Date.parse('2026-11-20T10:00:00+08:00')
const SECRETS = ['13812345678', '王小明', '文三路', '爱逛街的鱼', '小美', '2983945095370001', 'talk-7788', 'desk-09']

async function shop() {
  const dataDir = await temporaryFolder()
  const models = join(trainedDataDir, 'models')
  await mkdir(models, { recursive: true })
  await symlink(models, join(dataDir, 'models'), 'junction')
  let count = 0
  const record = (kind: LogRecord['kind'], conversationId: string, body: object, store = 'demo'): LogRecord => {
    count += 1
    return {
      kind,
      store,
      channel: 'taobao',
      conversationId,
      key: `k${count}`,
      print: '',
      at: BEGIN + count * 1_000,
      body,
    }
  }
  const said = (conversationId: string, role: string, text: string, store?: string) =>
    record(
      'message',
      conversationId,
      {
        messageId: `m${count}`,
        role,
        text,
        ...(role === 'agent' ? { agent: { id: 'desk-09', name: '坚果店:小美' } } : {}),
      },
      store,
    )
  const records = [
    record('facts', 'talk-7788', {
      shopper: { id: 'tb881', name: '爱逛街的鱼' },
      order: { id: '2983945095370001', status: 'paid' },
    }),
    said('talk-7788', 'shopper', '收件人：王小明，电话13812345678，浙江省杭州市西湖区文三路478号'),
    said('talk-7788', 'agent', '王小明您好，我是小美，订单2983945095370001今天就发'),
    said('talk-7788', 'bot', '机器人说的'),
    said('talk-7788', 'shopper', '爱逛街的鱼收到，找小美真靠谱'),
    said('talk-7788', 'shopper', '白露'),
    said('unanswered', 'shopper', '在吗'),
    said('later', 'shopper', '几天能到'),
    said('later', 'agent', '三天左右哦'),
    said('elsewhere', 'shopper', '别家的话', 'other'),
    said('elsewhere', 'agent', '别家的回复', 'other'),
  ]
  const database = await openSqlite(dataDir)
  await database.append(records)
  await database.close()
  const run = (name: string, ...more: string[]) => {
    const files = ['--out', join(dataDir, `${name}.jsonl`), '--review', join(dataDir, `${name}.md`)]
    return runCli(['export-eval', ...files, ...more], { DATA_DIR: dataDir })
  }
  const read = (file: string) => readFile(join(dataDir, file), 'utf8')
  return { dataDir, run, read }
}

test('the chats of a store are written without a word of personal data, and what is worth reading beside them', async () => {
  const { dataDir, run, read } = await shop()
  const refused = await run('a')
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--anonymise')])
  const made = await run('a', '--anonymise', '--seed', 'x')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(/a\.jsonl: 2 chats, 6 lines\n.*a\.md: 1 lines to read/)
  const [text, review] = [await read('a.jsonl'), await read('a.md')]
  for (const secret of SECRETS) expect(text + review).not.toContain(secret)
  expect(review).toContain('line 4: 白露')
  const chats = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(chats.map((chat) => PastChat.safeParse(chat).success)).toEqual([true, true])
  const [first, second] = chats
  expect(first.turns.map(({ role }: { role: string }) => role)).toEqual(['shopper', 'agent', 'shopper', 'shopper'])
  expect(first.turns[1].agent).toBe(second.turns[1].agent)
  const times = first.turns.map(({ at }: { at: string }) => Date.parse(at))
  expect(times.map((at: number) => at - times[0])).toEqual([0, 1_000, 3_000, 4_000])
  expect(times[0] - Date.parse(second.turns[0].at)).not.toBe(-6_000)
  expect((await stat(join(dataDir, 'a.jsonl'))).mode & 0o077).toBe(0)

  await run('b', '--anonymise', '--seed', 'x', '--since', '2026-11-20')
  expect(await read('b.jsonl')).toBe(text)
  expect((await run('b', '--anonymise')).stderr).toContain('already there')
})

test('who is killed in the middle leaves no part under the name, and the next run is whole', async () => {
  const { dataDir, run, read } = await shop()
  const out = join(dataDir, 'a.jsonl')
  const args = ['export-eval', '--anonymise', '--out', out, '--review', join(dataDir, 'a.md')]
  const child = startCli(args, { DATA_DIR: dataDir })
  await vi.waitFor(() => expect(existsSync(`${out}.partial`)).toBe(true), { timeout: 60_000, interval: 5 })
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(existsSync(out)).toBe(false)
  expect(await run('a', '--anonymise')).toMatchObject({ code: 0 })
  expect((await read('a.jsonl')).trim().split('\n')).toHaveLength(2)
  expect((await readdir(dataDir)).filter((name) => name.startsWith('a.'))).toEqual(['a.jsonl', 'a.md'])
})
