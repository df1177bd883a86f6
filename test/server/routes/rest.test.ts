import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  Answer,
  CheckResult,
  EventResult,
  FeedbackResult,
  IntentsResult,
  MessagesResult,
  PairingGrant,
  PairingResult,
  ScriptsResult,
  TicketResult,
} from '../../../src/protocol/index.ts'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { openSession } from '../socket-client.ts'

const HOST = { host: '127.0.0.1:8080' }
const AT = '2026-11-22T10:00:00+08:00'

async function rest() {
  const under = await gatewayUnderTest()
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) =>
    under.app.inject({ method, url, headers: { ...HOST, ...headers }, ...(payload ? { payload } : {}) })
  /** Posts, expects the status, and holds the answer against its schema. */
  const post = async <S extends z.ZodType>(
    url: string,
    payload: object,
    schema: S,
    status = 200,
  ): Promise<z.infer<S>> => {
    const response = await call('POST', url, payload)
    expect([response.statusCode, response.body.slice(0, 300)]).toEqual([status, response.body.slice(0, 300)])
    return schema.parse(response.json())
  }
  return { ...under, call, post }
}

const shopper = (text: string, messageId?: string) => ({ role: 'shopper', text, ...(messageId ? { messageId } : {}) })
const agent = (text: string) => ({ role: 'agent', text })

describe('POST /v1/suggestions', () => {
  test('answers from the messages alone, the last burst as the turn', async () => {
    const { post } = await rest()
    const messages = [
      shopper('你好', 'a'),
      agent('您好'),
      shopper('身高165', 'b'),
      { role: 'bot', text: '自动回复' },
      shopper('多大码', 'c'),
    ]
    const answer = await post('/v1/suggestions', { messages }, Answer)
    expect(answer).toMatchObject({
      messageIds: ['b', 'c'],
      because: 'message',
      state: { rung: 3 },
    })
    expect(answer.suggestions[0]!.text).toBe('re:身高165+多大码')
    expect(answer.entities).toMatchObject([{ slot: 'height', messageIndex: 2 }])
    expect(answer.conversationId).toBeUndefined()
  })

  test('gives what the stream gives for the same talk', async () => {
    const { post, listen } = await rest()
    const said = [shopper('你好'), shopper('在吗'), agent('稍等哦'), shopper('多久发货'), shopper('发什么快递')]
    const talk = said.map((message, i) => ({ ...message, messageId: `m${i}` }))
    const client = await openSession(await listen())
    for (const message of talk) client.send({ type: 'message.add', conversationId: 'c', ...message })
    await client.settle()
    const {
      type: _,
      seq: __,
      messageId: ___,
      conversationId: ____,
      turnId,
      ...live
    } = client.frames.findLast((frame) => frame.type === 'suggestions.ready')!
    const { turnId: other, ...whole } = await post('/v1/suggestions', { messages: talk }, Answer)
    const same = ({ timings, suggestions, messageIds, ...rest }: Omit<Answer, 'turnId'>) => ({
      ...rest,
      messageIds,
      texts: suggestions.map(({ text }) => text),
    })
    expect(other).not.toBe(turnId)
    expect(same(whole)).toEqual(same(live))
  })

  test('with a conversationId reads the stored state and facts, logs the answer, records no message', async () => {
    const { post, database } = await rest()
    const talk = { store: 'demo', channel: 'web', conversationId: 'c9' }
    const facts = { product: { id: 'p', title: '短袖' } }
    await post('/v1/messages', { ...talk, message: shopper('你好', 'm1'), facts }, MessagesResult, 202)
    const answer = await post(
      '/v1/suggestions',
      { ...talk, messages: [shopper('你好', 'm1'), shopper('多少钱')] },
      Answer,
    )
    expect(answer.suggestions[0]!.text).toBe('re:你好+多少钱 about 短袖')
    expect(answer.state.rung).toBe(2)
    const feedback = { eventId: 'f', turnId: answer.turnId, action: 'copied', at: AT }
    expect(await post('/v1/feedback', feedback, FeedbackResult, 202)).toMatchObject({ matched: true })
    const records = await database.conversation({ store: 'demo', channel: 'web', conversationId: 'c9' })
    expect(records.map(({ kind }) => kind)).toEqual(['facts', 'message'])
  })

  test('answers known messages again without counting them twice', async () => {
    const { post } = await rest()
    const talk = { store: 'demo', channel: 'web', conversationId: 'c9' }
    await post('/v1/messages', { ...talk, message: shopper('你好', 'm1') }, MessagesResult, 202)
    const answer = await post('/v1/suggestions', { ...talk, messages: [shopper('你好', 'm1')] }, Answer)
    expect(answer).toMatchObject({ messageIds: ['m1'], state: { rung: 1 } })
  })

  test('searches by what the agent types', async () => {
    const { post } = await rest()
    const answer = await post('/v1/suggestions', { messages: [shopper('在')], query: '包邮', limit: 1 }, Answer)
    expect(answer).toMatchObject({ because: 'manual', suggestions: [{ text: 're:包邮' }] })
  })
})

