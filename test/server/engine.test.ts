import { expect, test } from 'vitest'
import { createEngine, THRESHOLD } from '../../src/server/engine.ts'
import { pipeline } from '../../src/server/pipeline.ts'
import { trainedDataDir } from '../trained-engine.ts'
import { folder } from './load/folder.ts'

const store = (id: string, rest = '') =>
  `id: ${id}\nname: 小店\ntimezone: Asia/Shanghai\ncurrency: CNY\nlocales: [zh]\n${rest}`

test('a store decides how sure a reading must be before it answers', async () => {
  const storesDir = await folder({
    'bold/store.yaml': store('bold', 'understanding: {threshold: 0.2}\n'),
    'plain/store.yaml': store('plain'),
    'shy/store.yaml': store('shy', 'understanding: {threshold: 1}\n'),
  })
  const engine = await createEngine({ dataDir: trainedDataDir, storesDir })
  const ids = ['bold', 'plain', 'shy']
  expect(ids.map((id) => engine.deps(id).analyse.threshold)).toEqual([0.2, THRESHOLD, 1])
  const abstained = (id: string) => pipeline.read('邮费多少钱', [], 'zh', engine.deps(id)).abstained
  expect(ids.map(abstained)).toEqual([false, false, true])
})
