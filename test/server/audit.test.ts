import { expect, test } from 'vitest'
import { gatewayUnderTest, KEY, keyOf } from './gateway-under-test.ts'
import { connect, OPEN } from './socket-client.ts'

const headers = { authorization: `Bearer ${KEY}` }
const ADMIN = 'the-admins-key'
const admin = { authorization: `Bearer ${ADMIN}` }
const keys = [keyOf(), keyOf({ roles: ['admin'] }, ADMIN)]

test('who opens a conversation or asks about it is kept, once a day', async () => {
  const time = { now: Date.parse('2026-11-23T10:00:00+08:00') }
  const { app } = await gatewayUnderTest({ keys, clock: { now: () => time.now } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const message = { messageId: 'm1', role: 'shopper', text: '在吗' }
  const place = { store: 'demo', channel: 'web', conversationId: 'c' }
  // what programs report is no reading
  await app.inject({ method: 'POST', url: '/v1/messages', headers, payload: { ...place, message } })

  for (let i = 0; i < 2; i += 1) {
    const desk = await connect(url, headers)
    desk.send(OPEN)
    await desk.next('session.ready')
    desk.send({ type: 'conversation.open', ...place })
    await desk.next('conversation.opened')
  }
  const question = { ...place, messages: [{ role: 'shopper', text: '多少钱' }], agent: { id: 'a9' } }
  await app.inject({ method: 'POST', url: '/v1/suggestions', headers, payload: question })
  time.now += 86_400_000
  await app.inject({ method: 'POST', url: '/v1/check', headers, payload: { ...place, text: '好的' } })

  const where = 'store=demo&channel=web&conversationId=c'
  const seen = await app.inject({ url: `/v1/audit?${where}`, headers: admin })
  const key = keys[0]!.sha256.slice(0, 12)
  expect(seen.json().reads).toEqual([
    { at: '2026-11-23T02:00:00.000Z', key, agent: 'a1', how: 'opened' },
    { at: '2026-11-23T02:00:00.000Z', key, how: 'asked' },
    { at: '2026-11-24T02:00:00.000Z', key, how: 'checked' },
  ])
  expect((await app.inject({ url: `/v1/audit?${where}`, headers })).statusCode).toBe(403)
})
