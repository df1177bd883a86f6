import { describe, expect, test } from 'vitest'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { openSession, says } from '../socket-client.ts'

async function opened() {
  const { listen } = await gatewayUnderTest()
  const url = await listen()
  return { client: await openSession(url), url }
}

describe('the status of a conversation', () => {
  test('tells since when the shopper waits and with how many questions, numbered behind the answer', async () => {
    const { client } = await opened()
    client.send(says('在吗', { at: '2026-11-22T10:00:00.000Z' }))
    const { seq } = await client.next('suggestions.ready')
    expect(await client.next('conversation.status')).toEqual({
      type: 'conversation.status',
      conversationId: 'c1',
      seq: seq + 1,
      waitingSince: '2026-11-22T10:00:00.000Z',
      // a minute, where no platform says otherwise
      dueAt: '2026-11-22T10:01:00.000Z',
      mood: 'calm',
      intent: 'x.y',
      openQuestions: 1,
    })
    client.send(says('多少钱', { at: '2026-11-22T10:00:05.000Z' }))
    expect(await client.next('conversation.status')).toMatchObject({
      waitingSince: '2026-11-22T10:00:00.000Z',
      openQuestions: 2,
    })
  })

  test('comes when an agent has replied, also without an answer; a bot changes nothing', async () => {
    const { client } = await opened()
    client.send(says('在吗'))
    await client.next('conversation.status')
    client.send(says('机器人在', { role: 'bot' }))
    client.send(says('在的', { role: 'agent' }))
    const status = await client.next('conversation.status')
    expect(status).toMatchObject({ openQuestions: 0, intent: '' })
    expect(status).not.toHaveProperty('waitingSince')
    await client.settle()
    expect(client.frames.filter(({ type }) => type === 'conversation.status')).toHaveLength(2)
  })

  test('is told to whoever opens the conversation later', async () => {
    const { client, url } = await opened()
    client.send(says('在吗'))
    client.send(says('在的', { role: 'agent' }))
    const last = await client.next('conversation.status', ({ openQuestions }) => openQuestions === 0)
    const other = await openSession(url)
    other.send({ type: 'conversation.open', conversationId: 'c1' })
    expect(await other.next('conversation.status')).toEqual({ ...last, snapshot: true })
  })
})
