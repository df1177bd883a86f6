import { setImmediate as nextTick } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createAnswerQueue } from '../../src/server/answer-queue.ts'
import type { Conversation } from '../../src/server/conversation.ts'

const talk = (conversationId: string, role: 'shopper' | 'agent') =>
  ({ conversationId, turn: [{ role, text: '在吗' }] }) as unknown as Conversation

function queued(workMs = 0) {
  const answered: string[] = []
  const queue = createAnswerQueue(({ conversationId }) => {
    answered.push(conversationId)
    const end = performance.now() + workMs
    while (performance.now() < end);
  })
  return { queue, answered }
}

describe('answers that are due', () => {
  test('are made when what has come in is read, shoppers first, each in its order and once', async () => {
    const { queue, answered } = queued()
    const [a, b, c] = [talk('a', 'agent'), talk('b', 'shopper'), talk('c', 'shopper')]
    for (const conversation of [a, b, c, b]) queue.add(conversation)
    expect([answered, queue.isDue(a)]).toEqual([[], true])
    await nextTick()
    expect([answered, queue.isDue(a)]).toEqual([['b', 'c', 'a'], false])
  })

  test('are for who spoke last', async () => {
    const { queue, answered } = queued()
    const [a, b] = [talk('a', 'agent'), talk('b', 'shopper')]
    queue.add(a)
    queue.add(b)
    // the shopper of a goes on, the agent of b has replied
    a.turn = [{ role: 'shopper', text: '在吗' }]
    b.turn = [{ role: 'agent', text: '在的' }]
    queue.add(a)
    queue.add(b)
    await nextTick()
    expect(answered).toEqual(['a', 'b'])
  })

  test('can be made at once or left out', async () => {
    const { queue, answered } = queued()
    const [a, b] = [talk('a', 'shopper'), talk('b', 'shopper')]
    queue.add(a)
    queue.add(b)
    queue.settle(b)
    queue.settle(b)
    queue.cancel(a)
    expect(answered).toEqual(['b'])
    await nextTick()
    expect(answered).toEqual(['b'])
  })

  test('let sockets be read in between', async () => {
    const { queue, answered } = queued(5)
    for (const id of ['a', 'b', 'c']) queue.add(talk(id, 'shopper'))
    await nextTick()
    expect(answered.length).toBeLessThan(3)
    queue.add(talk('d', 'shopper'))
    while (answered.length < 4) await nextTick()
    expect(answered).toEqual(['a', 'b', 'c', 'd'])
  })
})
