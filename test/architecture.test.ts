import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
/** What each folder may import: the folders to its left, only through their `index.ts`. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  intents: ['protocol'],
  policy: ['protocol', 'intents'],
  scripts: ['protocol', 'intents', 'policy'],
  guard: ['protocol', 'intents', 'policy', 'scripts'],
  suggest: ['protocol', 'intents', 'policy', 'scripts', 'guard'],
  insight: ['protocol', 'intents', 'policy', 'scripts', 'guard', 'suggest'],
  server: ['protocol', 'intents', 'policy', 'scripts', 'guard', 'suggest', 'insight'],
  sdk: ['protocol'],
  ui: ['protocol', 'sdk'],
  extension: ['protocol', 'sdk', 'ui'],
  console: ['protocol', 'sdk', 'ui'],
}
const PURE = ['protocol', 'intents', 'policy', 'scripts', 'guard', 'suggest', 'insight']

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(tsx?|js)$/.test(name) ? [path] : []
  })
}

const files = filesBelow(SRC).map((path) => ({
  path,
  folder: relative(SRC, path).split('/')[0]!,
  text: readFileSync(path, 'utf8'),
}))

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
}

describe('the house', () => {
  test('has the folders of the design and no others', () => {
    expect(readdirSync(SRC).filter((name) => !(name in LEFT))).toEqual([])
  })

  test('a folder imports only folders to its left, only through their index', () => {
    const wrong = files.flatMap(({ path, folder, text }) =>
      importsOf(text).flatMap((target) => {
        if (!target.startsWith('.')) return []
        const file = relative(SRC, resolve(dirname(path), target))
        const [to] = file.split('/')
        if (to === folder || to === '..') return []
        const allowed = LEFT[folder]!.includes(to!) && file === `${to}/index.ts`
        return allowed ? [] : [`${relative(SRC, path)} -> ${file}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('the folders before server are pure: no I/O, clock, randomness, environment or logging', () => {
    const impure =
      /from 'node:|\bprocess\.|Date\.now\(|new Date\(\)|Math\.random\(|console\.|performance\.now\(|setTimeout\(|fetch\(/
    const wrong = files.filter(({ folder, text }) => PURE.includes(folder) && impure.test(withoutComments(text)))
    expect(wrong.map(({ path }) => relative(SRC, path))).toEqual([])
  })

  test('only config.ts reads the environment', () => {
    const wrong = files.filter(
      ({ path, text }) => /process\.env/.test(withoutComments(text)) && relative(SRC, path) !== 'server/config.ts',
    )
    expect(wrong.map(({ path }) => relative(SRC, path))).toEqual([])
  })

  test('no file is named after nothing', () => {
    const wrong = files.filter(({ path }) =>
      /(?:^|[/-])(?:utils?|common|manager|helpers?|misc)\.(?:tsx?|js)$/.test(path),
    )
    expect(wrong.map(({ path }) => relative(SRC, path))).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
