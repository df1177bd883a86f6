/** The golden sets: turns that matter, with the replies an agent should see first, in order, and why each belongs there. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { Facts, Message, OrderFacts } from '../../src/protocol/index.ts'
import { type SuggestDeps, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'

const NOW = '2026-11-24T10:00:00+08:00'

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'), { merge: true })
const ORDERS = z.record(z.string(), OrderFacts).parse(read('orders.yaml'))

/** `order` names one of `orders.yaml`; `persona: formal` is a store without pet names and smiles. */
const Turn = z.strictObject({
  name: z.string(),
  messages: z.array(Message).min(1).max(5),
  order: z.enum(Object.keys(ORDERS)).optional(),
  facts: Facts.optional(),
  now: z.iso.datetime({ offset: true }).default(NOW),
  persona: z.literal('formal').optional(),
  expect: z
    .array(z.strictObject({ id: z.string(), because: z.string().min(10) }))
    .min(1)
    .max(3),
})
type Turn = z.infer<typeof Turn>

const SETS = (['zh', 'en', 'ko'] as const).map((locale) => ({
  locale,
  turns: z.strictObject({ turns: z.array(Turn) }).parse(read(`${locale}.yaml`)).turns,
}))
const LEAST = { zh: 60, en: 20, ko: 20 }

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

function formal({ store, ...rest }: SuggestDeps): SuggestDeps {
  const persona = { ...store.persona, you: [{ value: '' }], smile: [{ value: '' }] }
  return { ...rest, store: { ...store, persona } }
}

function answer(turn: Turn, locale: 'zh' | 'en' | 'ko') {
  const order = turn.order === undefined ? undefined : ORDERS[turn.order]
  const facts = { ...turn.facts, ...(order ? { order } : {}) }
  return suggest(
    {
      turnId: 'golden',
      messages: turn.messages,
      because: turn.messages.at(-1)!.role === 'agent' ? 'agent_reply' : 'message',
      channel: 'taobao',
      agent: { id: '01', name: '小满' },
      roles: ['agent', 'aftersale'],
      facts,
      locale,
      uiLocale: 'en',
      limit: 3,
      now: Date.parse(turn.now),
    },
    turn.persona ? formal(deps) : deps,
  )
}

describe.each(SETS)('$locale', ({ locale, turns }) => {
  test(`at least ${LEAST[locale]} turns, each with a name of its own`, () => {
    expect(turns.length).toBeGreaterThanOrEqual(LEAST[locale])
    expect(new Set(turns.map(({ name }) => name)).size).toBe(turns.length)
  })
  test.each(turns)('$name', (turn) => {
    const { suggestions } = answer(turn, locale)
    expect(suggestions.map(({ scriptId }) => scriptId)).toEqual(turn.expect.map(({ id }) => id))
    if (turn.persona) expect(suggestions.map(({ text }) => text).join('\n')).not.toMatch(/亲|\/:|😊/)
  })
})
