import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openRedisCluster } from '../../../src/server/adapters/cluster-redis.ts'
import { announceEdits } from '../../../src/server/cli/announce-edits.ts'
import { type Redis, startRedis } from '../../services/redis.ts'
import { fakeEngine } from '../fake-engine.ts'
import { KEY, keyOf } from '../gateway-under-test.ts'
import { twoNodes } from './two-nodes.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
  await redis.start()
})
afterAll(() => redis.remove())

const headers = { authorization: `Bearer ${KEY}` }
const script = {
  id: 'own.1',
  locale: 'zh',
  intents: ['size_fit.bias'],
  wordings: [{ open: '标准码', short: '标准码' }],
}

test('what is edited on one node is in use on the other, without a restart', async () => {
  const engine = fakeEngine()
  const { nodes } = await twoNodes(redis.url, { keys: [keyOf({ roles: ['lead', 'admin'] })], engine })
  const [here, there] = nodes as [(typeof nodes)[0], (typeof nodes)[0]]
  await here.app.inject({ method: 'POST', url: '/v1/scripts', headers, payload: { script } })
  await vi.waitFor(async () => {
    const response = await there.app.inject({ method: 'GET', url: '/v1/scripts/own.1', headers })
    expect(response.json()).toMatchObject({ version: 1, status: 'approved' })
  }, 5_000)
  await there.app.inject({ method: 'PUT', url: '/v1/suggestions/pause', headers, payload: { paused: true } })
  await vi.waitFor(async () => {
    const response = await here.app.inject({ method: 'GET', url: '/v1/suggestions/pause', headers })
    expect(response.json()).toMatchObject({ paused: true })
  }, 5_000)
  const endpoint = { model: 'm', baseUrl: 'http://127.0.0.1:1/v1' }
  const set = { method: 'PUT', url: '/v1/rewrite', headers, payload: { use: 'own', endpoint } } as const
  expect((await here.app.inject(set)).statusCode).toBe(200)
  await vi.waitFor(async () => {
    const response = await there.app.inject({ method: 'GET', url: '/v1/rewrite', headers })
    expect(response.json()).toMatchObject({ on: true, model: 'm' })
  }, 5_000)
})

test('what the command line has written is told to all', async () => {
  const heard: string[] = []
  const cluster = await openRedisCluster({ url: redis.url, failed: () => undefined }, { now: Date.now })
  onTestFinished(() => cluster.bus.close())
  cluster.news.listen('documents', () => heard.push('documents'))
  await announceEdits({ redisUrl: redis.url })
  await vi.waitFor(() => expect(heard).toEqual(['documents']), 5_000)
  // without a Redis there is nobody to tell
  await announceEdits({ redisUrl: undefined })
})
