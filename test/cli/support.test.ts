import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a support bundle tells counts and settings, and nothing that anybody wrote', async () => {
  const folder = await temporaryFolder()
  const database = await openSqlite(folder)
  const talk = { store: 'demo', channel: 'web', conversationId: 'secret-talk' }
  const body = { messageId: 'm', role: 'shopper', text: '我的电话是13812345678' }
  await database.append([{ ...talk, kind: 'message', key: 'k', print: 'p', at: 1_000, body }])
  const file = join(folder, 'bundle.json')
  // beside a gateway that has the database open
  const run = await runCli(['support', file], {
    DATA_DIR: folder,
    OPENAI_API_KEY: 'sk-secret',
    REWRITE_MODEL: 'm',
    OPENAI_BASE_URL: 'https://model.example/v1',
  })
  await database.close()
  expect(run).toMatchObject({ code: 0 })
  const text = readFileSync(file, 'utf8')
  const bundle = JSON.parse(text)
  expect(bundle.database.events).toEqual([
    {
      store: 'demo',
      kind: 'message',
      count: 1,
      oldest: '1970-01-01T00:00:01.000Z',
      newest: '1970-01-01T00:00:01.000Z',
    },
  ])
  expect(bundle.settings.rewrite).toEqual({ model: 'm', apiKey: 'set' })
  for (const secret of ['13812345678', 'sk-secret', 'secret-talk', 'model.example']) expect(text).not.toContain(secret)
  // a bundle is never written over something
  expect((await runCli(['support', file], { DATA_DIR: folder })).code).not.toBe(0)
})
