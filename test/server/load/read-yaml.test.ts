import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FileFaults, parseYaml, readText, readYaml } from '../../../src/server/load/read-yaml.ts'
import { faultsOf, folder } from './folder.ts'

const Shape = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ n: z.number() })) })

describe('parseYaml', () => {
  test('keeps where things stand', () => {
    const { value, lineOf } = parseYaml('name: a\nlist:\n  - n: 1\n  - n: 2\n', 'a.yaml')
    expect(value).toEqual({ name: 'a', list: [{ n: 1 }, { n: 2 }] })
    expect([lineOf(['name']), lineOf(['list', 0]), lineOf(['list', 1, 'n'])]).toEqual([1, 3, 4])
  })
  test('points at the nearest thing above when the path leads nowhere', () => {
    const { lineOf } = parseYaml('name: a\nlist:\n  - n: 1\n', 'a.yaml')
    expect(lineOf(['list', 0, 'missing'])).toBe(3)
    expect(lineOf(['other'])).toBe(1)
    expect(lineOf([])).toBe(1)
  })
  test.each([
    ['a: 1\nb: [1, 2\n', 'a.yaml:'],
    ['a: 1\nb: 2\na: 3\n', 'a.yaml:3 : Map keys must be unique'],
    ['a: "open\n', 'a.yaml:'],
  ])('a syntax error names its line: %j', (text, said) => {
    expect(() => parseYaml(text, 'a.yaml')).toThrow(FileFaults)
    expect(() => parseYaml(text, 'a.yaml')).toThrow(said)
  })
  test('does not blow up on aliases of aliases', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 8 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
    ]
    expect(() => parseYaml(bomb.join('\n'), 'bomb.yaml')).toThrow()
  })
})

describe('readText', () => {
  const bytes = async (...parts: readonly (string | number)[]) => {
    const path = await folder({})
    const file = join(path, 'a.txt')
    await writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? part : [part]))))
    return { path, file }
  }
  test('gives what is UTF-8 as it stands', async () => {
    expect(await readText((await bytes('尺码\n👍\n')).file)).toBe('尺码\n👍\n')
  })
  test.each([
    [1, [0xff, 'a\n']],
    [3, ['一\n👍\n', 0xb4, 0xf3, '\nc\n']],
    [2, ['a\n', 0xe5]],
    [2, ['a\nb', 0xed, 0xa0, 0x80, '\n']],
  ])('names line %i as the first that is not', async (line, parts) => {
    const { path, file } = await bytes(...parts)
    expect(await faultsOf(path, readText(file))).toEqual([`a.txt:${line} : not UTF-8: save the file in that encoding`])
  })
})

describe('readYaml', () => {
  test('gives what the schema makes of the file', async () => {
    const path = await folder({ 'a.yaml': 'name: a\nlist: []\n' })
    expect(await readYaml(join(path, 'a.yaml'), Shape)).toEqual({ name: 'a', list: [] })
  })
  test('lists every fault with its line', async () => {
    const path = await folder({ 'a.yaml': 'name: 1\nlist:\n  - n: 1\n  - n: two\n  - {}\n' })
    expect(await faultsOf(path, readYaml(join(path, 'a.yaml'), Shape))).toEqual([
      expect.stringContaining('a.yaml:1 name:'),
      expect.stringContaining('a.yaml:4 list.1.n:'),
      expect.stringContaining('a.yaml:5 list.2.n:'),
    ])
  })
  test('a file that is not there is an error of its own', async () => {
    await expect(readYaml(join(await folder({}), 'no.yaml'), Shape)).rejects.toThrow('ENOENT')
  })
})