test('POST /v1/intents reads each text', async () => {
  const { post } = await rest()
  const texts = ['一', { text: '二二', context: [shopper('一')] }]
  const { results } = await post('/v1/intents', { texts }, IntentsResult)
  expect(results.map(({ intents }) => intents[0]!.confidence)).toEqual([0.01, 0.02])
})

test('POST /v1/check judges a draft', async () => {
  const { post } = await rest()
  expect(await post('/v1/check', { text: '保证' }, CheckResult)).toMatchObject({ verdict: 'block' })
  expect(await post('/v1/check', { text: '好的', conversationId: 'c1' }, CheckResult)).toMatchObject({
    verdict: 'pass',
  })
})

describe('POST /v1/messages', () => {
  const body = { store: 'demo', channel: 'web', conversationId: 'c1' }

  test('is durable at 202, says duplicates, refuses another content with 409', async () => {
    const { post, call, database } = await rest()
    const message = shopper('在吗', 'm1')
    expect(await post('/v1/messages', { ...body, message }, MessagesResult, 202)).toEqual({
      messageId: 'm1',
      duplicate: false,
    })
    expect(await database.conversation(body)).toMatchObject([{ body: { messageId: 'm1', text: '在吗' } }])
    expect(await post('/v1/messages', { ...body, message }, MessagesResult, 202)).toEqual({
      messageId: 'm1',
      duplicate: true,
    })
    const other = await call('POST', '/v1/messages', { ...body, message: shopper('不在', 'm1') })
    expect([other.statusCode, other.json().error.code]).toEqual([409, 'id_conflict'])
    expect(await database.conversation(body)).toHaveLength(1)
  })

  test('makes an id when none is given', async () => {
    const { post } = await rest()
    const { messageId } = await post('/v1/messages', { ...body, message: shopper('在吗') }, MessagesResult, 202)
    expect(messageId).toMatch(/^[\w-]{20,}$/)
  })

  test('pushes the answer to the open sockets', async () => {
    const { post, listen } = await rest()
    const client = await openSession(await listen())
    client.send({ type: 'conversation.open', conversationId: 'c1' })
    await client.next('conversation.opened')
    await post('/v1/messages', { ...body, message: shopper('在吗', 'm7') }, MessagesResult, 202)
    expect(await client.next('suggestions.ready')).toMatchObject({ messageId: 'm7', seq: 1 })
  })
})

test('POST /v1/events is idempotent and pushes', async () => {
  const { post, call, listen } = await rest()
  const client = await openSession(await listen())
  client.send({ type: 'conversation.open', conversationId: 'c1' })
  await client.next('conversation.opened')
  const event = {
    eventId: 'e1',
    store: 'demo',
    conversationId: 'c1',
    type: 'order_paid',
    at: AT,
    data: { orderId: '1' },
  }
  expect(await post('/v1/events', event, EventResult, 202)).toEqual({ eventId: 'e1', duplicate: false })
  expect(await post('/v1/events', event, EventResult, 202)).toEqual({ eventId: 'e1', duplicate: true })
  expect((await call('POST', '/v1/events', { ...event, data: { orderId: '2' } })).statusCode).toBe(409)
  expect(await client.next('suggestions.ready')).toMatchObject({ because: 'event' })
})

test('POST /v1/feedback keeps what it cannot match', async () => {
  const { post, database } = await rest()
  const feedback = { eventId: 'f1', turnId: 'nobody-knows', action: 'sent', at: AT }
  expect(await post('/v1/feedback', feedback, FeedbackResult, 202)).toEqual({
    eventId: 'f1',
    matched: false,
    duplicate: false,
  })
  expect(await post('/v1/feedback', feedback, FeedbackResult, 202)).toMatchObject({ duplicate: true })
  expect(await database.find(JSON.stringify(['feedback', '', 'open', 'f1']))).toMatchObject({
    body: { matched: false },
  })
})

