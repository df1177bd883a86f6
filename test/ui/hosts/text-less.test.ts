import { randomUUID } from 'node:crypto'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createPanelSource } from '../../../src/sdk/index.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { connectHost, createQianniuHost } from '../../../src/ui/hosts/index.ts'
import { deskAt } from '../../sdk/desk.ts'
import { gatewayUnderTest } from '../../server/gateway-under-test.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { FakePanel, FakeQianniu } from './fake-qianniu.ts'

let engine: Engine
beforeAll(async () => {
  engine = await trainedEngine()
})

test('a desk without text: stage, order and product still rank, two letters still search, a paste is answered', async () => {
  const { listen } = await gatewayUnderTest({ engine, pipeline })
  const desk = deskAt(await listen(), { uiLocale: 'zh', limit: 5 })
  const qianniu = new FakeQianniu()
  const panel = new FakePanel()
  panel.source = createPanelSource(desk.client, desk.stream)
  const facts: Record<string, Record<string, unknown>> = {
    'taobao:new': {},
    'taobao:looking': { product: { id: 'tee-basic' } },
    'taobao:paid': { order: { id: '1', status: 'paid' } },
    'taobao:arrived': { order: { id: '2', status: 'delivered' } },
  }
  const connection = connectHost(createQianniuHost(qianniu.sdk), panel, {
    store: 'demo',
    factsOf: async ({ id }) => facts[id],
    newId: randomUUID,
  })
  onTestFinished(() => connection.close())

  const answersOf = (who: string) =>
    desk.frames('suggestions.ready').filter(({ conversationId }) => conversationId === `taobao:${who}`)
  const next = async (who: string) => {
    const seen = answersOf(who).length
    qianniu.click(who)
    await desk.until(() => answersOf(who).length > seen)
    return answersOf(who).at(-1)!
  }
  const greeted = await next('new')
  expect(greeted.suggestions.length).toBeGreaterThan(0)
  const paid = await next('paid')
  const arrived = await next('arrived')
  const ids3 = [greeted, paid, arrived].map(({ suggestions }) => suggestions.map(({ scriptId }) => scriptId).join())
  expect(new Set(ids3).size).toBe(3)

  await next('looking')
  expect(connection.hear('是什么料子的')).toBe(true)
  await desk.until(() => answersOf('looking').some(({ because }) => because === 'message'))
  expect(answersOf('looking').at(-1)!.suggestions[0]!.text).toMatch(/棉/)

  await desk.client.scripts({ q: 'fh' })
  const found = await desk.stream.ask({
    type: 'suggest.request',
    ...{ store: 'demo', channel: 'taobao', conversationId: 'taobao:looking', query: 'fh' },
  })
  expect(found).toMatchObject({ type: 'suggestions.ready', because: 'manual' })
  expect((found as { suggestions: object[] }).suggestions.length).toBeGreaterThan(0)
  expect(desk.frames('error')).toEqual([])
})
