import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ShopperErasure, ShopperExport } from '../../src/protocol/index.ts'
import type { KeptFold } from '../../src/server/ports.ts'
import { gatewayUnderTest, keyOf, type Options, temporaryFolder } from './gateway-under-test.ts'
import { openSession } from './socket-client.ts'

const HOST = { host: '127.0.0.1:8080' }
const SECRET = '住在桃花路12号'
const ANN = '/v1/shoppers/ann?store=demo'
const EXPORT = '/v1/shoppers/ann/export?store=demo'

async function shop(options: Options = {}) {
  const under = await gatewayUnderTest(options)
  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers = {}) =>
    under.app.inject({ method, url, headers: { ...HOST, ...headers }, ...(payload ? { payload } : {}) })
  const say = async (conversationId: string, messageId: string, shopper?: string) => {
    const response = await call('POST', '/v1/messages', {
      store: 'demo',
      channel: 'web',
      conversationId,
      ...(shopper ? { shopper: { id: shopper } } : {}),
      message: { role: 'shopper', messageId, text: `${SECRET} ${messageId}` },
    })
    expect(response.statusCode).toBe(202)
  }
  return { ...under, call, say }
}

/** Keeps the last texts, each with its place, and counts. */
const LAST_TEXTS: KeptFold = {
  name: 'texts',
  forget(body, isGone) {
    const { count, texts } = body as { count: number; texts: [number, string][] }
    return { count, texts: texts.filter(([n]) => !isGone(n)) }
  },
}

describe('what is stored of a shopper', () => {
  test('is handed out: every record and task of the conversations that name them, and no others', async () => {
    const { call, say, database } = await shop()
    await say('c1', 'm1', 'ann')
    await say('c1', 'm2')
    await say('c2', 'm3', 'ann')
    await say('c3', 'm4', 'bob')
    const talk = { store: 'demo', channel: 'web', conversationId: 'c2' }
    await database.addTasks([{ ...talk, id: 't', kind: 'promise', dueAt: 1_795_000_000_000, body: { what: '回电' } }])
    const response = await call('GET', EXPORT)
    const data = ShopperExport.parse(response.json())
    expect(data).toMatchObject({ store: 'demo', shopper: 'ann' })
    expect(data.conversations.map(({ conversationId }) => conversationId)).toEqual(['c1', 'c2'])
    const [one, two] = data.conversations
    expect(one!.records.map(({ kind }) => kind)).toEqual(['facts', 'message', 'answer', 'message', 'answer'])
    expect(one!.records[3]!.body).toMatchObject({ text: `${SECRET} m2` })
    expect(two!.tasks).toEqual([
      { kind: 'promise', state: 'open', dueAt: '2026-11-18T11:06:40.000Z', body: { what: '回电' } },
    ])
    expect(response.body).not.toContain('m4')
    expect((await call('GET', '/v1/shoppers/nobody/export?store=demo')).json().conversations).toEqual([])
  })

  test('is erased from log, tasks, saved folds, memory and every file; counts stay', async () => {
    const dataDir = temporaryFolder()
    const { call, say, database, listen } = await shop({ dataDir, folds: [LAST_TEXTS] })
    const client = await openSession(await listen())
    client.send({ type: 'conversation.open', conversationId: 'c1', shopper: { id: 'ann' }, history: [] })
    await client.next('conversation.opened')
    await say('c1', 'm1', 'ann')
    const { turnId } = await client.next('suggestions.ready')
    await say('c3', 'm4', 'bob')
    const log = await database.read(0, 99)
    const texts = log
      .filter(({ kind }) => kind === 'message')
      .map(({ n, body }) => [n, (body as { text: string }).text])
    await database.saveFold({ name: 'texts', version: 1, n: log.at(-1)!.n, body: { count: 2, texts } })

    const erasure = ShopperErasure.parse((await call('DELETE', ANN)).json())
    // message, facts, answer, and who has read them
    expect(erasure).toEqual({ store: 'demo', conversations: 1, records: 4, tasks: 0 })
    expect(await client.next('suggestions.stale')).toMatchObject({ turnId, because: 'closed' })
    expect((await call('GET', EXPORT)).json().conversations).toEqual([])
    expect(await database.fold('texts')).toMatchObject({ body: { count: 2, texts: [texts[1]] } })
    expect(await database.read(0, 99)).toHaveLength(log.length + 1)
    const found = readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(`${SECRET} m1`))
    expect(found).toEqual([])
    expect((await call('GET', '/v1/shoppers/bob/export?store=demo')).body).toContain(SECRET)

    // the socket is still there, and the talk begins anew: nothing of before comes back
    await say('c1', 'm5')
    const next = await client.next('suggestions.ready')
    expect(next.seq).toBeGreaterThan(2)
    expect(JSON.stringify(next)).not.toContain('m1')
    expect(next.state).toMatchObject({ rung: 1 })
    const feedback = { eventId: 'f', turnId, action: 'sent', at: '2026-11-22T10:00:00Z' }
    expect((await call('POST', '/v1/feedback', feedback)).json()).toMatchObject({ matched: false })
  })

  test('a second erasure finds nothing; the first is on record, without a name', async () => {
    const { call, say, database } = await shop()
    await say('c1', 'm1', 'ann')
    await call('DELETE', ANN)
    expect((await call('DELETE', ANN)).json()).toEqual({ store: 'demo', conversations: 0, records: 0, tasks: 0 })
    const erasures = (await database.read(0, 99)).filter(({ kind }) => kind === 'erasure')
    expect(erasures).toHaveLength(1)
    expect(JSON.stringify(erasures)).not.toMatch(/"ann|"c1/)
  })

  test('is for admins of the store alone', async () => {
    const keys = [keyOf({ roles: ['lead'] }), keyOf({ roles: ['admin'], stores: ['other'] }, 'elsewhere')]
    const { call } = await shop({ keys })
    for (const key of ['a-key-for-tests', 'elsewhere']) {
      const headers = { authorization: `Bearer ${key}` }
      for (const response of [
        await call('DELETE', ANN, undefined, headers),
        await call('GET', EXPORT, undefined, headers),
      ])
        expect(response.json().error.code).toBe('forbidden')
    }
    expect((await call('DELETE', ANN)).json().error.code).toBe('unauthorized')
    const headers = { authorization: 'Bearer elsewhere' }
    expect((await call('DELETE', '/v1/shoppers/ann', undefined, headers)).json().error.code).toBe('bad_request')
    expect((await call('DELETE', '/v1/shoppers/ann?store=other', undefined, headers)).statusCode).toBe(200)
  })

  test('while the database is away: unavailable', async () => {
    const { call } = await shop({
      wrap: (database) => ({ ...database, talksOf: () => Promise.reject(new Error('secret inside')) }),
    })
    const response = await call('DELETE', ANN)
    expect([response.statusCode, response.json().error.code]).toEqual([503, 'unavailable'])
    expect(response.body).not.toContain('secret')
  })
})
