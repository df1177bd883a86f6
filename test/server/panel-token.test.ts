import { describe, expect, test } from 'vitest'
import { createClient, createPanelSource } from '../../src/sdk/index.ts'
import { createAccess } from '../../src/server/access.ts'
import { createMemoryCluster } from '../../src/server/adapters/cluster-memory.ts'
import { gatewayUnderTest, KEY, keyOf } from './gateway-under-test.ts'
import { connect, OPEN, openSession } from './socket-client.ts'

const keys = [keyOf({ roles: ['agent', 'lead', 'admin'] })]
const search = { conversationId: 'c1', messages: [], query: '发票', agent: { id: 'pretended' } }

/** A gateway with keys, and a page that was let in by a ticket for the agent `mia`. */
async function letIn(clock = { now: Date.now }, cluster = createMemoryCluster(clock)) {
  const under = await gatewayUnderTest({ keys, clock, cluster })
  const url = await under.listen()
  const { access } = under.gateway
  const mayEverything = access.ofBearer(`Bearer ${KEY}`)
  const ticket = async () => (await access.issueTicket(mayEverything, { id: 'mia' }, undefined)).ticket
  const client = await openSession(url, { ticket: await ticket() })
  const grant = async (store?: string) => {
    client.send({ type: 'token.request', ...(store ? { store } : {}) })
    return client.next('token.granted')
  }
  const send = async (token: string, method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const response = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    return { status: response.status, body: (await response.json()) as Record<string, never> }
  }
  return { ...under, url, ticket, client, grant, send }
}

describe("a panel's token", () => {
  test('opens what panels call, in the name of its agent', async () => {
    const { grant, send, database } = await letIn()
    const { token, store, expiresAt } = await grant()
    expect(store).toBe('demo')
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000)
    expect((await send(token, 'POST', '/v1/suggestions', search)).status).toBe(200)
    expect((await send(token, 'GET', '/v1/slots')).status).toBe(200)
    expect((await send(token, 'GET', '/v1/products?store=demo')).status).toBe(200)
    const kept = await send(token, 'POST', '/v1/learning/proposals', {
      text: '亲，马上为您查',
      intent: 'size_fit.bias',
      agent: { id: 'pretended' },
    })
    expect(kept.status).toBe(201)
    expect(kept.body).toMatchObject({ owner: 'mia' })
    await expect
      .poll(async () => (await database.read(0, 100)).filter(({ kind }) => kind === 'answer').map(({ body }) => body))
      .toMatchObject([{ agent: 'mia' }])
  })

  test('opens nothing else: no settings, no other reading, no further token, no socket, whatever its key may', async () => {
    const { grant, send, url } = await letIn()
    const { token } = await grant()
    const refused = [
      ['GET', '/v1/conversations'],
      ['GET', '/v1/policies'],
      ['GET', '/v1/scripts'],
      ['GET', '/v1/me'],
      ['GET', '/v1/audit'],
      ['GET', '/metrics'],
      ['GET', '/v1/learning/proposals'],
      ['POST', '/v1/tickets', { agent: { id: 'x' } }],
      ['POST', '/v1/pairing', {}],
      ['POST', '/v1/messages', {}],
      ['PUT', '/v1/suggestions/pause', { paused: true }],
    ] as const
    for (const [method, path, body] of refused)
      expect([path, (await send(token, method, path, body)).body]).toMatchObject([
        path,
        { error: { code: 'forbidden' } },
      ])
    await expect(connect(url, { authorization: `Bearer ${token}` })).rejects.toThrow('401')
    const asTicket = await connect(url)
    asTicket.send({ ...OPEN, ticket: token })
    expect(await asTicket.closed).toBe(4401)
  })

  test('is for one store, that its session may touch', async () => {
    const { grant, send, client, url, ticket } = await letIn()
    const { token } = await grant('demo')
    expect((await send(token, 'POST', '/v1/suggestions', { ...search, store: 'other' })).status).toBe(403)
    expect((await send(token, 'GET', '/v1/products?store=other')).status).toBe(403)
    const within = await openSession(url, { ticket: await ticket(), stores: ['demo'] })
    within.send({ type: 'token.request', store: 'other', id: 'x' })
    expect(await within.next('error')).toMatchObject({ code: 'forbidden', re: 'x' })
    client.send({ type: 'token.request', store: 'nowhere', id: 'y' })
    expect(await client.next('error')).toMatchObject({ code: 'unknown_store', re: 'y' })
  })

  test('ends when it is renewed, after ten minutes, with its session, and when somebody makes one up', async () => {
    const at = { now: 1_000_000 }
    const { grant, send, client } = await letIn({ now: () => at.now })
    const first = await grant()
    const second = await grant()
    const asks = (token: string) => send(token, 'GET', '/v1/slots').then(({ status }) => status)
    expect([await asks(first.token), await asks(second.token)]).toEqual([401, 200])
    expect(await asks(`panel.${'A'.repeat(43)}`)).toBe(401)
    at.now += 600_000
    expect(await asks(second.token)).toBe(401)
    const third = await grant()
    expect(await asks(third.token)).toBe(200)
    client.socket.close()
    await expect.poll(() => asks(third.token)).toBe(401)
  })

  test('falls with its key', async () => {
    const clock = { now: Date.now }
    const cluster = createMemoryCluster(clock)
    const { gateway, database, grant } = await letIn(clock, cluster)
    const { token } = await grant()
    const others = await createAccess([keyOf({}, 'another')], { ...cluster, database, clock })
    await expect(others.ofPanelToken(`Bearer ${token}`)).rejects.toThrow('unknown')
    expect((await gateway.access.ofPanelToken(`Bearer ${token}`))?.roles).toEqual(['agent', 'lead'])
  })
})

test('the SDK asks for a token when it needs one, once for all calls, and anew when it has ended', async () => {
  const at = { now: 1_000_000 }
  const { url, ticket } = await letIn({ now: () => at.now })
  const tokens: (string | null)[] = []
  const client = createClient({
    url,
    fetch(input, init) {
      tokens.push(new Headers(init?.headers).get('authorization'))
      return fetch(input, init)
    },
  })
  const stream = client.stream({ agent: { id: 'x' }, client: { name: 't', version: '1' }, ticket })
  const source = createPanelSource(client, stream)
  try {
    await Promise.all(['/v1/slots', '/v1/products'].map((path) => source.request(path)))
    await source.request('/v1/suggestions', { method: 'POST', body: search })
    expect(new Set(tokens).size).toBe(2)
    at.now += 600_000
    await source.request('/v1/slots')
    expect(new Set(tokens).size).toBe(3)
    await expect(source.request('/v1/policies')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(source.request('/v1/slots?store=nowhere')).rejects.toMatchObject({ code: 'unknown_store' })
  } finally {
    stream.close()
  }
})
