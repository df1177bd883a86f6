import { describe, expect, test } from 'vitest'
import { RewriteSetting } from '../../src/protocol/index.ts'
import { openaiRewriter } from '../../src/server/adapters/rewriter-openai.ts'
import { answers, endpointUnderTest } from './endpoint-under-test.ts'
import { gatewayUnderTest, KEY, keyOf, type Options, temporaryFolder } from './gateway-under-test.ts'

const SECRET = 'sk-the-key-of-the-endpoint'
const keys = [keyOf({ roles: ['admin'] }), keyOf({ roles: ['lead'] }, 'lead'), keyOf({}, 'agent')]

async function serving(options: Options = {}) {
  const under = await gatewayUnderTest({ keys, ...options })
  const call = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, key = KEY) => {
    const headers = { host: 'localhost', authorization: `Bearer ${key}` }
    const response = await under.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, text: response.body, body: response.json() }
  }
  const set = (change: object) => call('PUT', '/v1/rewrite', { store: 'demo', ...change })
  return { ...under, call, set }
}

describe("a store's own language model", () => {
  test('is set by an administrator, in force at once and after a restart, and its key is told to nobody', async () => {
    const endpoint = await endpointUnderTest(answers('Thanks for waiting, dear!'))
    const dataDir = temporaryFolder()
    const first = await serving({ dataDir })
    expect((await first.call('GET', '/v1/rewrite')).body).toEqual({
      store: 'demo',
      use: 'service',
      on: false,
      service: false,
      hasKey: false,
    })
    const own = { use: 'own', endpoint: { model: 'm1', baseUrl: endpoint.url, apiKey: SECRET } }
    const written = await first.set(own)
    expect(RewriteSetting.parse(written.body)).toMatchObject({ use: 'own', on: true, model: 'm1', hasKey: true })
    expect((await first.call('POST', '/v1/rewrite/test')).body).toMatchObject({ ok: true })
    expect((await first.call('GET', '/v1/me')).body).toMatchObject({ rewriting: true })
    const shown = await first.call('GET', '/v1/rewrite', undefined, 'lead')
    for (const { text } of [written, shown]) expect(text).not.toContain('sk-')
    expect(first.logged.join()).not.toContain('sk-')
    await first.close()
    const second = await serving({ dataDir })
    expect((await second.call('POST', '/v1/rewrite/test?store=demo')).body).toMatchObject({ ok: true })
    expect(endpoint.asked.map(({ headers, body }) => [headers.authorization, body.model])).toEqual([
      [`Bearer ${SECRET}`, 'm1'],
      [`Bearer ${SECRET}`, 'm1'],
    ])
    // of another store nothing is known
    expect((await second.call('GET', '/v1/rewrite?store=other')).body).toMatchObject({ use: 'service', hasKey: false })
  })

  test('keeps its key with another model, and never sends it to another address', async () => {
    const [endpoint, stranger] = [await endpointUnderTest(answers('ok')), await endpointUnderTest(answers('ok'))]
    const { call, set } = await serving()
    await set({ use: 'own', endpoint: { model: 'm1', baseUrl: endpoint.url, apiKey: SECRET } })
    expect((await set({ use: 'own', endpoint: { model: 'm2', baseUrl: endpoint.url } })).body.hasKey).toBe(true)
    expect((await set({ use: 'own', endpoint: { model: 'm2', baseUrl: stranger.url } })).body.hasKey).toBe(false)
    await call('POST', '/v1/rewrite/test')
    expect(JSON.stringify(stranger.asked[0]!.headers)).not.toContain('sk-')
    // nor does it come back by going back
    expect((await set({ use: 'own', endpoint: { model: 'm2', baseUrl: endpoint.url } })).body.hasKey).toBe(false)
  })

  test('takes the place of the one the service was started with; off is off', async () => {
    const [service, own] = [await endpointUnderTest(answers('service')), await endpointUnderTest(answers('own'))]
    const rewriter = await openaiRewriter({ model: 'm', baseUrl: service.url, apiKey: undefined })
    const { call, set } = await serving({ rewriter })
    const says = async () => (await call('POST', '/v1/rewrite/test')).body
    expect(await says()).toMatchObject({ text: 'service' })
    await set({ use: 'own', endpoint: { model: 'm', baseUrl: own.url } })
    expect(await says()).toMatchObject({ text: 'own' })
    expect((await set({ use: 'off' })).body).toMatchObject({ on: false, service: true })
    expect((await says()).error.code).toBe('unavailable')
    await set({ use: 'service' })
    expect(await says()).toMatchObject({ text: 'service' })
  })

  test('is for administrators to set, for leads to see', async () => {
    const { call } = await serving()
    const off = { store: 'demo', use: 'off' }
    expect([
      (await call('PUT', '/v1/rewrite', off, 'lead')).status,
      (await call('PUT', '/v1/rewrite', off, 'agent')).status,
      (await call('GET', '/v1/rewrite', undefined, 'agent')).status,
      (await call('GET', '/v1/rewrite', undefined, 'lead')).status,
    ]).toEqual([403, 403, 403, 200])
    const elsewhere = await serving({ keys: [keyOf({ roles: ['admin'], stores: ['other'] })] })
    expect((await elsewhere.call('PUT', '/v1/rewrite', off)).status).toBe(403)
  })

  test('is refused with its faults named', async () => {
    const { set } = await serving()
    const faults: [path: string, endpoint: object | undefined][] = [
      ['body.endpoint', undefined],
      ['body.endpoint.apiKey', { model: 'm' }],
      ['body.endpoint.model', { model: ' ', baseUrl: 'https://a.example' }],
      ['body.endpoint.baseUrl', { model: 'm', baseUrl: 'file:///etc' }],
      ['body.endpoint.baseUrl', { model: 'm', baseUrl: 'https://a:b@c.example' }],
    ]
    for (const [path, endpoint] of faults) {
      const { status, body } = await set({ use: 'own', endpoint })
      expect([status, body.error.details.map((one: { path: string }) => one.path)]).toEqual([400, [path]])
    }
  })
})
