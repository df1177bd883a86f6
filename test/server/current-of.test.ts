import { expect, test } from 'vitest'
import { covers, currentOf } from '../../src/server/current-of.ts'
import type { Push } from '../../src/server/ports.ts'

let seq = 0
const push = (type: Push['type'], turnId = '', messageIds: string[] = []): Push => {
  seq += 1
  return { topic: 't', type, turnId, seq, frame: Buffer.from(JSON.stringify({ messageIds })) }
}

test('the newest answer is shown, unless it went stale', () => {
  const [old, newest] = [push('suggestions.ready', '1'), push('suggestions.ready', '2')]
  const status = push('conversation.status')
  expect(currentOf([old, push('suggestions.stale', '1'), newest, status])).toBe(newest)
  expect(currentOf([old, push('suggestions.stale', '1'), status])).toBeUndefined()
  expect(currentOf([status])).toBeUndefined()
})

test('an answer covers the messages it names', () => {
  const answer = push('suggestions.ready', '1', ['a', 'b'])
  expect([covers(answer, 'b'), covers(answer, 'c')]).toEqual([true, false])
})
