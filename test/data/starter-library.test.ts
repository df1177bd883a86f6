/** The shipped scripts against the shipped store: every one can be said somewhere, and what it says passes the guard under four personas. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGuard, type Guard } from '../../src/guard/index.ts'
import { type FactSource, PARTICLES, type Voice } from '../../src/policy/index.ts'
import type { Locale } from '../../src/protocol/index.ts'
import {
  createLibrary,
  type Entry,
  fill,
  type Library,
  lintLibrary,
  type Placed,
  plainVoice,
  type Template,
  voiced,
} from '../../src/scripts/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics, type Topic } from '../../src/server/load/intents.ts'
import { readRules } from '../../src/server/load/rules.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import { readStore, type StoreFiles } from '../../src/server/load/stores.ts'
import { factTable } from '../scripts/script.ts'
import { situations } from './situations.ts'

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']

let placed: Placed[]
let topics: Topic[]
let demo: StoreFiles
let guard: Guard
beforeAll(async () => {
  placed = await readScripts(join(DATA, 'scripts'))
  topics = await readTopics(join(DATA, 'intents'))
  demo = await readStore(join(DATA, 'stores/demo'), 'demo')
  guard = createGuard(await readRules(DATA))
})

test('the library has no fault: slots, ids, intents, reach, wordings, short forms, every topic answered', () => {
  const faults = lintLibrary(placed, { topics: topics.map(({ id }) => id), locales: LOCALES })
  expect(faults.map(({ file, line, scriptId, message }) => `${file}:${line} ${scriptId} ${message}`)).toEqual([])
})

test('a gift is never named without its condition', () => {
  const bare = placed.flatMap(({ script }) =>
    script.wordings
      .flatMap(({ open, short }) => [open, short])
      .filter((text) => text.includes('{{gift.name}}') && !text.includes('{{gift.condition}}'))
      .map((text) => `${script.id}: ${text}`),
  )
  expect(bare).toEqual([])
})

describe('size and shape of the starter library', () => {
  const counts = (locale: Locale) => {
    const own = placed.filter(({ script }) => script.locale === locale)
    const categories = new Map<string, number>()
    for (const { script } of own) categories.set(script.category, (categories.get(script.category) ?? 0) + 1)
    return { records: own.length, categories }
  }
  test('zh: at least 600 records, at least two for each of the 150 categories', () => {
    const { records, categories } = counts('zh')
    expect(records).toBeGreaterThanOrEqual(600)
    const all = Array.from({ length: 150 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
    expect(all.filter((category) => (categories.get(category) ?? 0) < 2)).toEqual([])
  })
  test.each(['en', 'ko'] as const)('%s: at least 150 records in 60 categories', (locale) => {
    const { records, categories } = counts(locale)
    expect(records).toBeGreaterThanOrEqual(150)
    expect(categories.size).toBeGreaterThanOrEqual(60)
  })
  test('every record has two wordings', () => {
    expect(placed.filter(({ script }) => script.wordings.length < 2).map(({ script }) => script.id)).toEqual([])
  })
})

function holds(entry: Entry, facts: FactSource): boolean {
  const { when } = entry.script
  const known = (slot: string) => facts.get(slot as Parameters<FactSource['get']>[0])
  return (
    Object.entries(when.is ?? {}).every(([slot, values]) => values.includes(String(known(slot)?.value))) &&
    (when.lacks ?? []).every((slot) => known(slot) === undefined) &&
    (when.knows ?? []).every((slot) => known(slot) !== undefined)
  )
}

/** The first situation in which a script can be said, both forms of both wordings. */
function sayable(entry: Entry, among: readonly FactSource[]): FactSource | undefined {
  return among.find(
    (facts) =>
      holds(entry, facts) &&
      entry.forms.every((form) => !('lacks' in fill(form.open, facts)) && !('lacks' in fill(form.short, facts))),
  )
}

