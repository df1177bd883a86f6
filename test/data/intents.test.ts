/** The shipped training utterances: enough of every family, every topic, and none of the gold messages they are judged by. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { normalise, type Utterance } from '../../src/intents/index.ts'
import type { Locale } from '../../src/protocol/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics, readUtterances, type Topic } from '../../src/server/load/intents.ts'
import { readConversations } from '../e2e/conversation-file.ts'
import { multipliedFrames, nearDuplicates } from './near-duplicates.ts'

const LEAST: Readonly<Record<Locale, number>> = { zh: 60, en: 40, ko: 40 }
/** Shorter texts are common property: "有货吗" and "cancel my order" are said by everybody. */
const COMMON: Readonly<Record<Locale, number>> = { zh: 6, en: 18, ko: 6 }
/** Training takes this many utterances of a topic; a list that goes far beyond leaves lines unread. */
const USED = 300
/** Of the utterances of a language, this part may say what another of its topic says: 好的, 好的呀 and 哦好的 are all common. */
const REPEATED = 0.01
/** How often a sentence frame may stand under one topic with something else filled in. */
const FILLED = 4

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

/** Every message of a language that a figure is measured on. */
async function readJudged(locale: Locale): Promise<string[]> {
  const names = (await readdir(join(DATA, 'eval'))).filter((name) => name.startsWith(`${locale}-`))
  const files = await Promise.all(
    [...names, `bursts/${locale}.jsonl`].map((name) => readFile(join(DATA, 'eval', name), 'utf8')),
  )
  const rows: { text?: string; messages?: { text: string }[] }[] = files.flatMap((file) =>
    file
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )
  const scripted = (await readConversations(join(DATA, 'eval/conversations'))).flatMap((conversation) =>
    conversation.locale === locale ? conversation.turns.flatMap(({ shopper = [] }) => shopper) : [],
  )
  return [
    ...new Set([
      ...rows.flatMap(({ text, messages = [] }) => [text ?? [], ...messages.map((m) => m.text ?? [])].flat()),
      ...scripted.filter((line) => typeof line === 'string'),
    ]),
  ]
}

const shown = ({ text, topics: labels }: Utterance) => `${text} [${labels.join(', ')}]`

/** Neither names the other's family. */
function disagree(a: Utterance, b: Utterance): boolean {
  const names = (one: Utterance, family: string) => one.topics.some((topic) => familyOf(topic) === family)
  return !names(a, familyOf(b.topics[0]!)) && !names(b, familyOf(a.topics[0]!))
}

test('there are 23 families, each topic with its categories', () => {
  expect(new Set(topics.map(({ id }) => familyOf(id))).size).toBe(23)
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
})

describe.each(['zh', 'en', 'ko'] as const)('%s', (locale) => {
  let utterances: Utterance[]
  let judged: string[]
  /** Near-duplicates among the utterances and, after them, the judged messages. */
  let near: [number, number][]
  beforeAll(async () => {
    utterances = await readUtterances(join(DATA, 'intents'), locale, topics)
    judged = await readJudged(locale)
    near = nearDuplicates([...utterances.map(({ text }) => text), ...judged])
  }, 30_000)

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
  test('each text stands once', () => {
    const byForm = Map.groupBy(utterances, ({ text }) => formOf(text))
    expect([...byForm.values()].filter((same) => same.length > 1).map((same) => same.map(shown))).toEqual([])
  })
  test('near-duplicates do not contradict each other, and few stand under one topic', () => {
    const pairs = near.flatMap(([a, b]) => {
      const [one, other] = [utterances[a], utterances[b]]
      return one && other ? [[one, other] as const] : []
    })
    expect(pairs.filter(([a, b]) => disagree(a, b)).map((pair) => pair.map(shown))).toEqual([])
    const repeated = new Set(pairs.filter(([a, b]) => a.topics[0] === b.topics[0]).map(([, b]) => shown(b)))
    expect([...repeated].slice(Math.floor(utterances.length * REPEATED))).toEqual([])
  })
  test('no sentence is multiplied by a template', { timeout: 15_000 }, () => {
    const byTopic = Map.groupBy(utterances, ({ topics: labels }) => labels[0]!)
    expect(
      [...byTopic].flatMap(([topic, under]) =>
        multipliedFrames(
          under.map(({ text }) => text),
          FILLED,
        ).map(({ frame, texts }) => ({ topic, frame, texts })),
      ),
    ).toEqual([])
  })
  test('no topic has many more utterances than are used', () => {
    const sizes = Map.groupBy(utterances, ({ topics: labels }) => labels[0]!)
    expect([...sizes].filter(([, under]) => under.length > USED * 1.1).map(([topic]) => topic)).toEqual([])
  })
  test('nothing that is judged by is learned by heart, nor nearly so', () => {
    const learned = near
      .filter(([a, b]) => a < utterances.length && b >= utterances.length)
      .map(([a, b]) => [utterances[a]!.text, judged[b - utterances.length]!])
      .filter((pair) => pair.every((text) => formOf(text).length > COMMON[locale]))
    expect(judged.length).toBeGreaterThan(300)
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
