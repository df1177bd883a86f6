import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JSON_FORMATS, type Phrase, readPhraseList, writePhraseList } from '../../../src/scripts/index.ts'
import { phrases } from './phrases.ts'

/** What each interface can hold. */
const HELD: Record<string, readonly (keyof Phrase)[]> = {
  gorgias: ['title', 'group', 'language'],
  zendesk: ['title', 'group', 'isOff'],
  intercom: ['title'],
  chatwoot: ['code'],
  espanso: ['code', 'title'],
}

describe.each(JSON_FORMATS)('$id', (format) => {
  test('what is written is read again, whole', () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const own = list.map(({ extra: _, ...one }) => ({ ...one, extra: {} }))
        const text = JSON.stringify(writePhraseList(own, format))
        const found = readPhraseList(JSON.parse(text), format.id)!
        const held = (one: Phrase) =>
          Object.fromEntries(['text', ...HELD[format.id]!].map((name) => [name, one[name as keyof Phrase]]))
        expect(found.file.phrases.map(held)).toEqual(own.map(held))
      }),
    )
  })
})

test.each([
  [
    'zendesk',
    {
      macros: [
        {
          id: 1,
          title: '售后::退款',
          active: true,
          position: 3,
          actions: [
            { field: 'status', value: 'open' },
            { field: 'comment_value', value: ['channel:all', '好的 {{ticket.requester.name}}'] },
          ],
        },
      ],
    },
    { title: '退款', group: '售后', text: '好的 {{ticket.requester.name}}', extra: { id: '1', position: '3' } },
  ],
  [
    'zendesk',
    {
      macros: [
        { title: 'Hi', actions: [{ field: 'comment_value_html', value: '<p>Hello<br>there</p><p>A &amp; B</p>' }] },
      ],
    },
    { text: 'Hello\nthere\nA & B' },
  ],
  [
    'gorgias',
    {
      data: [
        {
          id: 2,
          name: 'ETA',
          intent: 'shipping/status',
          language: 'en',
          actions: [
            { name: 'addTags', arguments: { tags: 'a' } },
            { name: 'setResponseText', arguments: { body_text: 'Soon', body_html: '<b>Soon</b>' } },
          ],
        },
      ],
    },
    { title: 'ETA', group: 'shipping/status', language: 'en', text: 'Soon' },
  ],
  [
    'intercom',
    { type: 'macro', id: '9', name: 'Hi', body: '<p>Hello</p>', visible_to: 'everyone' },
    { title: 'Hi', text: 'Hello' },
  ],
  ['chatwoot', [{ id: 1, short_code: 'hi', content: '您好' }], { code: 'hi', text: '您好' }],
  [
    'espanso',
    { matches: [{ triggers: [':hi', ':hey'], replace: 'Hello', label: 'greet' }] },
    { code: ':hi', text: 'Hello', title: 'greet', extra: { triggers: '[":hi",":hey"]' } },
  ],
])('%s is known by its fields', (id, given, expected) => {
  const found = readPhraseList(given)!
  expect(found.format.id).toBe(id)
  expect(found.file).toMatchObject({ phrases: [expected], faults: [] })
})

test('an entry without text is a fault, and what is no list of phrases is none', () => {
  expect(
    readPhraseList([
      { short_code: 'a', content: '' },
      { short_code: 'b', content: 'x' },
    ])!.file.faults,
  ).toEqual([{ row: 1, kind: 'empty', message: 'it has no text' }])
  expect(readPhraseList({ a: 1 })).toBeUndefined()
  expect(readPhraseList('x')).toBeUndefined()
})
