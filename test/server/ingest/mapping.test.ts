import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HuashuError, Message } from '../../../src/protocol/index.ts'
import { mapByRules } from '../../../src/server/ingest/mapping.ts'
import { MappingRecord } from '../../../src/server/ingest/mapping-record.ts'
import { readMapping } from '../../../src/server/ingest/read-sources.ts'
import { PAYLOADS, payload } from './payload.ts'

const NOW = Date.parse('2026-11-22T02:10:00Z')
let acme: MappingRecord
beforeAll(async () => {
  acme = await readMapping(join(PAYLOADS, 'acme.yaml'))
})
const map = (raw: unknown) => mapByRules(acme.rules, raw, NOW)

/** What one rule makes of a body. */
function mapOne(rule: object, raw: unknown) {
  const { rules } = MappingRecord.parse({ auth: { kind: 'key' }, rules: [rule] })
  return mapByRules(rules, raw, NOW)
}
const MESSAGE = { conversation: 'c', message: { id: 'id', role: { const: 'shopper' }, text: 'text' } }
const at = (value: object) => ({ ...MESSAGE, message: { ...MESSAGE.message, at: value } })

describe('a mapping', () => {
  test('says the messages of a list in our words, with ids made of what is there', () => {
    const agent = { id: '9', name: 'Mia' }
    expect(map(payload('acme-messages'))).toEqual({
      incoming: [
        {
          conversationId: '4711',
          agent,
          messages: [
            { messageId: '4711-1', role: 'shopper', text: '能便宜点吗', at: '2026-11-22T02:00:00.000Z' },
            { messageId: '4711-2', role: 'agent', text: '亲 已经是活动价了', at: '2026-11-22T02:00:30.000Z' },
            {
              messageId: '4711-3',
              role: 'shopper',
              kind: 'image',
              ref: { url: 'https://acme.example/1.jpg' },
              at: '2026-11-22T02:01:00.000Z',
            },
          ],
          events: [],
        },
      ],
      ignored: [],
    })
  })

  test('brings events and facts, by a table of words; times without an offset are read with its own', () => {
    const event = {
      eventId: 'A-77-PAID',
      type: 'order_paid',
      at: '2026-11-22T02:05:00.000Z',
      data: { amountFen: 5900 },
    }
    expect(map(payload('acme-order')).incoming).toEqual([
      {
        conversationId: '4711',
        messages: [],
        events: [{ event, isUntimed: false }],
        facts: { order: { id: 'A-77', status: 'paid' } },
      },
    ])
  })

  test('leaves alone what no rule is for', () => {
    for (const raw of [payload('acme-other'), {}, [], null, 'text', { type: 'chat', lines: 'none' }])
      expect(map(raw)).toEqual({ incoming: [], ignored: [expect.any(String)] })
  })
})

test('a rule may be for some elements of a list only; several rules may hold for one body', () => {
  const { rules } = MappingRecord.parse({
    auth: { kind: 'key' },
    rules: [
      { ...MESSAGE, when: { v: [1, 2] }, each: 'all', where: { kind: 'msg' }, conversation: '$.c' },
      { when: { v: 1 }, conversation: 'c', facts: { 'shopper.level': 'level' } },
    ],
  })
  const all = [{ kind: 'msg', id: 1, text: '在吗' }, { kind: 'ping' }]
  const news = { conversationId: '5', messages: [{ messageId: '1', role: 'shopper', text: '在吗' }], events: [] }
  const facts = { shopper: { level: 'gold' } }
  expect(mapByRules(rules, { v: 1, c: 5, level: 'gold', all }, NOW).incoming).toEqual([{ ...news, facts }])
  expect(mapByRules(rules, { v: '2', c: 5, level: 'gold', all }, NOW).incoming).toEqual([news])
  expect(mapByRules(rules, { v: 3, c: 5, level: 'gold', all }, NOW).incoming).toEqual([])
})