describe.each(LOCALES)('%s scripts in the demo store', (locale) => {
  const entries = () =>
    createLibrary(placed.filter(({ script }) => script.locale === locale).map(({ script }) => script)).shelf(locale)
      .entries
  const personas: Record<string, Record<string, unknown>> = {
    'as shipped': {},
    'formal, without address word or smile': { you: '', emoji: 'none', formality: 'formal' },
    lively: {
      you: { zh: '客官', en: 'love', ko: '고객님' },
      self: { zh: '掌柜', en: 'we', ko: '저희' },
      smile: '😊',
      emoji: 'rich',
      particles: ['哈', '呀'],
      formality: 'casual',
    },
    'plain, with the agent’s name': {
      you: { zh: '您', en: '', ko: '고객님' },
      self: '{agent}',
      particles: [],
      slang: false,
    },
  }

  test('every script can be said in some situation', async () => {
    const among = await situations(demo.cards, locale, {})
    expect(
      entries()
        .filter((entry) => !sayable(entry, among))
        .map(({ script }) => script.id),
    ).toEqual([])
  })

  test.each(Object.keys(personas))('what they say passes the guard: %s', async (name) => {
    const among = await situations(demo.cards, locale, personas[name]!)
    const faults = entries().flatMap((entry) => {
      const facts = sayable(entry, among)
      if (!facts) return []
      return entry.forms.flatMap((form) =>
        [form.open, form.short].flatMap((template) => {
          const filled = fill(template, facts)
          if ('lacks' in filled) return []
          const { warnings } = guard.check(filled.text, {
            kind: 'fill',
            locale,
            uiLocale: 'en',
            channel: 'taobao',
            intents: entry.script.intents,
            printed: filled.printed,
            facts,
          })
          const serious = warnings.filter((warning) => warning.level !== 'hint')
          return serious.map((warning) => `${entry.script.id} ${warning.rule} ${warning.says}: ${filled.text}`)
        }),
      )
    })
    expect(faults).toEqual([])
  })
})

const someFact: FactSource['get'] = (slot) => {
  const text = slot === 'smile' ? '😊' : '某某'
  return { text, value: text, source: 'policy' }
}

describe('in another voice', () => {
  let library: Library
  beforeAll(() => {
    library = createLibrary(placed.map(({ script }) => script))
  })
  const voice = (locale: Locale, more: Partial<Voice> = {}): Voice => ({
    locale,
    isLively: false,
    isSlangAvoided: false,
    ...more,
  })
  const voices = (locale: Locale): Voice[] => [
    voice(locale, { formality: 'formal', particles: ['呢'] }),
    voice(locale, { formality: 'casual', particles: ['哈'] }),
    voice(locale, { particles: [] }),
    voice(locale, { particles: PARTICLES }),
  ]

  test.each(['zh', 'en', 'ko'] as const)('%s: slots stay, and what is said is known again in every voice', (locale) => {
    const faults: string[] = []
    for (const { script, forms } of library.shelf(locale).entries) {
      for (const template of forms.flatMap(({ open, short }) => [open, short])) {
        const text = (of: typeof template) =>
          of.map((part) => (typeof part === 'string' ? part : part.slot === 'smile' ? '😊' : '某')).join('')
        const plain = plainVoice(text(template), locale)
        for (const how of voices(locale)) {
          const other = voiced(template, how)
          const slots = (of: typeof template) => of.filter((part) => typeof part !== 'string')
          if (JSON.stringify(slots(other)) !== JSON.stringify(slots(template))) faults.push(`${script.id}: slots`)
          if (plainVoice(text(other), locale) !== plain)
            faults.push(`${script.id}: ${text(other)} | ${plainVoice(text(other), locale)} | ${plain}`)
        }
      }
    }
    expect(faults).toEqual([])
  })

  test('no Korean sentence loses its politeness', () => {
    const END = /(?:요|니다|니까|십시오|시오)$/
    const ends = (template: Template) =>
      template
        .map((part) => (typeof part === 'string' ? part : part.slot === 'smile' ? '.' : '某'))
        .join('')
        .split(/[.!?~,]/)
        .map((part) => END.test(part.trim()))
    for (const { forms } of library.shelf('ko').entries)
      for (const template of forms.flatMap(({ open, short }) => [open, short]))
        for (const formality of ['formal', 'casual'] as const)
          expect(ends(voiced(template, voice('ko', { formality })))).toEqual(ends(template))
  })

  test('an agent’s line is the script it was made of, in any voice', () => {
    const how = voice('zh', { particles: ['哈'], formality: 'formal' })
    const some = library.shelf('zh').entries.filter((_, i) => i % 8 === 0)
    const lost = some.flatMap(({ script, forms }) => {
      const texts = [factTable({}), { ...factTable({}), voice: how }].map((facts) => {
        const filled = fill(forms[0]!.open, { ...facts, get: someFact })
        return 'lacks' in filled ? '' : filled.text
      })
      const [plain, other] = texts.map((text) => library.said(text, 'zh').map(({ script: { id } }) => id))
      return JSON.stringify(plain) === JSON.stringify(other) ? [] : [`${script.id}: ${texts[1]} is ${other}`]
    })
    expect(some.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })
})
