import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Answer } from '../../src/protocol/index.ts'
import { readStore } from '../../src/server/load/stores.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('writes a store that loads and answers', async () => {
  const stores = await temporaryFolder()
  const folder = join(stores, 'my-shop')
  const { code, stdout } = await runCli(['store', 'init', folder, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    id: 'my-shop',
    files: [join(folder, 'store.yaml'), join(folder, 'products.yaml')],
  })
  const { store, cards } = await readStore(folder, 'my-shop')
  expect(store.id).toBe('my-shop')
  expect(cards).toHaveLength(1)

  const answer = await runCli([
    'suggest',
    '短袖T恤 160 100 穿什么码',
    '--json',
    '--store',
    'my-shop',
    '--stores-dir',
    stores,
  ])
  const { suggestions } = Answer.parse(JSON.parse(answer.stdout))
  expect(suggestions.some(({ text }) => text.includes('M'))).toBe(true)
})

test('never overwrites', async () => {
  const folder = join(await temporaryFolder(), 'my-shop')
  await runCli(['store', 'init', folder])
  const before = await readFile(join(folder, 'store.yaml'), 'utf8')
  const { code, stderr } = await runCli(['store', 'init', folder])
  expect(code).toBe(2)
  expect(stderr).toContain('already there')
  expect(await readFile(join(folder, 'store.yaml'), 'utf8')).toBe(before)
})

test('the folder’s name must be able to be an id', async () => {
  const { code, stderr } = await runCli(['store', 'init', join(await temporaryFolder(), 'my shop')])
  expect(code).toBe(2)
  expect(stderr).toContain('"my shop"')
})
