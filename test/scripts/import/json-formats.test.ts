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

const words = fc.stringMatching(/^[\u4e00-\u4e20a-z<&"' ]{0,6}$/).map((said) => `好${said}好`)
const beside = fc.dictionary(fc.constantFrom('id', 'position', 'restriction', 'tags', 'uri'), fc.jsonValue(), {
  maxKeys: 3,
})
const others = fc.array(fc.record({ field: fc.constant('status'), name: fc.constant('addTags'), value: words }), {
  maxLength: 2,
})
const html = words.map((said) => `<p>${said.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
/** Entries as each interface gives them out, with more in them than a phrase holds. */
const ENTRIES: Record<string, fc.Arbitrary<object>> = {
  gorgias: fc
    .tuple(
      beside,
      fc.record({ name: words, intent: fc.constantFrom(null, 'order/cancel'), language: fc.constantFrom(null, 'en') }),
      fc.record({ name: fc.constant('setResponseText'), arguments: fc.record({ body_text: words, body_html: html }) }),
      others,
    )
    .map(([rest, known, answer, more]) => ({ ...rest, ...known, actions: [...more, answer] })),
  zendesk: fc
    .tuple(
      beside,
      fc.record({ title: fc.constantFrom('退款', '售后::退款', 'a::b::c'), active: fc.boolean() }),
      fc.oneof(
        fc.record({ field: fc.constant('comment_value'), value: fc.tuple(fc.constant('channel:all'), words) }),
        fc.record({ field: fc.constant('comment_value'), value: words }),
        fc.record({ field: fc.constant('comment_value_html'), value: html }),
      ),
      others,
    )
    .map(([rest, known, answer, more]) => ({ ...rest, ...known, actions: [answer, ...more] })),
  intercom: fc
    .tuple(beside, fc.record({ name: words, body: html, body_text: words }, { requiredKeys: ['name', 'body'] }))
    .map(([rest, known]) => ({ ...rest, ...known, type: 'macro' })),
  chatwoot: fc.tuple(beside, fc.record({ short_code: words, content: words })).map(([a, b]) => ({ ...a, ...b })),
  espanso: fc
    .tuple(
      beside,
      fc.oneof(fc.record({ trigger: words }), fc.record({ triggers: fc.array(words, { minLength: 1, maxLength: 3 }) })),
      fc.record({ replace: words, label: words }, { requiredKeys: ['replace'] }),
    )
    .map(([rest, called, said]) => ({ ...rest, ...called, ...said })),
}

describe.each(JSON_FORMATS)('$id: an entry', (format) => {
  const entryOf = (list: unknown) => Object.values(list as Record<string, unknown[]>)[0]![0]
  const read = (entry: object) => readPhraseList([entry], format.id)!.file.phrases[0]!

  test('comes back with everything that stood in it', () => {
    fc.assert(
      fc.property(ENTRIES[format.id]!, (entry) => {
        expect(JSON.parse(JSON.stringify(entryOf(writePhraseList([read(entry)], format))))).toEqual(
          JSON.parse(JSON.stringify(entry)),
        )
      }),
    )
  })

  test('says what it was changed to', () => {
    fc.assert(
      fc.property(ENTRIES[format.id]!, (entry) => {
        const changed = { ...read(entry), text: '改过 <b> & "\n第二行' }
        expect(read(entryOf(writePhraseList([changed], format)) as object)).toMatchObject({
          text: changed.text,
          title: changed.title,
        })
      }),
    )
  })
})

test('what is no entry is told, and the others keep their places', () => {
  expect(readPhraseList(['x', { short_code: 'a', content: '在' }])!.file).toMatchObject({
    phrases: [{ row: 2 }],
    faults: [{ row: 1 }],
  })
})
