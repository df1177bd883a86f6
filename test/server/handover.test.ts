import { expect, test } from 'vitest'
import type { Conversation } from '../../src/server/conversation.ts'
import { emptyConversation } from '../../src/server/from-log.ts'
import { handoverOf, takeOver } from '../../src/server/handover.ts'
import { fakeEngine, fakePipeline } from './fake-engine.ts'

const TALK = { store: 'demo', channel: 'web', conversationId: 'c' }
const empty = () =>
  emptyConversation(TALK, 0, { engine: fakeEngine(), pipeline: fakePipeline, clock: { now: () => 0 } })

test('what is not durable when it is handed over is stored again when it comes again', async () => {
  const conversation = empty()
  conversation.seen.addDurable('durable', 'p')
  conversation.seen.add('on its way', 'p', new Promise(() => undefined))
  conversation.seen.add('refused', 'p', Promise.reject(new Error('disk full')))
  await conversation.events.settled()
  const taken = empty()
  expect(takeOver(taken, handoverOf(conversation))).toBe(true)
  expect(['durable', 'on its way', 'refused'].map((id) => taken.seen.get(id))).toMatchObject([
    { failed: false },
    { failed: true },
    { failed: true },
  ])
})

test.each<[string, (handed: Record<string, unknown>) => void]>([
  ['of another version', (handed) => (handed.version = 1)],
  ['without a state', (handed) => delete handed.state],
  [
    'with a state of another shape',
    (handed) => (handed.state = { ...(handed.state as Conversation['state']), mood: 7 }),
  ],
])('one that is %s is not taken over, and changes nothing', (_, spoil) => {
  const conversation = empty()
  conversation.seen.addDurable('m', 'p')
  const handed = JSON.parse(handoverOf(conversation)) as Record<string, unknown>
  spoil(handed)
  const taken = empty()
  expect(takeOver(taken, JSON.stringify(handed))).toBe(false)
  expect(taken).toEqual(empty())
})
