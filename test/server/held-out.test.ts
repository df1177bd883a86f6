import { expect, test } from 'vitest'
import type { ShownAnswer } from '../../src/insight/index.ts'
import { isHeldOut } from '../../src/server/turns.ts'
import { fakeEngine } from './fake-engine.ts'
import { gatewayUnderTest } from './gateway-under-test.ts'
import { connect, OPEN } from './socket-client.ts'

const topics = Array.from({ length: 20_000 }, (_, i) => ({ topic: JSON.stringify(['demo', 'web', `c${i}`]) }))
const heldOut = (share: number) => topics.filter((one) => isHeldOut(one, share))

test('about the asked share of conversations is held out, always the same ones, none by default', () => {
  expect(heldOut(0)).toEqual([])
  expect(heldOut(0.05).length / topics.length).toBeCloseTo(0.05, 2)
  expect(heldOut(0.05)).toEqual(expect.arrayContaining(heldOut(0.02)))
})

test('a conversation held out shows nothing by itself, is logged as such, and answers who asks', async () => {
  const engine = fakeEngine()
  const measuring = {
    ...engine,
    deps(id: string) {
      const deps = engine.deps(id)
      return { ...deps, store: { ...deps.store, figures: { conversionDays: 3, holdOut: 0.05 } } }
    },
  }
  const { app, gateway, database } = await gatewayUnderTest({ engine: measuring })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const agent = await connect(url)
  agent.send(OPEN)
  await agent.next('session.ready')
  const [, channel, conversationId] = JSON.parse(heldOut(0.05)[0]!.topic) as [string, string, string]
  const add = (messageId: string, text: string) =>
    agent.send({ type: 'message.add', channel, conversationId, messageId, role: 'shopper', text })
  add('m1', '在吗')
  await agent.next('message.ack')
  await agent.settle()
  expect(agent.frames.filter(({ type }) => type === 'suggestions.ready')).toEqual([])
  agent.send({ type: 'suggest.request', channel, conversationId })
  expect((await agent.next('suggestions.ready')).suggestions).toHaveLength(1)
  await gateway.log.flush()
  const records = await database.records({ store: 'demo', channel, conversationId })
  const answers = records.filter(({ kind }) => kind === 'answer').map(({ body }) => body as ShownAnswer)
  expect(answers.map(({ because, heldOut: isOut }) => [because, isOut])).toEqual([
    ['message', true],
    ['manual', undefined],
  ])
})
