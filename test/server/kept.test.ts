import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { keep, readKept } from '../../src/server/kept.ts'
import { folder } from './load/folder.ts'

const VALUE = { locale: 'zh', weights: new Int8Array(999).fill(3), families: ['size_fit'] }

test('gives back what was kept, also in a folder that was not there', async () => {
  const path = join(await folder({}), 'deep/er/model.bin')
  expect(await readKept(path)).toBeUndefined()
  await keep(path, VALUE)
  expect(await readKept(path)).toEqual(VALUE)
  await keep(path, 'newer')
  expect(await readKept(path)).toBe('newer')
  expect(await readdir(join(path, '..'))).toEqual(['model.bin'])
})

test.each([
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['cut in the checksum', (whole: Buffer) => whole.subarray(0, 10)],
  ['empty', () => Buffer.alloc(0)],
  ['garbage', (whole: Buffer) => Buffer.alloc(whole.length, 7)],
  ['changed in one byte', (whole: Buffer) => whole.map((byte, i) => (i === whole.length - 9 ? byte ^ 1 : byte))],
  ['readable, but something else', () => serialize({ locale: 'zh' })],
  ['of a version without checksum', (whole: Buffer) => whole.subarray(32)],
] as const)('a file that is %s counts as none', async (_, spoil) => {
  const path = join(await folder({}), 'model.bin')
  await keep(path, VALUE)
  await writeFile(path, spoil(await readFile(path)))
  expect(await readKept(path)).toBeUndefined()
})

test('what cannot be read at all is said, not taken for missing', async () => {
  await expect(readKept(await folder({}))).rejects.toThrow('EISDIR')
})
