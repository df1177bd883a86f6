import { setImmediate as nextTick } from 'node:timers/promises'
import fc from 'fast-check'
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

const said = fc.record({
  role: fc.constantFrom('shopper', 'shopper', 'agent', 'bot') as fc.Arbitrary<Message['role']>,
  text: fc.constantFrom('在吗', '多少钱', '好', '长'.repeat(300)),
  /** Whether answers are made before the next is said. */
  pause: fc.boolean(),
})

test('whenever answers are made, the talk is the same and every shopper’s message is answered', async () => {
  const { gateway } = await gatewayUnderTest()
  const { bus, conversations, intake } = gateway
  let talks = 0
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 20 }), async (talk) => {
      const lived = await Promise.all(
        (['now', 'soon'] as const).map(async (when) => {
          talks += 1
          const where = { ...TALK, conversationId: `talk-${talks}` }
          const answered = new Set<string>()
          const listen = ({ type, frame }: Push) => {
            if (type !== 'suggestions.ready') return
            for (const id of (JSON.parse(frame.toString()) as { messageIds: string[] }).messageIds) answered.add(id)
          }
          for (const [i, { role, text, pause }] of talk.entries()) {
            await conversations.add(where, (conversation) => {
              if (i === 0) bus.subscribe(conversation.topic, conversation.seq, listen)
              const at = new Date(1.79e12 + i * 900).toISOString()
              intake.message(conversation, { role, text, at, messageId: `m${i}` }, when)
            })
            if (pause) await nextTick()
          }
          const { state, before, turn } = await conversations.use(where, (conversation) => conversation)
          return {
            state,
            before,
            turn,
            unanswered: talk.flatMap(({ role }, i) => (role === 'shopper' && !answered.has(`m${i}`) ? [i] : [])),
          }
        }),
      )
      expect(lived[1]).toEqual(lived[0])
      expect(lived[0]!.unanswered).toEqual([])
    }),
    { numRuns: 25 },
  )
})
