import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MappingRecord } from '../../../src/server/ingest/mapping-record.ts'
import { mappedSource } from '../../../src/server/ingest/source.ts'
import type { Database } from '../../../src/server/ports.ts'
import { gatewayUnderTest, KEY, keyOf } from '../gateway-under-test.ts'
import { PAYLOADS, payload } from '../ingest/payload.ts'
import { chatwoot, SECRET, webhook } from '../ingest/webhook.ts'

const LOCAL = { host: 'localhost:8080', 'content-type': 'application/json' }
const TALK = { store: 'demo', channel: 'chatwoot', conversationId: '77' }
const ACME = MappingRecord.parse(parse(readFileSync(join(PAYLOADS, 'acme.yaml'), 'utf8')))
const incoming = payload('chatwoot-message-incoming')
const said = (id: number, content: string, more: object = {}) => ({ ...incoming, id, content, ...more })

const send = async (app: FastifyInstance, request: ReturnType<typeof webhook>) => {
  const response = await app.inject(request)
  return { status: response.statusCode, ...response.json() }
}

describe('a webhook of Chatwoot', () => {
  test('is durable when it is answered, and suggestions are there', async () => {
    const { app, gateway, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    expect(await send(app, webhook(incoming))).toEqual({
      status: 200,
      messages: 1,
      events: 0,
      facts: 1,
      duplicates: 0,
      ignored: [],
    })
    const records = await database.conversation(TALK)
    expect(records.map(({ kind }) => kind).sort()).toEqual(['facts', 'message'])
    await gateway.conversations.use(TALK, ({ current, desk, facts }) => {
      expect(current?.frame.toString()).toContain('re:165 110斤穿什么码')
      expect(desk.agent).toEqual({ id: '12', name: '小满' })
      expect(facts?.shopper?.name).toBe('陈女士')
    })
  })

  test('sent again is taken in once: by its delivery, and by its ids when the delivery is another', async () => {
    const { app, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    await send(app, webhook(incoming, { delivery: 'one' }))
    expect(await send(app, webhook(incoming, { delivery: 'one' }))).toMatchObject({ status: 200, duplicates: 1 })
    expect(await send(app, webhook(incoming, { delivery: 'two' }))).toMatchObject({ status: 200, duplicates: 1 })
    // the number of a delivery is not signed: it hides no other webhook
    expect(await send(app, webhook(said(3, '别的'), { delivery: 'one' }))).toMatchObject({ messages: 1, duplicates: 0 })
    const both = await Promise.all([said(2, '在吗'), said(2, '在吗')].map((body) => send(app, webhook(body))))
    expect(both.map(({ duplicates }) => duplicates).sort()).toEqual([0, 1])
    const messages = (await database.conversation(TALK)).filter(({ kind }) => kind === 'message')
    expect(messages).toHaveLength(3)
  })

  test('with the id of another message is a conflict, and nothing of it is stored', async () => {
    const { app, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    await send(app, webhook(incoming))
    const before = await database.conversation(TALK)
    const other = {
      ...said(1001, '别的话'),
      sender: { ...incoming.sender, name: '王女士' },
      conversation: { ...incoming.conversation, meta: {} },
    }
    expect(await send(app, webhook(other))).toMatchObject({ status: 409, error: { code: 'id_conflict' } })
    expect(await database.conversation(TALK)).toEqual(before)
  })

  test('the events of a conversation are taken in once, a rating also with another time', async () => {
    const { app, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    for (const name of ['chatwoot-conversation-resolved', 'chatwoot-message-rated']) {
      expect(await send(app, webhook(payload(name)))).toMatchObject({ events: 1, duplicates: 0 })
      expect(await send(app, webhook(payload(name)))).toMatchObject({ events: 1, duplicates: 1 })
    }
    const events = (await database.conversation(TALK)).filter(({ kind }) => kind === 'event')
    expect(events.map(({ body }) => (body as { type: string }).type)).toEqual(['conversation_closed', 'rating_given'])
  })

  test('that says nothing to a conversation is acknowledged', async () => {
    const { app, database } = await gatewayUnderTest({ sources: [chatwoot({ inboxes: [3] })] })
    const others = ['message-private', 'message-our-note', 'contact-created', 'typing-on'].map((name) =>
      payload(`chatwoot-${name}`),
    )
    for (const body of [
      ...others,
      said(5, '在吗', { account: { id: 9 } }),
      said(6, '在吗', { inbox: { id: 8 } }),
      { event: 'new' },
    ])
      expect(await send(app, webhook(body))).toMatchObject({ status: 200, messages: 0, ignored: [expect.any(String)] })
    expect(await database.conversation(TALK)).toEqual([])
  })

  test('an agent’s line that their own client has told already is not taken in twice', async () => {
    const { app, gateway, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    await send(app, webhook(incoming))
    const at = payload('chatwoot-message-outgoing').created_at
    const own = { messageId: 'client-1', role: 'agent' as const, text: '亲 建议您拍M码哦', at }
    await gateway.conversations.use(TALK, (conversation) => gateway.intake.message(conversation, own).stored)
    const echo = payload('chatwoot-message-outgoing')
    expect(await send(app, webhook(echo))).toMatchObject({ messages: 0, ignored: [expect.stringContaining('already')] })
    // the same words again, later, are another line
    expect(await send(app, webhook({ ...echo, id: 1050, created_at: '2026-11-22T02:09:00.000Z' }))).toMatchObject({
      messages: 1,
    })
    const texts = (await database.conversation(TALK)).flatMap(({ body }) => (body as { text?: string }).text ?? [])
    expect(texts).toEqual(['165 110斤穿什么码', own.text, own.text])
  })

  test('is answered for whom Chatwoot names, unless an agent looks on through a socket', async () => {
    const { app, gateway } = await gatewayUnderTest({ sources: [chatwoot()] })
    const deskOf = () => gateway.conversations.use(TALK, ({ desk }) => desk.agent)
    await send(app, webhook(incoming))
    expect(await deskOf()).toEqual({ id: '12', name: '小满' })
    await gateway.conversations.use(TALK, (conversation) => {
      conversation.desk = { ...conversation.desk, agent: { id: 'own-client' } }
      gateway.openTalks.add(conversation.topic)
    })
    await send(app, webhook(said(2, '在吗')))
    expect(await deskOf()).toEqual({ id: 'own-client' })
  })

  test('that was overtaken by another is kept; an agent’s late line takes no suggestions away', async () => {
    const { app, gateway, database } = await gatewayUnderTest({ sources: [chatwoot()] })
    await send(app, webhook(incoming))
    await send(app, webhook(said(1020, '黑色有吗', { created_at: '2026-11-22T02:01:00.000Z' })))
    expect(await send(app, webhook(payload('chatwoot-message-outgoing')))).toMatchObject({ messages: 1, duplicates: 0 })
    await gateway.conversations.use(TALK, ({ current }) => expect(current?.frame.toString()).toContain('黑色有吗'))
    expect(await send(app, webhook(payload('chatwoot-message-outgoing')))).toMatchObject({ duplicates: 1 })
    const messages = (await database.conversation(TALK)).filter(({ kind }) => kind === 'message')
    expect(messages.map(({ body }) => (body as { messageId: string }).messageId)).toEqual(['1001', '1020', '1003'])
    // in time, it ends them
    await send(
      app,
      webhook({ ...payload('chatwoot-message-outgoing'), id: 1021, created_at: '2026-11-22T02:02:00.000Z' }),
    )
    await gateway.conversations.use(TALK, ({ current }) => expect(current).toBeUndefined())
  })
})

describe('a webhook is refused, and nothing stored,', () => {
  const refusal = async (request: object, options: Parameters<typeof gatewayUnderTest>[0] = {}) => {
    const { app, database } = await gatewayUnderTest({ sources: [chatwoot()], ...options })
    const response = await app.inject(request)
    expect(await database.conversation(TALK)).toEqual([])
    return [response.statusCode, response.json().error.code, response.json().error.details[0]?.path]
  }
  const { headers, ...rest } = webhook(incoming)

  test.each([
    ['unsigned', { ...rest, headers: LOCAL }],
    ['signed by another secret', webhook(incoming, { secret: 'some-other-secret' })],
    ['signed long ago', webhook(incoming, { at: Date.now() - 10 * 60_000 })],
    ['with its body changed', { ...webhook(incoming), payload: JSON.stringify(said(1, '退款')) }],
    [
      'with a secret in the address that nobody set',
      { ...rest, headers: LOCAL, url: `/v1/ingest/chatwoot/${SECRET}?store=demo` },
    ],
  ])('when it is %s', async (_name, request) => {
    expect(await refusal(request)).toEqual([401, 'unauthorized', undefined])
  })

  test.each([
    ['no JSON', webhook('{"event":'), 400, 'bad_request', 'body'],
    ['empty', webhook(''), 400, 'bad_request', 'body'],
    ['nested deeply', webhook(`${'['.repeat(5_000)}${']'.repeat(5_000)}`), 400, 'bad_request', 'body'],
    ['with a null byte', webhook(said(1, 'a\u0000b')), 400, 'bad_request', 'body.content'],
    [
      'with half a character',
      webhook('{"event":"message_created","content":"\\ud800"}'),
      400,
      'bad_request',
      'body.content',
    ],
    ['with a prototype', webhook('{"event":"message_created","__proto__":{"x":1}}'), 400, 'bad_request', 'body'],
    ['without its event', webhook({ id: 1 }), 400, 'bad_request', 'body.event'],
    ['huge', webhook(said(1, 'x'.repeat(300_000))), 413, 'too_large', undefined],
    [
      'no JSON by its type',
      { ...webhook(incoming), headers: { ...headers, 'content-type': 'text/plain' } },
      400,
      'bad_request',
      undefined,
    ],
    ['for a store without Chatwoot', webhook(incoming, { store: 'other' }), 404, 'not_found', undefined],
    ['for a store that does not exist', webhook(incoming, { store: 'nowhere' }), 404, 'not_found', undefined],
    ['for no store', { ...webhook(incoming), url: '/v1/ingest/chatwoot' }, 400, 'bad_request', 'query.store'],
    [
      'of a platform nobody has set up',
      { ...webhook(incoming), url: '/v1/ingest/zendesk?store=demo' },
      404,
      'not_found',
      undefined,
    ],
  ])('when it is %s', async (_name, request, status, code, path) => {
    expect(await refusal(request)).toEqual([status, code, path])
  })

  test('when its facts cannot be: not even its message', async () => {
    const sources = [chatwoot({ facts: { 'order.status': { const: 'paid' } } })]
    expect(await refusal(webhook(incoming), { sources })).toEqual([400, 'bad_request', 'facts.order.id'])
  })

  test('when the log refuses it', async () => {
    const wrap = (database: Database) => ({ ...database, append: () => Promise.reject(new Error('disk full')) })
    expect(await refusal(webhook(incoming), { wrap })).toEqual([503, 'unavailable', undefined])
  })

  test('when the disk stalls: the platform is not kept waiting, and may send it again', async () => {
    const stalled = Promise.withResolvers<void>()
    const { app } = await gatewayUnderTest({
      sources: [chatwoot()],
      wrap: (database) => ({ ...database, append: (records) => stalled.promise.then(() => database.append(records)) }),
      limits: (limits) => ({ ...limits, ingest: { ...limits.ingest, durableWithinMs: 50 } }),
    })
    expect((await app.inject(webhook(incoming))).json().error.code).toBe('unavailable')
    stalled.resolve()
    // until the disk has caught up, on a busy machine
    await expect
      .poll(async () => (await app.inject(webhook(incoming))).json())
      .toMatchObject({ messages: 1, duplicates: 1 })
  })

  test('and the log says why, without its words', async () => {
    const { app, logged } = await gatewayUnderTest({ sources: [chatwoot()] })
    await app.inject(webhook(said(1, '私密的话'), { secret: 'some-other-secret' }))
    expect(logged.join()).toContain('the signature is not that of this body')
    expect(logged.join()).not.toContain('私密的话')
    expect(logged.join()).not.toContain('some-other-secret')
  })
})

describe('servers too old to sign', () => {
  const PATH = 'a-secret-for-the-address'
  const unsigned = (secret: string) => ({
    method: 'POST' as const,
    url: `/v1/ingest/chatwoot/${secret}?store=demo`,
    headers: LOCAL,
    payload: incoming,
  })

  test('are believed by the secret in the address, and the log says so', async () => {
    const { app, logged } = await gatewayUnderTest({ sources: [chatwoot({}, { path: PATH })] })
    expect((await app.inject(unsigned(PATH))).statusCode).toBe(200)
    expect((await app.inject(unsigned(`${PATH}x`))).statusCode).toBe(401)
    expect((await app.inject({ ...unsigned(PATH), url: '/v1/ingest/chatwoot?store=demo' })).statusCode).toBe(401)
    expect(logged.join()).toContain('unsigned webhooks are taken in')
    expect(logged.join()).not.toContain(PATH)
  })

  test('a signature that is there has to be right', async () => {
    const { app } = await gatewayUnderTest({ sources: [chatwoot({}, { path: PATH, secret: SECRET })] })
    expect((await app.inject({ ...webhook(incoming), url: unsigned(PATH).url })).statusCode).toBe(200)
    expect(
      (await app.inject({ ...webhook(incoming, { secret: 'some-other-secret' }), url: unsigned(PATH).url })).statusCode,
    ).toBe(401)
  })
})

describe('a platform that a mapping describes', () => {
  const acmeSigned = (name: string, secret = 'the-secret-of-acme') => {
    const body = JSON.stringify(payload(name))
    const time = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', secret).update(`${time}:${body}`).digest('base64')
    return {
      method: 'POST' as const,
      url: '/v1/ingest/acme?store=demo',
      headers: { ...LOCAL, 'x-acme-signature': signature, 'x-acme-time': time },
      payload: body,
    }
  }

  test('signs in its own way, and is answered like any other', async () => {
    const { app, gateway } = await gatewayUnderTest({
      sources: [mappedSource('demo', 'acme', ACME, 'the-secret-of-acme')],
    })
    expect((await app.inject(acmeSigned('acme-messages'))).json()).toMatchObject({ messages: 3, duplicates: 0 })
    expect((await app.inject(acmeSigned('acme-messages'))).json()).toMatchObject({ messages: 3, duplicates: 3 })
    expect((await app.inject(acmeSigned('acme-order'))).json()).toMatchObject({ events: 1, facts: 1 })
    expect((await app.inject(acmeSigned('acme-other'))).json()).toMatchObject({ ignored: [expect.any(String)] })
    expect((await app.inject(acmeSigned('acme-messages', 'not-the-secret-of'))).statusCode).toBe(401)
    const talk = { store: 'demo', channel: 'acme', conversationId: '4711' }
    await gateway.conversations.use(talk, ({ seen, facts }) => {
      expect(['4711-1', '4711-2', '4711-3', '4711-4'].map((id) => seen.has(id))).toEqual([true, true, true, false])
      expect(facts?.order).toEqual({ id: 'A-77', status: 'paid' })
    })
  })

  const plain = (authorization?: string, store = 'demo') => ({
    method: 'POST' as const,
    url: `/v1/ingest/acme?store=${store}`,
    headers: { ...LOCAL, ...(authorization ? { authorization } : {}) },
    payload: payload('acme-messages'),
  })

  test('may have a bearer secret of its own, which opens nothing else', async () => {
    const source = mappedSource('demo', 'acme', { ...ACME, auth: { kind: 'bearer' } }, 'the-secret-of-acme')
    const { app } = await gatewayUnderTest({ sources: [source], keys: [keyOf()] })
    expect((await app.inject(plain('Bearer the-secret-of-acme'))).statusCode).toBe(200)
    for (const wrong of [undefined, 'Bearer x', `Bearer ${KEY}`, 'Basic the-secret-of-acme'])
      expect((await app.inject(plain(wrong))).statusCode).toBe(401)
    const headers = { ...LOCAL, authorization: 'Bearer the-secret-of-acme' }
    expect((await app.inject({ url: '/v1/stores', headers })).statusCode).toBe(401)
  })

  test('or comes with a key of this service, which must be one for the store', async () => {
    const sources = ['demo', 'other'].map((store) => mappedSource(store, 'acme', { ...ACME, auth: { kind: 'key' } }))
    const { app } = await gatewayUnderTest({ sources, keys: [keyOf({ stores: ['other'] })] })
    expect((await app.inject(plain(`Bearer ${KEY}`, 'other'))).statusCode).toBe(200)
    const refused = await app.inject(plain(`Bearer ${KEY}`, 'demo'))
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'forbidden'])
    expect((await app.inject(plain())).statusCode).toBe(401)
  })
})

test('what was taken in is counted', async () => {
  const { app, gateway } = await gatewayUnderTest({ sources: [chatwoot()] })
  for (const body of [incoming, payload('chatwoot-message-private'), {}]) await app.inject(webhook(body))
  await app.inject(webhook(incoming, { secret: 'some-other-secret' }))
  const metric = await gateway.metrics.ingested.get()
  const counts = Object.fromEntries(metric.values.map(({ labels, value }) => [labels.outcome, value]))
  expect(counts).toEqual({ taken: 1, ignored: 1, bad_request: 1, unauthorized: 1 })
})