test('POST /v1/tickets, /v1/pairing and its claim', async () => {
  const { post } = await rest()
  const ticket = await post('/v1/tickets', { agent: { id: 'a' } }, TicketResult, 201)
  expect(Date.parse(ticket.expiresAt) - Date.now()).toBeGreaterThan(50_000)
  const { code } = await post('/v1/pairing', {}, PairingResult, 201)
  const grant = await post('/v1/pairing/claim', { code, agent: { id: 'a' } }, PairingGrant, 201)
  expect(grant.token.length).toBeGreaterThan(30)
})

describe('the library', () => {
  test('is searched, listed page by page, and read once per version', async () => {
    const { call } = await rest()
    const found = ScriptsResult.parse((await call('GET', `/v1/scripts?q=${encodeURIComponent('发货')}`)).json())
    expect(found.scripts.map(({ id }) => id)).toContain('zh.demo.1')
    const ids: string[] = []
    let cursor = ''
    do {
      const page = ScriptsResult.parse((await call('GET', `/v1/scripts?limit=2${cursor}`)).json())
      ids.push(...page.scripts.map(({ id }) => id))
      cursor = page.cursor ? `&cursor=${page.cursor}` : ''
    } while (cursor)
    expect(ids).toEqual(['zh.demo.0', 'zh.demo.1', 'zh.demo.2'])
    const first = await call('GET', '/v1/scripts')
    const again = await call('GET', '/v1/scripts', undefined, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await call('GET', '/v1/scripts', undefined, { 'if-match': '"old"' })).statusCode).toBe(412)
    expect((await call('GET', '/v1/scripts?intent=greeting')).json().scripts).toHaveLength(3)
    expect((await call('GET', '/v1/scripts?intent=greet')).json().scripts).toHaveLength(0)
    expect((await call('GET', '/v1/scripts?cursor=%21')).statusCode).toBe(400)
  })

  test('of products, policies, stores and slots is read', async () => {
    const { call } = await rest()
    expect((await call('GET', '/v1/products?store=other')).json().products).toMatchObject([{ id: 'other-1' }])
    expect((await call('GET', '/v1/policies')).json()).toMatchObject({ id: 'demo', currency: 'CNY' })
    expect((await call('GET', '/v1/stores')).json().stores.map((store: { id: string }) => store.id)).toEqual([
      'demo',
      'other',
    ])
    expect((await call('GET', '/v1/slots')).json().slots).toContainEqual(
      expect.objectContaining({
        name: 'phone',
        from: 'message',
        personal: true,
        scripts: { count: 0, first: [] },
      }),
    )
  })
})

test.each([['POST', '/v1/stores']] as const)('%s %s is announced as not built yet', async (method, url) => {
  const { call } = await rest()
  const response = await call(method, url, method === 'POST' ? {} : undefined)
  expect([response.statusCode, response.json().error.code]).toEqual([503, 'unavailable'])
})

describe('for those who watch over it', () => {
  test('health, readiness and figures', async () => {
    const { call } = await rest()
    expect((await call('GET', '/healthz')).statusCode).toBe(200)
    expect((await call('GET', '/readyz')).json()).toEqual({ status: 'ready', degraded: [], stores: ['demo', 'other'] })
    await call('POST', '/v1/suggestions', { messages: [shopper('在吗')] })
    const { body } = await call('GET', '/metrics')
    expect(body).toContain('huashu_suggest_seconds_count 1')
    expect(body).toContain('huashu_suggest_seconds_bucket{le="0.0001"}')
  })

  test('documents, the console and a 404', async () => {
    const { call } = await rest()
    expect((await call('GET', '/openapi.json')).json().openapi).toBe('3.1.0')
    expect((await call('GET', '/asyncapi.json')).json().asyncapi).toBe('3.0.0')
    expect((await call('GET', '/docs')).body).toContain('POST /v1/suggestions')
    const console = await call('GET', '/')
    expect(console.headers['content-type']).toContain('text/html')
    expect(console.headers['content-security-policy']).toContain("default-src 'self'")
    expect((await call('GET', '/nowhere')).json().error.code).toBe('not_found')
    expect((await call('GET', '/../../package.json')).statusCode).toBe(404)
  })
})
