import { describe, expect, test } from 'vitest'
import { gatewayUnderTest, KEY, keyOf, temporaryFolder } from './gateway-under-test.ts'
import { connect, OPEN, openSession, says } from './socket-client.ts'

const LOCAL = 'localhost:8080'
const BEARER = { authorization: `Bearer ${KEY}` }
const ASK = { messages: [{ role: 'shopper', text: '在吗' }] }

describe('host and origin', () => {
  const refused = async (headers: Record<string, string>, options = {}) => {
    const { app } = await gatewayUnderTest(options)
    const response = await app.inject({ url: '/v1/stores', headers })
    return response.statusCode === 403 ? response.json().error.code : response.statusCode
  }

  test.each([
    ['no Origin, as programs', { host: LOCAL }, 200],
    ['our own origin', { host: LOCAL, origin: `http://${LOCAL}` }, 200],
    ['our own origin by address', { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' }, 200],
    ['our own origin over IPv6', { host: '[::1]:8080', origin: 'http://[::1]:8080' }, 200],
    ['another port of this machine', { host: LOCAL, origin: 'http://localhost:3000' }, 'origin_refused'],
    ['a web page', { host: LOCAL, origin: 'https://evil.example' }, 'origin_refused'],
    ['a page without an origin', { host: LOCAL, origin: 'null' }, 'origin_refused'],
    ['a rebound name', { host: 'evil.example:8080' }, 'origin_refused'],
    ['a rebound name with itself as origin', { host: 'evil.example', origin: 'http://evil.example' }, 'origin_refused'],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }, 'origin_refused'],
  ])('%s', async (_name, headers, expected) => {
    expect(await refused(headers)).toBe(expected)
  })

  test('an allowed origin is served, and may ask first', async () => {
    const origin = 'chrome-extension://abc'
    const { app } = await gatewayUnderTest({ config: { allowedOrigins: [origin] } })
    const served = await app.inject({ url: '/v1/stores', headers: { host: LOCAL, origin } })
    expect([served.statusCode, served.headers['access-control-allow-origin']]).toEqual([200, origin])
    const asked = await app.inject({ method: 'OPTIONS', url: '/v1/suggestions', headers: { host: LOCAL, origin } })
    expect([asked.statusCode, asked.headers['access-control-allow-headers']]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ])
  })

  test('with keys a program may use any name, a page on a rebound name may not', async () => {
    const keys = [keyOf()]
    expect(await refused({ host: 'gateway.lan', ...BEARER }, { keys })).toBe(200)
    expect(await refused({ host: 'evil.example', origin: 'http://evil.example', ...BEARER }, { keys })).toBe(
      'origin_refused',
    )
  })

  test.each([
    ['/v1/stream', { origin: 'https://evil.example' }],
    ['/v1/stream', { host: 'evil.example' }],
  ])('are checked on the upgrade of %s for %o', async (_path, headers) => {
    const { listen } = await gatewayUnderTest()
    await expect(connect(await listen(), headers)).rejects.toThrow('403')
  })
})

describe('keys', () => {
  test.each([undefined, 'Bearer wrong', 'Basic YTpi', `Bearer ${KEY}x`])(
    '%s is unauthorized',
    async (authorization) => {
      const { app } = await gatewayUnderTest({ keys: [keyOf()] })
      const headers = { host: LOCAL, ...(authorization ? { authorization } : {}) }
      const response = await app.inject({ method: 'POST', url: '/v1/suggestions', headers, payload: ASK })
      expect([response.statusCode, response.json().error.code]).toEqual([401, 'unauthorized'])
      expect((await app.inject({ url: '/metrics', headers })).statusCode).toBe(401)
      expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200)
    },
  )

  test('reach only their stores', async () => {
    const { app } = await gatewayUnderTest({ keys: [keyOf({ stores: ['other'] })] })
    const headers = { host: LOCAL, ...BEARER }
    const ask = (store?: string) =>
      app.inject({ method: 'POST', url: '/v1/suggestions', headers, payload: { ...ASK, ...(store ? { store } : {}) } })
    expect((await ask('other')).statusCode).toBe(200)
    expect((await ask()).statusCode).toBe(200)
    expect((await ask('demo')).json().error.code).toBe('forbidden')
    expect((await ask('nowhere')).json().error.code).toBe('forbidden')
    expect((await app.inject({ url: '/v1/stores', headers })).json().stores).toHaveLength(1)
  })

  test('a store nobody has is unknown_store', async () => {
    const { app } = await gatewayUnderTest()
    const response = await app.inject({
      method: 'POST',
      url: '/v1/suggestions',
      headers: { host: LOCAL },
      payload: { ...ASK, store: 'x' },
    })
    expect([response.statusCode, response.json().error.code]).toEqual([404, 'unknown_store'])
  })

  test('feedback on a turn of another store is not matched', async () => {
    const { app, listen } = await gatewayUnderTest({
      keys: [keyOf({ stores: ['demo'] }), keyOf({ stores: ['other'] }, 'second')],
    })
    const client = await openSession(await listen(), {}, BEARER)
    client.send(says('在吗'))
    const { turnId } = await client.next('suggestions.ready')
    const payload = { eventId: 'f', turnId, action: 'sent', at: '2026-11-22T10:00:00Z' }
    const send = (key: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/feedback',
        headers: { host: LOCAL, authorization: `Bearer ${key}` },
        payload,
      })
    expect((await send('second')).json()).toMatchObject({ matched: false })
    expect((await send(KEY)).json()).toMatchObject({ matched: true, duplicate: false })
  })
})

