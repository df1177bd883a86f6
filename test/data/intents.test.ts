/** The shipped training utterances: enough of every family, every topic, and none of the gold messages they are judged by. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { normalise, type Utterance } from '../../src/intents/index.ts'
import type { Locale } from '../../src/protocol/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics, readUtterances, type Topic } from '../../src/server/load/intents.ts'

const LEAST: Readonly<Record<Locale, number>> = { zh: 60, en: 40, ko: 40 }
/** Shorter texts are common property: "有货吗" is said by everybody. */
const COMMON = 6

let topics: Topic[]
beforeAll(async () => {
  topics = await readTopics(join(DATA, 'intents'))
})

const familyOf = (topic: string) => topic.split('.')[0]!
const formOf = (text: string) => normalise(text).text

async function readGold(locale: Locale): Promise<{ id: string; text: string; intent: string; alt: string[] }[]> {
  const lines = await readFile(join(DATA, `eval/${locale}-gold.jsonl`), 'utf8')
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('there are 23 families, each topic with its categories', () => {
  expect(new Set(topics.map(({ id }) => familyOf(id))).size).toBe(23)
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
})

describe.each(['zh', 'en', 'ko'] as const)('%s', (locale) => {
  let utterances: Utterance[]
  beforeAll(async () => {
    utterances = await readUtterances(join(DATA, 'intents'), locale, topics)
  })

  test(`at least ${LEAST[locale]} utterances per family`, () => {
    const sizes = new Map(topics.map(({ id }) => [familyOf(id), 0]))
    for (const { topics: labels } of utterances) sizes.set(familyOf(labels[0]!), sizes.get(familyOf(labels[0]!))! + 1)
    expect([...sizes].filter(([, size]) => size < LEAST[locale])).toEqual([])
  })
  test('every topic has utterances', () => {
    const present = new Set(utterances.map(({ topics: labels }) => labels[0]))
    expect(topics.map(({ id }) => id).filter((id) => !present.has(id))).toEqual([])
  })
  test('no utterance is empty once it is folded', () => {
    expect(utterances.filter(({ text }) => formOf(text) === '').map(({ text }) => text)).toEqual([])
  })
  test('the gold messages are not learned by heart', async () => {
    const gold = new Set((await readGold(locale)).map(({ text }) => formOf(text)))
    const learned = utterances.map(({ text }) => formOf(text)).filter((text) => text.length > COMMON && gold.has(text))
    expect(learned).toEqual([])
  })
  test('the gold labels are known, each message once', async () => {
    const known = new Set(topics.flatMap(({ id }) => [id, familyOf(id)]))
    const gold = await readGold(locale)
    expect(
      gold.filter(({ intent, alt }) => ![intent, ...alt].every((label) => known.has(label))).map(({ id }) => id),
    ).toEqual([])
    expect(new Set(gold.map(({ id }) => id)).size).toBe(gold.length)
    expect(new Set(gold.map(({ text }) => text)).size).toBe(gold.length)
  })
})
