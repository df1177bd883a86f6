import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ACTIONS } from '../../src/protocol/index.ts'
import { ACTION_NAMES } from '../../src/server/ingest/action-names.ts'

const ROOT = join(import.meta.dirname, '../..')
const LANGUAGES = ['zh', 'en', 'ko']
/** The page's modules are plain JavaScript without types. */
const load = (file: string) => import(pathToFileURL(join(ROOT, 'src/console', file)).href)

const names = await load('names.js')
const { WORDS } = await load('words.js')

describe('the page speaks every language', () => {
  test.each(LANGUAGES)('%s has a name for every act', (language) => {
    expect(Object.keys(names.ACTIONS[language]).sort()).toEqual([...ACTIONS].sort())
  })

  test('notes call acts as the page does', () => {
    expect(ACTION_NAMES).toEqual(names.ACTIONS)
  })

  test.each(LANGUAGES)('%s calls families what the intent data calls them', (language) => {
    const families = parse(readFileSync(join(ROOT, 'data/intents/topics.yaml'), 'utf8')) as Record<
      string,
      { name: Record<string, string> }
    >
    const expected = Object.fromEntries(Object.entries(families).map(([id, { name }]) => [id, name[language]]))
    expect(names.FAMILIES[language]).toEqual(expected)
  })

  test('no word is missing in one of them', () => {
    for (const language of LANGUAGES) expect(Object.keys(WORDS[language])).toEqual(Object.keys(WORDS.zh))
    for (const file of ['index.html', 'chatwoot.html']) {
      const page = readFileSync(join(ROOT, 'src/console', file), 'utf8')
      for (const [, word] of page.matchAll(/data-t="(\w+)"/g)) expect(WORDS.zh).toHaveProperty(word!)
    }
  })
})
