import { setTimeout as wait } from 'node:timers/promises'
import { Redis as Client } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GatewayLimits } from '../../../src/server/gateway-limits.ts'
import { keepReplyReminders } from '../../../src/server/reply-clock.ts'
import { type Redis, startRedis } from '../../services/redis.ts'
import { KEY, keyOf } from '../gateway-under-test.ts'
import { connect, OPEN, openSession, says } from '../socket-client.ts'
import { twoNodes } from './two-nodes.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

const TALK = { store: 'demo', channel: 'web', conversationId: 'c1' }
const keys = [keyOf({ roles: ['agent', 'lead', 'admin'] })]
const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }

async function listening(options: Parameters<typeof twoNodes>[1] = {}, roles?: Parameters<typeof twoNodes>[2]) {
  await redis.kill()
  await redis.start()
  const { nodes, database } = await twoNodes(redis.url, options, roles)
  const urls = await Promise.all(nodes.map(({ listen }) => listen()))
  const send = async (at: number, method: string, path: string, body?: object, given: object = headers) => {
    const response = await fetch(`${urls[at]}${path}`, {
      method,
      headers: { ...given },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, body: (await response.json()) as Record<string, string> }
  }
  return { nodes, urls: urls as [string, string], send, database }
}

/** What Redis keeps, as text. */
async function everythingIn(url: string): Promise<string> {
  const client = new Client(url)
  const kept = await Promise.all(
    (await client.keys('*')).map(async (key) => {
      const type = await client.type(key)
      return type === 'list' ? client.lrange(key, 0, -1) : client.get(key)
    }),
  )
  client.disconnect()
  return JSON.stringify(kept)
}

describe('over two nodes', () => {
  test('the conversations under way are listed on each, whoever works on them, and none twice', async () => {
    const { send } = await listening({ keys })
    const say = (at: number, conversationId: string) =>
      send(at, 'POST', '/v1/messages', { ...TALK, conversationId, message: { role: 'shopper', text: '在吗' } })
    const listed = async (at: number) => {
      const { conversations } = (await send(at, 'GET', '/v1/conversations')).body as unknown as {
        conversations: { conversationId: string; openQuestions: number }[]
      }
      return conversations.map(({ conversationId, openQuestions }) => [conversationId, openQuestions])
    }
    await say(0, 'c1')
    await say(1, 'c2')
    for (const at of [0, 1])
      expect(await listed(at)).toEqual(
        expect.arrayContaining([
          ['c1', 1],
          ['c2', 1],
        ]),
      )
    // c1 moves
    await say(1, 'c1')
    for (const at of [0, 1]) {
      const all = await listed(at)
      expect(all).toHaveLength(2)
      expect(all).toContainEqual(['c1', 2])
    }
  })

  test('a ticket opens one session, on whichever node; frames behind it are taken in order', async () => {
    const { urls, send } = await listening({ keys })
    const { ticket } = (await send(0, 'POST', '/v1/tickets', { agent: { id: 'a' } })).body
    const client = await connect(urls[1])
    client.send({ ...OPEN, ticket })
    client.send(says('在吗', { messageId: 'm-1' }))
    expect(await client.next('suggestions.ready')).toMatchObject({ messageId: 'm-1' })
    expect(client.frames[0]!.type).toBe('session.ready')
    for (const url of urls) {
      const late = await connect(url)
      late.send({ ...OPEN, ticket })
      expect(await late.next('error')).toMatchObject({ code: 'unauthorized' })
      expect(await late.closed).toBe(4401)
    }
  })

  test('a pairing code is good once, and its token everywhere', async () => {
    const { send } = await listening({ keys })
    const { code } = (await send(0, 'POST', '/v1/pairing', {})).body
    const claims = await Promise.all(
      [0, 1, 0, 1].map((at) => send(at, 'POST', '/v1/pairing/claim', { code, agent: { id: 'x' } })),
    )
    expect(claims.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401])
    const token = claims.find(({ status }) => status === 201)!.body.token
    const bearer = { authorization: `Bearer ${token}` }
    for (const at of [0, 1])
      while ((await send(at, 'GET', '/v1/stores', undefined, bearer)).status !== 200) await wait(5)
  })

  test('wrong guesses are counted together', async () => {
    const { nodes } = await listening({ keys })
    const [one, two] = nodes.map(({ gateway }) => gateway.access)
    const { code } = await one!.startPairing(one!.ofBearer(headers.authorization))
    for (let i = 0; i < 10; i += 1)
      await (i % 2 ? one! : two!).claimPairing('wrong', { id: 'a' }).catch(() => undefined)
    await expect(two!.claimPairing(code, { id: 'a' })).rejects.toThrow('unknown')
  })

  test('requests of one caller are counted together', async () => {
    // time stands still, so that a second is long enough on any machine
    const { send } = await listening({
      limits: (given) => ({ ...given, requestsPerSecond: 40 }),
      clock: { now: () => 1 },
    })
    const codes: number[] = []
    const ask = async (at: number) => codes.push((await send(at, 'GET', '/v1/stores')).status)
    // neither node is asked forty times: it must have heard of the other's
    for (let i = 0; i < 60; i += 1) await ask(i % 2)
    for (let i = 0; i < 8 && codes.at(-1) !== 429; i += 1) {
      await wait(300)
      await ask(0)
    }
    expect(codes.indexOf(429)).toBeGreaterThanOrEqual(40)
  }, 20_000)

  test('closing a conversation retires the answer when no socket on any node has it open', async () => {
    const { urls } = await listening()
    const [here, there] = [await openSession(urls[0]), await openSession(urls[1])]
    here.send(says('在吗'))
    await here.next('suggestions.ready')
    there.send({ type: 'conversation.open', conversationId: 'c1' })
    expect(await there.next('suggestions.ready')).toMatchObject({ snapshot: true })
    here.send({ type: 'conversation.close', conversationId: 'c1' })
    await here.next('conversation.closed')
    await there.settle()
    expect(there.frames.map(({ type }) => type)).not.toContain('suggestions.stale')
    there.send({ type: 'conversation.close', conversationId: 'c1' })
    expect(await there.next('suggestions.stale')).toMatchObject({ because: 'closed' })
    await here.settle()
    expect(here.frames.map(({ type }) => type)).not.toContain('suggestions.stale')
  })

  test('feedback on an answer of the other node is matched, however soon it comes', async () => {
    const { urls, send } = await listening({ keys })
    const client = await openSession(urls[0], {}, { authorization: headers.authorization })
    for (let i = 0; i < 5; i += 1) {
      client.send(says(`第${i}句`))
      const { turnId } = await client.next('suggestions.ready')
      const feedback = { eventId: `f${i}`, turnId, action: 'shown', at: '2026-11-22T10:00:00Z' }
      expect((await send(1, 'POST', '/v1/feedback', feedback)).body).toMatchObject({ matched: true })
    }
  })

  test('what a lead corrects at a gateway the worker learns, and every node uses it', async () => {
    const limits = (given: GatewayLimits) => ({ ...given, relearning: { quietMs: 20, latestMs: 100 } })
    const { nodes, send } = await listening({ keys, limits }, ['gateway', 'worker', 'gateway'])
    const before = nodes[0]!.gateway.engine.models.learned('zh')
    const correction = { text: '大概多大码', locale: 'zh', intents: ['size_fit.recommend'] }
    expect((await send(0, 'PUT', '/v1/intents/corrections', correction)).status).toBe(201)
    const learned = () => nodes.map(({ gateway }) => gateway.engine.models.learned('zh'))
    while (new Set(learned()).size > 1 || learned()[0] === before) await wait(10)
  })

  test('an agent is reminded by the node that has the conversation, whichever has the socket, and once', async () => {
    const time = { now: Date.parse('2026-11-23T10:00:00+08:00') }
    const { nodes, urls, send } = await listening({ keys, clock: { now: () => time.now } })
    const reminders = nodes.map(({ gateway }) => keepReplyReminders(gateway))
    const look = () => {
      for (const { look } of reminders) look()
    }
    const agent = await openSession(urls[1], {}, { authorization: headers.authorization })
    agent.send({ type: 'conversation.open', conversationId: 'c1' })
    await agent.next('conversation.opened')
    // taken in, and worked on, by the other node
    await send(0, 'POST', '/v1/messages', { ...TALK, message: { messageId: 'm1', role: 'shopper', text: '在吗' } })
    await agent.next('suggestions.ready')
    const { dueAt } = nodes[0]!.gateway.replyClocks.due(TALK, new Date(time.now).toISOString())
    time.now = dueAt + 1
    const reminded = agent.next('nudge.ready')
    const timer = setInterval(look, 20)
    expect(await reminded).toMatchObject({ kind: 'reply', level: 'red', conversationId: 'c1' })
    for (let i = 0; i < 5; i += 1) await wait(20)
    clearInterval(timer)
    for (const { close } of reminders) close()
    await agent.settle()
    expect(agent.frames.filter(({ type }) => type === 'nudge.ready')).toHaveLength(1)
  })

  test('what people decide about learning holds on every node', async () => {
    const { send } = await listening({ keys })
    expect((await send(0, 'PUT', '/v1/learning', { store: 'demo', on: false })).status).toBe(200)
    const status = async () => (await send(1, 'GET', '/v1/learning?store=demo')).body as object as { on: boolean }
    while ((await status()).on) await wait(5)
    expect((await send(1, 'PUT', '/v1/learning/quiet', { store: 'demo', agent: 'li', quiet: true })).status).toBe(200)
    const quiet = async () => (await send(0, 'GET', '/v1/learning/quiet?store=demo')).body.agents
    while (!(await quiet())!.includes('li')) await wait(5)
  })

  test('a shopper is erased from the memory of every node, and from what lies between them', async () => {
    const { nodes, urls, send, database } = await listening({ keys })
    const client = await openSession(urls[1], {}, { authorization: headers.authorization })
    const message = { messageId: 'm1', role: 'shopper', text: '我住在长安街一号' }
    await send(1, 'POST', '/v1/messages', { ...TALK, shopper: { id: 'ann' }, message })
    client.send({ type: 'conversation.open', conversationId: 'c1' })
    await client.next('suggestions.ready')
    expect(await everythingIn(redis.url)).toContain('长安街')
    const erased = await send(0, 'DELETE', '/v1/shoppers/ann?store=demo', undefined, {
      authorization: headers.authorization,
    })
    expect(erased).toMatchObject({ status: 200 })
    expect(await client.next('suggestions.stale')).toMatchObject({ because: 'closed' })
    const left = nodes.map(({ gateway }) =>
      gateway.conversations.use(TALK, ({ turn, state, facts, seen }) => [turn, state.openQuestions, facts, seen.size]),
    )
    expect(await Promise.all(left)).toEqual([
      [[], [], undefined, 0],
      [[], [], undefined, 0],
    ])
    expect(JSON.stringify(await database.records(TALK))).not.toContain('长安街')
    expect(await everythingIn(redis.url)).not.toContain('长安街')
  })

  test('a shopper is not erased while Redis is lost, as the others could not be asked', async () => {
    const { nodes, send } = await listening({ keys })
    const message = { messageId: 'm1', role: 'shopper', text: '你好' }
    await send(1, 'POST', '/v1/messages', { ...TALK, shopper: { id: 'ann' }, message })
    await redis.kill()
    while (nodes.some(({ gateway }) => !gateway.ownership.isAlone)) await wait(5)
    const erased = await send(0, 'DELETE', '/v1/shoppers/ann?store=demo', undefined, {
      authorization: headers.authorization,
    })
    expect(erased).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } })
    expect((await send(0, 'GET', '/readyz')).body).toMatchObject({ status: 'ready', degraded: ['redis'] })
    await redis.start()
  })
})
