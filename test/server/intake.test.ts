import { setImmediate as nextTick } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Message } from '../../src/protocol/index.ts'
import type { Push } from '../../src/server/ports.ts'
import { gatewayUnderTest } from './gateway-under-test.ts'

const TALK = { store: 'demo', channel: 'web', conversationId: 'c' }

/** Says all of it before any answer can be made; gives the ids of the messages that each answer covers, and the conversation. */
async function saidAtOnce(...said: readonly (readonly [Message['role'], string])[]) {
  const { gateway } = await gatewayUnderTest()
  const { bus, conversations, intake } = gateway
  const pushes: Push[] = []
  for (const [i, [role, text]] of said.entries()) {
    await conversations.add(TALK, (conversation) => {
      if (i === 0) bus.subscribe(conversation.topic, conversation.seq, (push) => void pushes.push(push))
      intake.message(conversation, { role, text, messageId: `m${i}` }, 'soon')
    })
  }
  await nextTick()
  await nextTick()
  const conversation = await conversations.use(TALK, (known) => known)
  const covered = pushes
    .filter(({ type }) => type === 'suggestions.ready')
    .map(({ frame }) => (JSON.parse(frame.toString()) as { messageIds: string[] }).messageIds)
  return { covered, conversation }
}

test('a shopper who goes on while an answer is due gets one to all of it', async () => {
  const { covered } = await saidAtOnce(['shopper', '你好'], ['shopper', '多少钱'])
  expect(covered).toEqual([['m0', 'm1']])
})

test('what a shopper said is answered, even when something else follows before its answer is made', async () => {
  const { covered } = await saidAtOnce(['shopper', '你好'], ['agent', '在的'], ['shopper', '多少钱'])
  expect(covered).toEqual([['m0'], ['m2']])
})

test('an agent’s line that no answer was made to is part of the talk all the same', async () => {
  const { conversation } = await saidAtOnce(['shopper', '你好'], ['agent', '稍等'], ['shopper', '多少钱'])
  expect(conversation.state.agentTurns).toBe(1)
})

test('who looks at the conversation finds it answered', async () => {
  const { gateway } = await gatewayUnderTest()
  const { conversations, intake } = gateway
  await conversations.add(TALK, (conversation) => {
    intake.message(conversation, { role: 'shopper', text: '多少钱', messageId: 'm' }, 'soon')
  })
  expect(await conversations.use(TALK, ({ current }) => current?.type)).toBe('suggestions.ready')
})

test('what is erased is not answered any more', async () => {
  const { gateway } = await gatewayUnderTest()
  const { bus, conversations, intake } = gateway
  const types: string[] = []
  await conversations.add(TALK, (conversation) => {
    bus.subscribe(conversation.topic, conversation.seq, ({ type }) => void types.push(type))
    intake.message(conversation, { role: 'shopper', text: '多少钱', messageId: 'm' }, 'soon')
  })
  conversations.forget(TALK, () => undefined)
  await nextTick()
  expect(types).toEqual([])
})
