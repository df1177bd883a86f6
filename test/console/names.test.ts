import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ACTIONS } from '../../src/protocol/index.ts'
import { ACTION_NAMES } from '../../src/server/ingest/action-names.ts'
import { FAMILIES, ACTIONS as NAMES_OF_ACTS } from '../../src/ui/names.ts'

const ROOT = join(import.meta.dirname, '../..')
const WORDS = join(ROOT, 'src/console/words')
const LANGUAGES = ['zh', 'en', 'ko'] as const

/** Every table of words there is, by file and name. */
const tables = (
  await Promise.all(
    readdirSync(WORDS).map(async (file) => {
      const module = (await import(join(WORDS, file))) as Record<string, unknown>
      return Object.entries(module)
        .filter(([, table]) => typeof table === 'object' && table !== null && 'zh' in table)
        .map(([name, table]) => [`${file} ${name}`, table as Record<string, unknown>] as const)
    }),
  )
).flat()

/** All texts in a table's part, however deep. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : []
}

describe('the page speaks every language', () => {
  test.each(LANGUAGES)('%s has a name for every act', (language) => {
    expect(Object.keys(NAMES_OF_ACTS[language]).sort()).toEqual([...ACTIONS].sort())
  })

  test('notes call acts as the page does', () => {
    expect(ACTION_NAMES).toEqual(NAMES_OF_ACTS)
  })

  test.each(LANGUAGES)('%s calls families what the intent data calls them', (language) => {
    const families = parse(readFileSync(join(ROOT, 'data/intents/topics.yaml'), 'utf8')) as Record<
      string,
      { name: Record<string, string> }
    >
    const expected = Object.fromEntries(Object.entries(families).map(([id, { name }]) => [id, name[language]]))
    expect(FAMILIES[language]).toEqual(expected)
  })

  test('there are words to check', () => {
    expect(tables.length).toBeGreaterThan(8)
  })

  test.each(tables)('%s: no word is missing in one of them, none is in another', (_, table) => {
    for (const language of LANGUAGES) {
      expect(Object.keys(table[language] as object)).toEqual(Object.keys(table.zh as object))
      const texts = textsIn(table[language])
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
      // a tour's order status and the like are values, not words
      const foreign = { zh: /\p{Script=Hangul}/u, en: /[\p{Script=Han}\p{Script=Hangul}]/u, ko: /\p{Script=Han}/u }[
        language
      ]
      expect(texts.filter((text) => foreign.test(text))).toEqual([])
    }
  })
})
