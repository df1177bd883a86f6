import { expect, test } from 'vitest'
import { createEngine, DATA } from '../../../src/server/engine.ts'
import { readTradeSets, tradeNames } from '../../../src/server/load/trades.ts'
import { trainedDataDir } from '../../trained-engine.ts'
import { faultsOf, folder } from './folder.ts'

const store = (id: string, rest = '') =>
  `id: ${id}\nname: 小店\ntimezone: Asia/Shanghai\ncurrency: CNY\nlocales: [zh]\n${rest}`

test('only a store that names a pack has its scripts, and stores with the same packs share one library', async () => {
  const storesDir = await folder({
    'plain/store.yaml': store('plain'),
    'wear/store.yaml': store('wear', 'packs: [clothing]\n'),
    'wear-too/store.yaml': store('wear-too', 'packs: [clothing]\n'),
  })
  const engine = await createEngine({ dataDir: trainedDataDir, storesDir })
  expect(engine.deps('wear').library.get('zh.clothing.pill_after')).toBeDefined()
  expect(engine.deps('plain').library.get('zh.clothing.pill_after')).toBeUndefined()
  expect(engine.deps('wear-too').library).toBe(engine.deps('wear').library)
  expect(engine.deps('plain').library).toBe(engine.deps('demo').library)
  expect(engine.shipped('plain').scripts).toBe(engine.shipped('demo').scripts)
  expect(engine.shipped('wear').scripts.length).toBeGreaterThan(engine.shipped('plain').scripts.length + 119)
})

test('a name without a pack is refused at its line', async () => {
  const path = await folder({ 'store.yaml': store('s', 'packs: [clothing, hats]\n') })
  const files = { id: 's', store: {} as never, cards: [], trades: ['clothing', 'hats'], folder: path }
  const known = (await tradeNames(DATA)).join(', ')
  expect(await faultsOf(path, readTradeSets(DATA, [files], []))).toEqual([
    `store.yaml:6 packs: no pack "hats": ${known}`,
  ])
})
