import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HuashuError, Message } from '../../../src/protocol/index.ts'
import { mapChatwoot } from '../../../src/server/ingest/chatwoot.ts'
import { FactsMapping } from '../../../src/server/ingest/mapping-record.ts'
import { payload } from './payload.ts'

const NOW = Date.parse('2026-11-22T02:10:00Z')
const SETTINGS = { account: 1, inboxes: [3] }
const map = (raw: unknown, settings: Parameters<typeof mapChatwoot>[1] = SETTINGS) => mapChatwoot(raw, settings, NOW)
const read = (name: string) => map(payload(`chatwoot-${name}`))
const AT = '2026-11-22T02:00:00.000Z'

describe('a message of the shopper', () => {
  test('is taken in, with who they are and who serves them', () => {
    expect(read('message-incoming')).toEqual({
      incoming: [
        {
          conversationId: '77',
          messages: [{ messageId: '1001', role: 'shopper', text: '165 110斤穿什么码', at: AT }],
          events: [],
          facts: { shopper: { id: 'member-7788', name: '陈女士' } },
          agent: { id: '12', name: '小满' },
        },
      ],
      ignored: [],
    })
  })

  test('is read in numbers too, as older servers tell it', () => {
    expect(read('message-incoming-numbers').incoming[0]!.messages).toEqual([
      { messageId: '1002', role: 'shopper', text: '能便宜点吗', at: AT },
    ])
  })

  test('brings each attachment by its kind; a place is told in words, an empty preview not at all', () => {
    const common = { role: 'shopper', at: AT }
    const url = (file: string) => ({ ref: { url: `https://chat.example/rails/${file}` } })
    expect(read('message-attachments').incoming[0]!.messages).toEqual([
      { ...common, messageId: '1010', text: '这个破了' },
      { ...common, messageId: '1010.1', kind: 'image', ...url('a.jpg') },
      { ...common, messageId: '1010.2', kind: 'voice', ...url('b.ogg') },
      { ...common, messageId: '1010.3', kind: 'video', ...url('c.mp4') },
      { ...common, messageId: '1010.4', kind: 'file', ...url('d.pdf') },
      { ...common, messageId: '1010.5', text: '杭州 30.25,120.16' },
      { ...common, messageId: '1010.6', kind: 'file', text: '王小姐' },
    ])
  })

  test('of a picture or a sticker alone keeps the id of the message', () => {
    const [image] = read('message-image-only').incoming[0]!.messages
    expect(image).toMatchObject({ messageId: '1011', kind: 'image', ref: { url: 'https://chat.example/rails/e.jpg' } })
    const [sticker] = read('message-sticker').incoming[0]!.messages
    expect(sticker).toMatchObject({ messageId: '1012', kind: 'sticker' })
  })

  test('longer than a message may be is cut between characters', () => {
    const long = { ...payload('chatwoot-message-incoming'), content: `${'码'.repeat(4_998)}😀😀😀` }
    const { text } = map(long).incoming[0]!.messages[0]!
    expect(Message.safeParse({ role: 'shopper', text }).success).toBe(true)
    expect(text!.startsWith('码'.repeat(4_998))).toBe(true)
  })

  test('names that Chatwoot gives to strangers are not the shopper’s', () => {
    const sender = { ...payload('chatwoot-message-incoming').sender, name: 'quiet-shadow-98', identifier: null }
    const { facts } = map({ ...payload('chatwoot-message-incoming'), contact: sender }).incoming[0]!
    expect(facts).toEqual({ shopper: { id: '901' } })
  })

  test('facts are found where the store’s settings say', () => {
    const facts = FactsMapping.parse({
      'order.id': 'conversation.custom_attributes.order_id',
      'order.status': { path: 'conversation.custom_attributes.order_state', values: { 已付款: 'paid' } },
    })
    expect(map(payload('chatwoot-message-incoming'), { ...SETTINGS, facts }).incoming[0]!.facts).toEqual({
      shopper: { id: 'member-7788', name: '陈女士' },
      order: { id: '202611220001', status: 'paid' },
    })
  })
})

describe('who speaks', () => {
  test.each([
    ['message-outgoing', 'agent', { id: '12', name: '小满' }],
    ['message-template', 'bot', undefined],
    ['message-activity', 'system', undefined],
    ['message-automation', 'bot', undefined],
    ['message-bot', 'bot', undefined],
  ])('%s is %s', (name, role, agent) => {
    const [message] = read(name).incoming[0]!.messages
    expect([message!.role, message!.agent]).toEqual([role, agent])
  })

  test('what is typed on the phone beside Chatwoot is the agent’s', () => {
    const echo = { ...payload('chatwoot-message-outgoing'), sender: null, content_attributes: { external_echo: true } }
    expect(map(echo).incoming[0]!.messages[0]!.role).toBe('agent')
  })
})