describe('sessions with keys', () => {
  const keys = [keyOf({ stores: ['demo'], roles: ['agent', 'lead'] })]

  test('need a ticket or a key on the upgrade', async () => {
    const { listen } = await gatewayUnderTest({ keys })
    const url = await listen()
    const client = await connect(url)
    client.send(OPEN)
    expect(await client.closed).toBe(4401)
    expect(client.frames[0]).toMatchObject({ code: 'unauthorized' })
    await openSession(url, {}, BEARER)
    await expect(connect(url, { authorization: 'Bearer wrong' })).rejects.toThrow('401')
  })

  test('a ticket opens one session, as the agent it was made for', async () => {
    const { app, gateway, listen } = await gatewayUnderTest({ keys })
    const url = await listen()
    const payload = { agent: { id: 'real', name: '小李' }, roles: ['agent', 'admin'] }
    const { ticket } = (
      await app.inject({ method: 'POST', url: '/v1/tickets', headers: { host: LOCAL, ...BEARER }, payload })
    ).json()
    const client = await openSession(url, { ticket, agent: { id: 'pretended', roles: ['admin', 'lead', 'agent'] } })
    client.send(says('在吗'))
    await client.next('message.ack')
    const desk = await gateway.conversations.use({ store: 'demo', channel: 'web', conversationId: 'c1' }, (c) => c.desk)
    expect(desk).toMatchObject({ agent: { id: 'real' }, roles: ['agent'] })
    const second = await connect(url)
    second.send({ ...OPEN, ticket })
    expect(await second.closed).toBe(4401)
  })

  test('a ticket is too old after 60 seconds', async () => {
    let now = 1_000_000
    const { gateway } = await gatewayUnderTest({ keys, clock: { now: () => now } })
    const { access } = gateway
    const fresh = async () =>
      (await access.issueTicket(access.ofBearer(BEARER.authorization), { id: 'a' }, undefined)).ticket
    const [young, old] = [await fresh(), await fresh()]
    now += 59_999
    expect((await access.redeemTicket(young)).roles).toEqual(['agent', 'lead'])
    now += 1
    await expect(access.redeemTicket(old)).rejects.toThrow('too old')
  })

  test('touch only the stores of their key, and those only if they asked for them', async () => {
    const { listen } = await gatewayUnderTest({ keys })
    const url = await listen()
    const client = await openSession(url, {}, BEARER)
    client.send(says('在吗', { store: 'other', id: 'x' }))
    expect(await client.next('error')).toMatchObject({ code: 'forbidden', re: 'x' })
    const greedy = await connect(url, BEARER)
    greedy.send({ ...OPEN, stores: ['demo', 'other'] })
    expect(await greedy.closed).toBe(4401)
  })
})

describe('pairing', () => {
  test('gives a token that works as a key, survives a restart, and falls with its key', async () => {
    const dataDir = temporaryFolder()
    const keys = [keyOf({ stores: ['demo'] })]
    const first = await gatewayUnderTest({ keys, dataDir })
    const headers = { host: LOCAL, ...BEARER }
    const { code } = (await first.app.inject({ method: 'POST', url: '/v1/pairing', headers, payload: {} })).json()
    const claim = () =>
      first.app.inject({
        method: 'POST',
        url: '/v1/pairing/claim',
        headers: { host: LOCAL },
        payload: { code, agent: { id: 'ext' } },
      })
    const { token } = (await claim()).json()
    expect((await claim()).statusCode).toBe(401)
    const ask = async (app: typeof first.app) =>
      (await app.inject({ url: '/v1/stores', headers: { host: LOCAL, authorization: `Bearer ${token}` } })).statusCode
    expect(await ask(first.app)).toBe(200)
    await first.close()
    const second = await gatewayUnderTest({ keys, dataDir })
    expect(await ask(second.app)).toBe(200)
    await second.close()
    const third = await gatewayUnderTest({ keys: [keyOf({}, 'another')], dataDir })
    expect(await ask(third.app)).toBe(401)
  })

  test('codes end after five minutes, and after ten wrong guesses', async () => {
    let now = 0
    const { gateway } = await gatewayUnderTest({ clock: { now: () => now } })
    const { access } = gateway
    const start = async () => (await access.startPairing(access.ofBearer(undefined))).code
    const old = await start()
    now += 5 * 60_000
    await expect(access.claimPairing(old, { id: 'a' })).rejects.toThrow('too old')
    const code = await start()
    for (let i = 0; i < 9; i += 1) await access.claimPairing('wrong', { id: 'a' }).catch(() => undefined)
    await expect(access.claimPairing(code, { id: 'a' })).rejects.toThrow()
  })
})

describe('what stays inside', () => {
  test('a failure says nothing of its inside, and the log nothing of the texts', async () => {
    const { app, logged } = await gatewayUnderTest()
    const payload = {
      messages: [
        { role: 'shopper', text: '我的电话13800000000' },
        { role: 'shopper', text: 'boom' },
      ],
    }
    const response = await app.inject({ method: 'POST', url: '/v1/suggestions', headers: { host: LOCAL }, payload })
    expect(response.json()).toEqual({ error: { code: 'internal', message: expect.any(String), details: [] } })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('boom')
    expect(logged.join('')).toContain('request failed')
    expect(logged.join('')).not.toContain('13800000000')
  })

  test('requests beyond the rate are told so', async () => {
    const { app } = await gatewayUnderTest({ limits: (limits) => ({ ...limits, requestsPerSecond: 3 }) })
    const codes = []
    for (let i = 0; i < 5; i += 1)
      codes.push((await app.inject({ url: '/v1/stores', headers: { host: LOCAL } })).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    const limited = await app.inject({ url: '/nowhere', headers: { host: LOCAL } })
    expect(limited.json().error.code).toBe('rate_limited')
  })
})
