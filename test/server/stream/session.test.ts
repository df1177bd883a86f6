import { describe, expect, test } from 'vitest'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { connect, OPEN, openSession, says } from '../socket-client.ts'

describe('a session', () => {
  test('opens, and says what a client may rely on', async () => {
    const { listen } = await gatewayUnderTest()
    const { ready } = await openSession(await listen(), { id: 'f1' })
    expect(ready).toMatchObject({ re: 'f1', heartbeatMs: 30_000, limits: { textChars: 5000, frameBytes: 262_144 } })
  })

  test('is closed with 4401 when session.open does not come in time', async () => {
    const { listen } = await gatewayUnderTest({ limits: (l) => ({ ...l, stream: { ...l.stream, openWithinMs: 50 } }) })
    const client = await connect(await listen())
    expect(await client.closed).toBe(4401)
  })

  test.each([
    ['another frame', { type: 'ping' }],
    ['an unknown type', { type: 'hello.there' }],
    ['no JSON', '{'],
    ['a session.open without an agent', { ...OPEN, agent: undefined }],
    ['a binary frame', Buffer.from('{}')],
    ['a ticket nobody gave out', { ...OPEN, ticket: 'guess' }],
  ])('is closed with 4401 when the first frame is %s', async (_name, frame) => {
    const { listen } = await gatewayUnderTest()
    const client = await connect(await listen())
    client.send(frame)
    expect(await client.closed).toBe(4401)
    expect(client.frames.map(({ type }) => type)).toEqual(['error'])
  })

  test('is closed with 4400 for another protocol', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await connect(await listen())
    client.send({ ...OPEN, protocol: 2 })
    expect(await client.closed).toBe(4400)
    expect(client.frames[0]).toMatchObject({ type: 'error', code: 'unsupported_protocol' })
  })

  test('is closed with 1012 on a drain, after what was taken in has been acknowledged', async () => {
    const { listen, close } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send(says('在吗'))
    await client.next('suggestions.ready')
    await close()
    expect(await client.closed).toBe(1012)
    expect(client.frames.map(({ type }) => type)).toContain('message.ack')
  })

  test('is closed when two heartbeats are missed, and lives on with pings', async () => {
    const { listen } = await gatewayUnderTest({ limits: (l) => ({ ...l, stream: { ...l.stream, heartbeatMs: 60 } }) })
    const url = await listen()
    const [silent, lively] = [await openSession(url), await openSession(url)]
    const pings = setInterval(() => lively.send({ type: 'ping' }), 30)
    expect(await silent.closed).toBe(1001)
    expect(lively.socket.readyState).toBe(lively.socket.OPEN)
    clearInterval(pings)
  })

  test('ignores unknown types and answers the next frame', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send({ type: 'weather.ask', id: 'w' })
    await client.settle()
    expect(client.frames.map(({ type }) => type)).toEqual(['session.ready', 'pong'])
  })

  test('refuses frames beyond its rate, by id, and goes on', async () => {
    const { listen } = await gatewayUnderTest({
      limits: (l) => ({ ...l, stream: { ...l.stream, framesPerSecond: 50, frameBurst: 3 } }),
    })
    const client = await openSession(await listen())
    for (let i = 0; i < 5; i += 1) client.send({ type: 'ping', id: `p${i}` })
    expect(await client.next('error')).toMatchObject({ code: 'rate_limited', re: 'p2' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await client.settle()
  })

  test('may not be opened twice', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send({ ...OPEN, id: 'again' })
    expect(await client.next('error')).toMatchObject({ code: 'bad_request', re: 'again' })
    await client.settle()
  })

  test('answers rewrites as switched off', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send({
      type: 'rewrite.request',
      id: 'r',
      rewriteId: 'w1',
      conversationId: 'c1',
      turnId: 't',
      suggestionId: 's',
    })
    expect(await client.next('rewrite.failed')).toMatchObject({ re: 'r', rewriteId: 'w1', reason: 'off' })
  })
})
