import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JdRow } from '../../bench/jd-split.ts'
import { readRows } from '../../bench/read-rows.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huashu-rows-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(...lines: string[]): Promise<string> {
  const path = join(folder, 'rows.jsonl')
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

test('reads the rows of a file', async () => {
  const path = await file('{"text":"在吗","jd_intent":"其他"}', '', '{"text":"好了","jd_intent":"其他"}')
  expect((await readRows(path, JdRow)).map(({ text }) => text)).toEqual(['在吗', '好了'])
})

test('names file and line of what does not fit', async () => {
  const path = await file('{"text":"在吗","jd_intent":"其他"}', '{"text":"好了","intent":"其他"}')
  await expect(readRows(path, JdRow)).rejects.toThrow(`${path}:2: jd_intent`)
})

test('names the line of what is no JSON', async () => {
  await expect(readRows(await file('{"text":'), JdRow)).rejects.toThrow(/:1: no JSON/)
})
