import { expect, test } from 'vitest'
import { keepReplyReminders } from '../../src/server/reply-clock.ts'
import { gatewayUnderTest } from './gateway-under-test.ts'
import { connect, OPEN } from './socket-client.ts'

const BEGIN = Date.parse('2026-11-23T10:00:00+08:00')

async function desk() {
  const time = { now: BEGIN }
  const { app, gateway } = await gatewayUnderTest({ clock: { now: () => time.now } })
  const reminders = keepReplyReminders(gateway)
  const agent = await connect(await app.listen({ port: 0, host: '127.0.0.1' }))
  agent.send(OPEN)
  await agent.next('session.ready')
  let count = 0
  const say = async (role: 'shopper' | 'agent', text: string) => {
    count += 1
    agent.send({ type: 'message.add', channel: 'web', conversationId: 'c', messageId: `m${count}`, role, text })
    await agent.next('message.ack')
  }
  const { dueAt, amberAt } = gateway.replyClocks.due({ store: 'demo', channel: 'web' }, new Date(BEGIN).toISOString())
  /** The reminders that come when the clock stands at this moment, looked at twice. */
  const remindedAt = async (now: number) => {
    time.now = now
    const before = agent.frames.length
    reminders.look()
    reminders.look()
    await agent.settle()
    return agent.frames.slice(before).flatMap((frame) => (frame.type === 'nudge.ready' ? [frame] : []))
  }
  return { agent, say, remindedAt, dueAt, amberAt, reminders }
}

test('a waiting shopper is reminded of once in amber and once in red, with what could be sent', async () => {
  const { agent, say, remindedAt, dueAt, amberAt } = await desk()
  await say('shopper', '在吗')
  const status = await agent.next('conversation.status')
  expect(status.dueAt).toBe(new Date(dueAt).toISOString())
  expect(await remindedAt(amberAt - 1)).toEqual([])
  const [amber, ...more] = await remindedAt(amberAt)
  expect(more).toEqual([])
  expect(amber).toMatchObject({ kind: 'reply', level: 'amber', conversationId: 'c', dueAt: status.dueAt })
  expect(amber!.suggestion?.text).toBe('re:在吗')
  expect(await remindedAt(dueAt)).toEqual([])
  expect(await remindedAt(dueAt + 1)).toMatchObject([{ level: 'red' }])
  expect(await remindedAt(dueAt + 60_000)).toEqual([])
})

test('a reply stops the clock; what comes next is timed anew', async () => {
  const { agent, say, remindedAt, dueAt } = await desk()
  await say('shopper', '在吗')
  await say('agent', '在的亲')
  expect(await remindedAt(dueAt + 1)).toEqual([])
  await say('shopper', '多少钱')
  expect(await remindedAt(dueAt + 2)).toEqual([])
  expect(await remindedAt(2 * dueAt - BEGIN + 2)).toMatchObject([{ level: 'red' }])
  await agent.settle()
})

test('nobody is reminded of a conversation that no socket has open', async () => {
  const { agent, say, remindedAt, dueAt } = await desk()
  await say('shopper', '在吗')
  agent.send({ type: 'conversation.close', channel: 'web', conversationId: 'c' })
  await agent.settle()
  expect(await remindedAt(dueAt + 1)).toEqual([])
})