describe('values', () => {
  const textOf = (value: unknown, raw: object) =>
    mapOne({ ...MESSAGE, message: { ...MESSAGE.message, text: value } }, { c: 1, id: 2, ...raw }).incoming[0]!
      .messages[0]!.text

  test.each([
    ['a.b[1].c', { a: { b: [{}, { c: '在吗' }] } }],
    ['a.b[-1].c', { a: { b: [{}, { c: '在吗' }] } }],
    ['$.a.名', { a: { 名: '在吗' } }],
    [{ path: 'a', default: '在吗' }, {}],
    [{ path: 'a', default: '在吗' }, { a: null }],
    [{ path: 'a', values: { x: '在吗' } }, { a: 'x' }],
    [{ path: 'a', values: { x: '不在' }, default: '在吗' }, { a: 'toString' }],
    [{ const: '在吗' }, {}],
  ])('%j', (value, raw) => {
    expect(textOf(value, raw)).toBe('在吗')
  })

  test('see only what the JSON itself holds', () => {
    for (const path of ['a.constructor.name', 'a.length', 'a.toString', 'constructor.name'])
      expect(() => textOf(path, { a: {} })).toThrow(/needs a text/)
  })

  test.each([
    [{ path: 't', time: 's' }, 1_795_312_800],
    [{ path: 't', time: 's' }, '1795312800'],
    [{ path: 't', time: 'ms' }, 1_795_312_800_000],
    [{ path: 't', time: 'iso' }, '2026-11-22T10:00:00+08:00'],
    [{ path: 't', time: 'iso', offset: '+08:00' }, '2026-11-22 10:00:00'],
    [{ path: 't', time: 'iso', offset: '+08:00' }, '2026-11-22T02:00:00Z'],
  ])('a time as %j', (value, t) => {
    const { messages } = mapOne(at(value), { c: 1, id: 2, text: '在吗', t }).incoming[0]!
    expect(messages[0]!.at).toBe('2026-11-22T02:00:00.000Z')
  })

  test.each([
    [{ path: 't', time: 's' }, 'soon'],
    [{ path: 't', time: 's' }, ''],
    [{ path: 't', time: 's' }, -1],
    [{ path: 't', time: 's' }, 1_795_312_800_000],
    [{ path: 't', time: 'iso' }, '2026-11-22 10:00:00'],
    [{ path: 't', time: 'iso', offset: '+08:00' }, '22.11.2026'],
    [{ path: 't', time: 'ms' }, {}],
  ])('%j is refused for %j', (value, t) => {
    expect(() => mapOne(at(value), { c: 1, id: 2, text: '在吗', t })).toThrow(/^body\.t: no time/)
  })
})

describe('what cannot be taken in is named by where it stands', () => {
  const lines = { type: 'chat', talk: { no: 1 } }
  test.each([
    [
      'body.lines[1].body',
      {
        ...lines,
        lines: [
          { seq: 1, who: 'buyer', body: '好' },
          { seq: 2, who: 'buyer', body: {} },
        ],
      },
    ],
    ['body.lines[0].body', { ...lines, lines: [{ seq: 1, who: 'buyer', body: ' ' }] }],
    ['body.talk.no + body.lines[0].seq', { ...lines, lines: [{ who: 'buyer', body: '好' }] }],
    ['body.talk.no', { type: 'chat', lines: [{ seq: 1, who: 'buyer', body: '好' }] }],
    ['body.talk.no', { ...lines, talk: { no: 'x'.repeat(201) }, lines: [{ seq: 1, who: 'buyer', body: '好' }] }],
    ['body.lines', { ...lines, lines: Array.from({ length: 201 }, () => ({})) }],
    ['body.order.at', { ...payload('acme-order'), order: { no: 1, state: 'PAID', at: 'noon' } }],
  ])('%s', (path, raw) => {
    try {
      map(raw)
      expect.unreachable()
    } catch (error) {
      expect((error as HuashuError).details[0]!.path).toBe(path)
    }
  })

  test('whatever the body, it is mapped or refused by name', () => {
    const line = fc.record(
      { seq: fc.jsonValue(), who: fc.jsonValue(), what: fc.jsonValue(), body: fc.jsonValue(), ts: fc.jsonValue() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(line, { maxLength: 4 }), (talk, lines) => {
        try {
          for (const { messages } of map({ type: 'chat', talk: { no: talk }, lines }).incoming)
            for (const message of messages) expect(Message.safeParse(message).success).toBe(true)
        } catch (error) {
          expect((error as HuashuError).code).toBe('bad_request')
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a mapping that says nothing sensible is refused when it is read', () => {
  test.each([
    ['a path that is none', { ...MESSAGE, conversation: 'a..b' }],
    ['code', { ...MESSAGE, conversation: 'a[b.length - 1]' }],
    ['a role nobody has', { ...MESSAGE, message: { ...MESSAGE.message, role: { const: 'boss' } } }],
    [
      'a table that leads to no role',
      { ...MESSAGE, message: { ...MESSAGE.message, role: { path: 'r', values: { a: 'x' } } } },
    ],
    ['an unknown field', { ...MESSAGE, message: { ...MESSAGE.message, mood: 'x' } }],
    ['an offset without a time', at({ path: 't', offset: '+08:00' })],
    ['a table and a time', at({ path: 't', time: 's', values: { a: 'b' } })],
    ['a rule that brings nothing', { conversation: 'c' }],
    ['a fact that reaches into objects', { conversation: 'c', facts: { '__proto__.x': 'a' } }],
    ['an event nobody knows', { conversation: 'c', event: { id: 'i', type: { const: 'party' } } }],
  ])('%s', (_name, rule) => {
    expect(MappingRecord.safeParse({ auth: { kind: 'key' }, rules: [rule] }).success).toBe(false)
  })

  test('a signed time that nobody checks, or one that is checked unsigned', () => {
    const hmac = { kind: 'hmac', header: 'x-s' }
    const timestamp = { header: 'x-t' }
    const isRead = (auth: object) => MappingRecord.safeParse({ auth, rules: [MESSAGE] }).success
    expect(isRead({ ...hmac, timestamp })).toBe(false)
    expect(isRead({ ...hmac, signs: '{timestamp}.{body}' })).toBe(false)
    expect(isRead({ ...hmac, signs: 'nothing' })).toBe(false)
    expect(isRead({ ...hmac, timestamp, signs: '{timestamp}.{body}' })).toBe(true)
  })
})
