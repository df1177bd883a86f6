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

test('--pack brings the scripts and the first goods of a trade', async () => {
  const stores = await temporaryFolder()
  for (const [id, args] of [
    ['wear', ['--pack', 'clothing']],
    ['plain', []],
  ] as const)
    expect((await runCli(['store', 'init', join(stores, id), ...args])).code).toBe(0)
  const { cards, trades } = await readStore(join(stores, 'wear'), 'wear')
  expect(trades).toEqual(['clothing'])
  expect(cards.every(({ category }) => category === 'clothing')).toBe(true)

  const offered = async (id: string) => {
    const { stdout } = await runCli(['suggest', '裤子拉链坏了', '--json', '--store', id, '--stores-dir', stores])
    return Answer.parse(JSON.parse(stdout)).suggestions.filter(({ scriptId }) => scriptId.startsWith('zh.clothing.'))
  }
  expect(await offered('wear')).not.toEqual([])
  expect(await offered('plain')).toEqual([])
})

test('a pack that there is none of is named, and nothing is written', async () => {
  const folder = join(await temporaryFolder(), 'my-shop')
  const { code, stderr } = await runCli(['store', 'init', folder, '--pack', 'hats'])
  expect(code).toBe(2)
  expect(stderr).toContain('no pack "hats": ')
  await expect(readFile(join(folder, 'store.yaml'))).rejects.toThrow('ENOENT')
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
