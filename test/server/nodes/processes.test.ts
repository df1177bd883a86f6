import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { type Postgres, postgres } from '../../services/postgres.ts'
import { startRedis } from '../../services/redis.ts'
import { rounds, until } from '../kill/gateway-process.ts'
import { AgentClient } from './agent-client.ts'
import { type NodeProcess, nodeProcess } from './node-process.ts'

let server: Postgres
beforeAll(async () => {
  server = await postgres()
})
afterAll(() => server.remove())

const CONVERSATIONS = ['c0', 'c1', 'c2', 'c3', 'c4']
const pick = <T>(some: readonly T[]): T => some[Math.floor(Math.random() * some.length)]!

/** Two gateways and a worker, over a PostgreSQL database and a Redis of their own. */
async function cluster() {
  const [redis, database] = [await startRedis({ durable: true }), await server.createDatabase()]
  onTestFinished(() => redis.remove())
  const of = (role: 'gateway' | 'worker') => nodeProcess({ database, redis: redis.url, role })
  const gateways = [await of('gateway'), await of('gateway')]
  return { redis, database, gateways, worker: await of('worker') }
}

/** A shopper who writes, to whichever node is there, until it is acknowledged. */
class Shoppers {
  readonly acknowledged: { id: string; conversationId: string }[] = []
  private sent = 0
  private readonly conversations: readonly string[]

  constructor(conversations: readonly string[] = CONVERSATIONS) {
    this.conversations = conversations
  }

  async say(gateways: readonly NodeProcess[], role: 'shopper' | 'agent' = 'shopper'): Promise<string> {
    const id = `m${this.sent++}`
    const conversationId = pick(this.conversations)
    const message = { messageId: id, role, text: `第${id}句` }
    const body = JSON.stringify({ store: 'demo', channel: 'web', conversationId, message })
    for (;;) {
      const { url } = pick(gateways)
      const response = await fetch(`${url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }).catch(() => undefined)
      if (response?.status === 202) break
      await wait(20)
    }
    this.acknowledged.push({ id, conversationId })
    return id
  }
}

/** Each message is in the log once. */
async function expectLogged(database: string, said: Shoppers): Promise<void> {
  const db = await openPostgres(database)
  const kept = new Map<string, number>()
  for (const conversationId of CONVERSATIONS) {
    for (const { body } of await db.conversation({ store: 'demo', channel: 'web', conversationId })) {
      const { messageId } = body as { messageId: string }
      kept.set(messageId, (kept.get(messageId) ?? 0) + 1)
    }
  }
  await db.close()
  expect(said.acknowledged.filter(({ id }) => kept.get(id) !== 1)).toEqual([])
}

async function readyz(node: NodeProcess): Promise<{ status: string; degraded: string[] }> {
  return (await fetch(`${node.url}/readyz`)).json() as Promise<{ status: string; degraded: string[] }>
}

test('a message posted to one node reaches the socket of an agent on the other; the worker answers for its health alone', async () => {
  const { gateways, worker } = await cluster()
  const client = new AgentClient()
  await client.connect(gateways[1]!.url, CONVERSATIONS)
  const said = new Shoppers()
  for (let i = 0; i < 20; i += 1) await said.say([gateways[0]!])
  await until(() => said.acknowledged.every(({ id }) => client.answered.has(id)))
  expect([client.faults, client.gaps]).toEqual([[], []])
  expect(await readyz(worker)).toMatchObject({ status: 'ready', degraded: [] })
  expect((await fetch(`${worker.url}/metrics`)).status).toBe(200)
  expect((await fetch(`${worker.url}/v1/stores`)).status).toBe(404)
}, 60_000)

test('sockets that come back, to either node, miss nothing and get nothing twice', async () => {
  const { gateways, database } = await cluster()
  const [client, said] = [new AgentClient(), new Shoppers()]
  await client.connect(gateways[0]!.url, CONVERSATIONS)
  let isOver = false
  const talk = (async () => {
    while (!isOver) await Promise.all([said.say(gateways, Math.random() < 0.2 ? 'agent' : 'shopper'), wait(10)])
  })()
  const reconnects = rounds(50, 1_000)
  for (let round = 0; round < reconnects; round += 1) {
    await wait(30)
    client.drop()
    await wait(pick([0, 0, 15, 60]))
    await client.connect(pick(gateways).url, CONVERSATIONS)
  }
  isOver = true
  await talk
  const shoppers = await shopperMessages(database)
  await until(() => shoppers.every((id) => client.answered.has(id)))
  console.log(
    `${reconnects} reconnects, ${said.acknowledged.length} messages: ${client.gaps.length} lost, ${client.faults.length} twice or out of order, ${client.snapshots} snapshots`,
  )
  expect([client.faults, client.gaps]).toEqual([[], []])
  await expectLogged(database, said)
}, 600_000)

/** What a client must have an answer for: every shopper message, but those of bursts that were answered while it was away, whose last is answered. */
async function shopperMessages(database: string): Promise<string[]> {
  const db = await openPostgres(database)
  const ids: string[] = []
  for (const conversationId of CONVERSATIONS) {
    const records = await db.conversation({ store: 'demo', channel: 'web', conversationId })
    const last = records.map(({ body }) => body as { messageId: string; role: string }).at(-1)
    if (last?.role === 'shopper') ids.push(last.messageId)
  }
  await db.close()
  return ids
}

test('an owner that is killed or drained: another node goes on with its conversations, and numbering goes on', async () => {
  const { gateways, database } = await cluster()
  const [client, said] = [new AgentClient(), new Shoppers()]
  await client.connect(gateways[0]!.url, CONVERSATIONS)
  let isOver = false
  const talk = (async () => {
    while (!isOver) await Promise.all([said.say(gateways), wait(5)])
  })()
  for (let round = 0; round < rounds(3, 15); round += 1) {
    const [victim, other] = round % 2 === 0 ? [gateways[0]!, gateways[1]!] : [gateways[1]!, gateways[0]!]
    await wait(300)
    await victim.end(round % 3 === 2 ? 'SIGTERM' : 'SIGKILL')
    client.drop()
    await client.connect(other.url, CONVERSATIONS)
    const enough = said.acknowledged.length + 20
    await until(() => said.acknowledged.length >= enough)
    await victim.start()
  }
  isOver = true
  await talk
  await until(() => client.isConnected)
  const last = await shopperMessages(database)
  await until(() => last.every((id) => client.answered.has(id)))
  expect([client.faults, client.gaps]).toEqual([[], []])
  await expectLogged(database, said)
}, 600_000)

test('an owner that stands still for long: another goes on, and it takes nothing for its own when it wakes up', async () => {
  const { gateways, database } = await cluster()
  const [sleeper, other] = [gateways[0]!, gateways[1]!]
  const said = new Shoppers(['c0'])
  for (let i = 0; i < 3; i += 1) await said.say([sleeper])
  sleeper.signal('SIGSTOP')
  for (let i = 0; i < 3; i += 1) await said.say([other])
  sleeper.signal('SIGCONT')
  for (let i = 0; i < 3; i += 1) await said.say([sleeper])
  for (const { url } of gateways) expect(await rungAt(url, 'c0')).toBe(9)
  await expectLogged(database, said)
}, 60_000)

/** How many messages a node knows of a conversation. */
async function rungAt(url: string, conversationId: string): Promise<number | undefined> {
  const messages = [{ role: 'bot', text: '请稍候' }]
  const response = await fetch(`${url}/v1/suggestions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ store: 'demo', channel: 'web', conversationId, messages }),
  })
  return ((await response.json()) as { state: { rung?: number } }).state.rung
}

