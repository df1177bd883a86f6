import { describe, expect, test } from 'vitest'
import { readScripts } from '../../../src/server/load/scripts.ts'
import { faultsOf, folder } from './folder.ts'

const pack = (locale: string, ...ids: string[]) =>
  `locale: ${locale}\nscripts:\n${ids.map((id) => `  - id: ${id}\n    category: C01\n    tier: answer\n    wordings: [{open: 您好${id}, short: 在的${id}}]\n`).join('')}`

describe('readScripts', () => {
  test('reads every pack, languages and files by name, each script with its place', async () => {
    const path = await folder({
      'zh/02-b.yaml': pack('zh', 'c'),
      'zh/01-a.yaml': pack('zh', 'a', 'b'),
      'en/01.yaml': pack('en', 'e'),
      'zh/readme.md': '',
    })
    const placed = await readScripts(path)
    expect(placed.map(({ script, line }) => [script.id, script.locale, line])).toEqual([
      ['e', 'en', 3],
      ['a', 'zh', 3],
      ['b', 'zh', 7],
      ['c', 'zh', 3],
    ])
    expect(placed[1]!.file).toMatch(/01-a\.yaml$/)
  })
  test('tells the faults of all files at once, syntax and shape', async () => {
    const path = await folder({
      'zh/01.yaml': pack('zh', 'a').replace('tier: answer', 'tier: maybe'),
      'zh/02.yaml': 'locale: zh\nscripts: [\n',
      'zh/03.yaml': pack('zh', 'c').replace('C01', 'one'),
    })
    const faults = await faultsOf(path, readScripts(path))
    expect(faults[0]).toMatch(/^zh\/01\.yaml:5 scripts\.0\.tier:/)
    expect(faults.slice(1, -1).join('\n')).toContain('zh/02.yaml:')
    expect(faults.at(-1)).toMatch(/^zh\/03\.yaml:4 scripts\.0\.category:/)
  })
})
