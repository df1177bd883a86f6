/** Our own messages labelled for mood, register, haggling, buying and types: their shape, and how well the held-out half is heard. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { MoodRow, moodScoresOf, parseRows } from '../../src/insight/index.ts'
import { analyse, normalise } from '../../src/intents/index.ts'
import type { Locale } from '../../src/protocol/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics, readUtterances } from '../../src/server/load/intents.ts'
import { trainedEngine } from '../trained-engine.ts'

const LEAST: Readonly<Record<Locale, number>> = { zh: 240, en: 100, ko: 80 }
/** Shorter texts are common property, in characters. */
const COMMON: Readonly<Record<Locale, number>> = { zh: 6, en: 16, ko: 8 }

let rows: MoodRow[]
beforeAll(async () => {
  const parsed = await Promise.all(
    Object.keys(LEAST).map(async (locale) =>
      parseRows(await readFile(join(DATA, `eval/${locale}-mood.jsonl`), 'utf8'), MoodRow),
    ),
  )
  expect(parsed.flatMap(({ faults }) => faults)).toEqual([])
  rows = parsed.flatMap((set) => set.rows)
})

describe.each(['zh', 'en', 'ko'] as const)('%s', (locale) => {
  const own = () => rows.filter((row) => row.locale === locale)
  test(`at least ${LEAST[locale]} messages, each once, half of them held out, most of them neutral`, () => {
    expect(own().length).toBeGreaterThanOrEqual(LEAST[locale])
    expect(new Set(own().map(({ id }) => id)).size).toBe(own().length)
    const said = own().map(({ text, before }) => JSON.stringify([text, before]))
    expect(new Set(said).size).toBe(said.length)
    expect(own().filter(({ part }) => part === 'held').length).toBeGreaterThanOrEqual(Math.floor(own().length / 2))
    expect(own().filter(({ mood }) => mood === 'calm').length).toBeGreaterThan(own().length / 2)
  })
  test('none is learned by heart', async () => {
    const utterances = await readUtterances(join(DATA, 'intents'), locale, await readTopics(join(DATA, 'intents')))
    const learned = new Set(utterances.map(({ text }) => normalise(text).text))
    const forms = own().map(({ text }) => normalise(text).text)
    expect(forms.filter((form) => form.length > COMMON[locale] && learned.has(form))).toEqual([])
  })
})

test('the held-out half is heard', async () => {
  const { analyse: deps } = (await trainedEngine()).deps('demo')
  const held = rows.filter(({ part }) => part === 'held')
  const scores = moodScoresOf(held, (messages, before) => analyse(messages, before, deps).state)
  expect(scores.mood.accuracy).toBeGreaterThan(0.87)
  expect(scores.mood.macroF1).toBeGreaterThan(0.83)
  expect(scores.register.macroF1).toBeGreaterThan(0.9)
  expect(scores.haggle.macroF1).toBeGreaterThan(0.75)
  expect(scores.buying.f1).toBeGreaterThan(0.75)
  expect(scores.types.f1).toBeGreaterThan(0.85)
})
