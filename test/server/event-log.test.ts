import { describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/server/ports.ts'
import { gatewayUnderTest } from './gateway-under-test.ts'
import { openSession, says } from './socket-client.ts'

/** A database that refuses to write while `isDown()`. */
const failing = (isDown: () => boolean) => (database: Database) => ({
  ...database,
  append: async (records: Parameters<Database['append']>[0]) => {
    if (isDown()) throw new Error('disk full')
    return database.append(records)
  },
})

describe('while the log cannot be written', () => {
  test('suggestions still come, nothing is acknowledged, readiness names it, and a resend is stored', async () => {
    let isDown = true
    const { app, listen, database } = await gatewayUnderTest({ wrap: failing(() => isDown) })
    const client = await openSession(await listen())
    const message = says('在吗', { id: 'f' })
    client.send(message)
    expect(await client.next('suggestions.ready')).toMatchObject({ messageId: message.messageId })
    expect(await client.next('error')).toMatchObject({ code: 'unavailable', re: 'f' })
    const ready = await app.inject({ url: '/readyz', headers: { host: 'localhost' } })
    expect([ready.statusCode, ready.json().degraded]).toEqual([200, ['log']])
    const metrics = await app.inject({ url: '/metrics', headers: { host: 'localhost' } })
    expect(metrics.body).toMatch(/huashu_log_write_failures_total [1-9]/)

    isDown = false
    client.send(message)
    expect(await client.next('message.ack')).toMatchObject({ messageId: message.messageId, duplicate: false })
    expect(client.frames.filter(({ type }) => type === 'suggestions.ready')).toHaveLength(1)
    expect(await database.conversation({ store: 'demo', channel: 'web', conversationId: 'c1' })).toHaveLength(1)
    expect((await app.inject({ url: '/readyz', headers: { host: 'localhost' } })).json().degraded).toEqual([])
  })

  test('REST says unavailable', async () => {
    const { app } = await gatewayUnderTest({ wrap: failing(() => true) })
    const payload = { eventId: 'e', turnId: 't', action: 'sent', at: '2026-11-22T10:00:00Z' }
    const response = await app.inject({ method: 'POST', url: '/v1/feedback', headers: { host: 'localhost' }, payload })
    expect([response.statusCode, response.json().error.code]).toEqual([503, 'unavailable'])
  })
})

test('on a full disk nothing is acknowledged or half stored; when there is space again a resend is stored', async () => {
  const { app, listen, database } = await gatewayUnderTest({ maxPages: 80 })
  const client = await openSession(await listen())
  const degraded = async () => (await app.inject({ url: '/readyz', headers: { host: 'localhost' } })).json().degraded
  /** Says something long; resolves to whether it was stored. */
  const isStored = async (messageId: string) => {
    const from = client.frames.length
    client.send(says('长'.repeat(500), { messageId, id: messageId }))
    const reply = await vi.waitFor(() => {
      const found = client.frames.slice(from).find(({ type }) => type === 'message.ack' || type === 'error')
      expect(found).toBeDefined()
      return found!
    })
    if (reply.type === 'error') expect(reply.code).toBe('unavailable')
    return reply.type === 'message.ack'
  }
  const acknowledged: string[] = []
  while (await isStored(`m${acknowledged.length}`)) acknowledged.push(`m${acknowledged.length}`)
  expect(acknowledged.length).toBeGreaterThan(10)
  expect(await degraded()).toEqual(['log'])
  const talk = { store: 'demo', channel: 'web', conversationId: 'c1' }
  const stored = await database.conversation(talk)
  expect(stored.map(({ body }) => (body as { messageId: string }).messageId)).toEqual(acknowledged)

  while ((await database.purge(Date.now() + 1_000, Number.MAX_SAFE_INTEGER, 500)) === 500);
  expect(await isStored(`m${acknowledged.length}`)).toBe(true)
  expect(await degraded()).toEqual([])
})

test('many messages share few transactions, each acknowledged', async () => {
  let transactions = 0
  const count = (database: Database) => ({
    ...database,
    append: (records: Parameters<Database['append']>[0]) => {
      transactions += 1
      return database.append(records)
    },
  })
  const { listen } = await gatewayUnderTest({ wrap: count })
  const client = await openSession(await listen())
  for (let i = 0; i < 500; i += 1) client.send(says('在吗', { conversationId: `c${i}` }))
  for (let i = 0; i < 500; i += 1) await client.next('message.ack')
  expect(transactions).toBeLessThan(100)
})