describe('means nothing to a conversation', () => {
  const incoming = payload('chatwoot-message-incoming')
  test.each([
    ['a private note', payload('chatwoot-message-private')],
    ['our own note', payload('chatwoot-message-our-note')],
    ['what we marked, should it ever be public', { ...payload('chatwoot-message-our-note'), private: false }],
    ['another account', { ...incoming, account: { id: 2 } }],
    ['another inbox', { ...incoming, inbox: { id: 4 } }],
    ['no inbox, where inboxes are named', { ...payload('chatwoot-conversation-created'), inbox_id: null }],
    [
      'a conversation of another account',
      { ...payload('chatwoot-conversation-created'), messages: [{ account_id: 9 }] },
    ],
    ['an empty message', { ...incoming, content: ' ' }],
    ['a kind of message nobody knows', { ...incoming, message_type: 9 }],
    ['a delivery report', payload('chatwoot-message-delivered')],
    ['the agent’s message deleted', { ...payload('chatwoot-message-deleted'), message_type: 'outgoing' }],
    ['a status that ends nothing', payload('chatwoot-conversation-pending')],
    ['a visitor without a conversation', payload('chatwoot-webwidget-triggered')],
    ['a contact', payload('chatwoot-contact-created')],
    ['typing', payload('chatwoot-typing-on')],
    ['an event of a later version', { event: 'galaxy_merged' }],
    ['a name every object has', { event: 'constructor' }],
  ])('%s', (_name, raw) => {
    const { incoming, ignored } = map(raw)
    expect(incoming).toEqual([])
    expect(ignored).toHaveLength(1)
  })
})

describe('what happens', () => {
  test('a conversation tells who the shopper is and who serves them', () => {
    const news = { conversationId: '77', messages: [], events: [], agent: { id: '12', name: '小满' } }
    const facts = { shopper: { id: 'member-7788', name: '陈女士' } }
    for (const name of ['conversation-created', 'conversation-updated', 'webwidget-returning'])
      expect(read(name)).toEqual({ incoming: [{ ...news, facts }], ignored: [] })
  })

  test('a resolved conversation is closed, once per time it is resolved', () => {
    const { events } = read('conversation-resolved').incoming[0]!
    expect(events).toEqual([
      {
        event: {
          eventId: 'chatwoot-resolved-77-2026-11-22T02:03:20.500Z',
          type: 'conversation_closed',
          at: '2026-11-22T02:03:20.500Z',
        },
        isUntimed: false,
      },
    ])
  })

  test('a rating is the answer to the survey; what it says in words stays there', () => {
    const { events } = read('message-rated').incoming[0]!
    expect(events).toMatchObject([
      { event: { eventId: 'chatwoot-csat-1013-5', type: 'rating_given', data: { score: 5 } }, isUntimed: true },
    ])
    expect(JSON.stringify(events)).not.toContain('很耐心')
  })

  test('a message taken back is recalled', () => {
    expect(read('message-deleted').incoming[0]!.messages).toEqual([
      { messageId: '1001.recall', role: 'shopper', kind: 'recall', ref: { id: '1001' } },
    ])
  })
})

describe('what cannot be read is refused by its field', () => {
  const incoming = payload('chatwoot-message-incoming')
  test.each([
    ['body', []],
    ['body', 'text'],
    ['body.event', {}],
    ['body.id', { ...incoming, id: undefined }],
    ['body.id', { ...incoming, id: 1.5 }],
    ['body.id', { ...incoming, id: '1; drop' }],
    ['body.content', { ...incoming, content: { html: 1 } }],
    ['body.conversation', { ...incoming, conversation: null }],
    ['body.conversation.id', { ...incoming, conversation: { id: '../../admin' } }],
    ['body.attachments', { ...incoming, attachments: Array.from({ length: 51 }, () => ({})) }],
  ])('%s', (path, raw) => {
    expect(() => map(raw)).toThrow(expect.objectContaining({ code: 'bad_request' }))
    try {
      map(raw)
    } catch (error) {
      expect((error as HuashuError).details[0]!.path).toBe(path)
    }
  })

  test('whatever is in a webhook, it is mapped or refused by name', () => {
    const field = fc.constantFrom(...Object.keys(incoming))
    fc.assert(
      fc.property(field, fc.jsonValue({ maxDepth: 3 }), (name, value) => {
        try {
          for (const { messages } of map({ ...incoming, [name]: value }).incoming)
            for (const message of messages) expect(Message.safeParse(message).success).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(HuashuError)
          expect((error as HuashuError).code).toBe('bad_request')
        }
      }),
      { numRuns: 500 },
    )
  })
})
