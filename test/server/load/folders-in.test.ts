import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foldersIn } from '../../../src/server/load/folders-in.ts'
import { folder } from './folder.ts'

test('lists the folders by name, and no files', async () => {
  const path = await folder({ 'b/store.yaml': 'id: b', 'a/store.yaml': 'id: a', 'readme.md': '' })
  expect(await foldersIn(path)).toEqual(['a', 'b'])
})

test('is empty when there is none', async () => {
  expect(await foldersIn(join(await folder({}), 'nowhere'))).toEqual([])
})
