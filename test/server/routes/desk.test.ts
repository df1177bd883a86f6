import { afterEach, describe, expect, test, vi } from 'vitest'
import { CallerResult, ConversationsResult, RewriteTestResult } from '../../../src/protocol/index.ts'
import { openaiRewriter } from '../../../src/server/adapters/rewriter-openai.ts'
import { answers, endpointUnderTest } from '../endpoint-under-test.ts'
import { gatewayUnderTest, KEY, keyOf, type Options } from '../gateway-under-test.ts'

afterEach(() => vi.restoreAllMocks())

async function serving(options: Options = {}) {
  const under = await gatewayUnderTest(options)
  const call = (method: 'GET' | 'POST', url: string, payload?: object, key = KEY) =>
    under.app.inject({
      method,
      url,
      headers: { host: 'localhost', authorization: `Bearer ${key}` },
      ...(payload ? { payload } : {}),
    })
  const say = (conversationId: string, text: string, agent?: object) =>
    call('POST', '/v1/messages', {
      store: 'demo',
      channel: 'web',
      conversationId,
      ...(agent ? { agent } : {}),
      message: { role: 'shopper', text, at: '2026-11-22T10:00:00Z' },
    })
  return { ...under, call, say }
}

describe('GET /v1/me', () => {
  test('everything without keys, what the key may with them', async () => {
    const open = await serving()
    expect(CallerResult.parse((await open.call('GET', '/v1/me')).json())).toMatchObject({
      open: true,
      roles: ['agent', 'aftersale', 'reviewer', 'lead', 'admin'],
      rewriting: false,
    })
    const closed = await serving({ keys: [keyOf({ stores: ['demo'], roles: ['lead'] })] })
    expect((await closed.call('GET', '/v1/me')).json()).toEqual({
      open: false,
      roles: ['lead'],
      stores: ['demo'],
      rewriting: false,
    })
    expect((await closed.call('GET', '/v1/me', undefined, 'another')).statusCode).toBe(401)
  })
})

describe('GET /v1/conversations', () => {
  test('those under way, who waits longest first, with personal data masked', async () => {
    const { call, say } = await serving({ keys: [keyOf({ roles: ['lead'] })] })
    await say('c1', '在吗 我电话13812345678', { id: 'amy' })
    await say('c2', `${'好'.repeat(300)}`)
    const { conversations } = ConversationsResult.parse((await call('GET', '/v1/conversations')).json())
    expect(conversations.map(({ conversationId, agent }) => [conversationId, agent?.id])).toEqual(
      expect.arrayContaining([
        ['c1', 'amy'],
        ['c2', undefined],
      ]),
    )
    const [first, second] = ['c1', 'c2'].map((id) => conversations.find(({ conversationId }) => conversationId === id)!)
    expect(first!.last).toEqual({ role: 'shopper', text: '在吗 我电话[phone]' })
    expect(first!.waitingSince).toBeDefined()
    expect(second!.last!.text).toHaveLength(121)
  })
  test('an agent sees their own and those nobody has; other stores nobody', async () => {
    const { call, say, app } = await serving({ keys: [keyOf({ roles: ['agent'] })] })
    await say('mine', '在吗', { id: 'amy' })
    await say('theirs', '在吗', { id: 'bob' })
    await say('nobodys', '在吗')
    expect((await call('GET', '/v1/conversations')).json().error.code).toBe('forbidden')
    const { code } = (await call('POST', '/v1/pairing')).json()
    const claim = await app.inject({
      method: 'POST',
      url: '/v1/pairing/claim',
      headers: { host: 'localhost' },
      payload: { code, agent: { id: 'amy' } },
    })
    const seen = (await call('GET', '/v1/conversations', undefined, claim.json().token)).json()
    expect(seen.conversations.map((one: { conversationId: string }) => one.conversationId).sort()).toEqual([
      'mine',
      'nobodys',
    ])
    expect((await call('GET', '/v1/conversations?store=nowhere')).statusCode).toBe(404)
  })
})

describe('POST /v1/rewrite/test', () => {
  const lead = { keys: [keyOf({ roles: ['lead'] })] }
  const rewriterAt = (url: string) => openaiRewriter({ baseUrl: url, model: 'm', apiKey: 'the-key-of-the-endpoint' })

  test('says what came and how long it took', async () => {
    const endpoint = await endpointUnderTest(answers('Thanks for waiting, dear!'))
    const { call } = await serving({ ...lead, rewriter: await rewriterAt(endpoint.url) })
    const response = await call('POST', '/v1/rewrite/test')
    expect(RewriteTestResult.parse(response.json())).toMatchObject({ ok: true, text: 'Thanks for waiting, dear!' })
    expect(endpoint.asked[0]!.data.shopper).toBe('')
    expect(response.body).not.toContain('the-key')
  })
  test('says what is wrong, without the key', async () => {
    const endpoint = await endpointUnderTest(
      (out) => void out.writeHead(401).end('{"error":{"message":"bad the-key"}}'),
    )
    const { call } = await serving({ ...lead, rewriter: await rewriterAt(endpoint.url) })
    const response = await call('POST', '/v1/rewrite/test')
    expect(response.json()).toMatchObject({ ok: false, says: expect.stringContaining('401') })
    expect(response.body).not.toContain('the-key')
  })
  test('is for leads, and needs a model', async () => {
    const agent = await serving({ keys: [keyOf({ roles: ['agent'] })] })
    expect((await agent.call('POST', '/v1/rewrite/test')).json().error.code).toBe('forbidden')
    const off = await serving(lead)
    expect((await off.call('POST', '/v1/rewrite/test')).json().error.code).toBe('unavailable')
  })
})

describe('GET /v1/policies/schema', () => {
  test('describes what a policy may say', async () => {
    const { call } = await serving()
    const schema = (await call('GET', '/v1/policies/schema')).json()
    expect(Object.keys(schema.$defs.StorePolicy.properties)).toEqual(
      expect.arrayContaining(['shipping', 'returns', 'persona']),
    )
  })
})
