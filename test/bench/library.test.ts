import { describe, expect, test } from 'vitest'
import { makeLibrary } from '../../bench/library.ts'
import { makeMessages } from '../../bench/messages.ts'
import { createLibrary, type Script, ScriptRecord } from '../../src/scripts/index.ts'

const shipped: Script[] = [
  ['refund.apply', '{{you}}，退款{{refund.days}}到账，您留意下'],
  ['invoice.ask', '发票{{invoice.when}}开好，抬头发下就行'],
].map(([intent, open], i) => ({
  ...ScriptRecord.parse({
    id: `zh.${i}`,
    category: 'C79',
    intents: [intent],
    tier: 'answer',
    wordings: [{ open, short: '好的' }],
  }),
  locale: 'zh',
}))
const topics = ['refund.apply', 'invoice.ask', 'greeting.hello']

describe('makeLibrary', () => {
  test('gives valid scripts, evenly over the topics', () => {
    const scripts = makeLibrary(300, topics, shipped)
    expect(scripts).toHaveLength(300)
    for (const { locale: _, ...record } of scripts) expect(ScriptRecord.safeParse(record).success).toBe(true)
    for (const topic of topics) expect(scripts.filter(({ intents }) => intents.includes(topic))).toHaveLength(100)
    expect(createLibrary(scripts).size).toBe(300)
  })

  test('a topic speaks in its own clauses', () => {
    const refunds = makeLibrary(60, topics, shipped).filter(({ intents }) => intents[0] === 'refund.apply')
    expect(
      refunds.every(({ wordings }) => wordings.every(({ open }) => /退款|留意/.test(open) && !open.includes('发票'))),
    ).toBe(true)
  })

  test('texts vary; the same seed gives the same, another seed another library', () => {
    const texts = (seed: number) =>
      makeLibrary(300, topics, shipped, seed).flatMap(({ wordings }) => wordings.map(({ open }) => open))
    expect(new Set(texts(1)).size).toBeGreaterThan(500)
    expect(texts(1)).toEqual(texts(1))
    expect(texts(1)).not.toEqual(texts(2))
  })
})

test('makeMessages repeats with its seed and varies the utterances', () => {
  const utterances = [{ text: '多大码' }, { text: '包邮吗' }]
  const messages = makeMessages(500, utterances)
  expect(messages).toEqual(makeMessages(500, utterances))
  expect(messages).not.toEqual(makeMessages(500, utterances, 3))
  expect(messages.every((message) => /多大码|包邮吗/.test(message))).toBe(true)
  expect(new Set(messages).size).toBeGreaterThan(150)
})