test('a Redis that is killed and comes back: nothing crashes, nothing acknowledged is lost, suggestions go on', async () => {
  const { redis, gateways, worker, database } = await cluster()
  const clients = await Promise.all(
    gateways.map(async ({ url }) => {
      const client = new AgentClient()
      await client.connect(url, CONVERSATIONS)
      return client
    }),
  )
  const said = new Shoppers()
  let isOver = false
  let isOut = false
  const during = { said: 0, soon: 0 }
  /** Agents' plugins send what the shopper writes over their own socket: a message to one node, with a socket on that node. */
  const talk = (async () => {
    for (let i = 0; !isOver; i += 1) {
      const at = i % 2
      const out = isOut
      const id = await said.say([gateways[at]!])
      const sentAt = performance.now()
      await until(() => clients[at]!.answered.has(id))
      if (!out) continue
      during.said += 1
      if (performance.now() - sentAt < 500) during.soon += 1
    }
  })()
  const outages = rounds(3, 10)
  for (let round = 0; round < outages; round += 1) {
    await wait(500)
    await redis.kill()
    isOut = true
    await wait(400)
    for (const node of [...gateways, worker])
      expect(await readyz(node)).toMatchObject({ status: 'ready', degraded: ['redis'] })
    await wait(800)
    isOut = false
    await redis.start()
    for (const node of [...gateways, worker]) while ((await readyz(node)).degraded.length > 0) await wait(20)
  }
  await wait(500)
  isOver = true
  await talk
  console.log(
    `${outages} outages of Redis: all ${during.said} messages that came while it was away were answered, ${during.soon} of them within 500 ms`,
  )
  expect(during.said).toBeGreaterThan(0)
  expect([...gateways, worker].every(({ isRunning }) => isRunning)).toBe(true)
  // when it is back agents on both nodes see the last word on every conversation
  const last = await shopperMessages(database)
  await until(() => clients.every((client) => last.every((id) => client.answered.has(id))))
  // what the nodes took in apart from each other is one talk again
  for (const conversation of CONVERSATIONS) {
    const count = said.acknowledged.filter(({ conversationId }) => conversationId === conversation).length
    for (const { url } of gateways) expect(await rungAt(url, conversation)).toBe(count)
  }
  // each node numbered by itself meanwhile, but never backwards; an answer that only the other node's agents saw cannot be called stale
  expect(clients.flatMap(({ faults }) => faults.filter((fault) => !fault.includes('stands')))).toEqual([])
  await expectLogged(database, said)
}, 600_000)
