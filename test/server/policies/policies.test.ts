import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import type { SuggestDeps } from '../../../src/suggest/index.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { gatewayUnderTest, keyOf, temporaryFolder } from '../gateway-under-test.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-22T04:00:00Z')
let trained: Engine
let unedited: SuggestDeps
beforeAll(async () => {
  trained = await trainedEngine()
  unedited = trained.deps('demo')
})
beforeEach(() => trained.equip('demo', { store: unedited.store, policyAt: () => unedited.store }))

async function desk(dataDir = temporaryFolder()) {
  let now = NOW
  const keys = [keyOf({ roles: ['lead'] }, 'lead'), keyOf({ roles: ['agent'] }, 'agent')]
  const gateway = await gatewayUnderTest({ engine: trained, pipeline, keys, dataDir, clock: { now: () => now } })
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
    { key = 'lead', match }: { key?: string; match?: string } = {},
  ) => {
    const headers = { authorization: `Bearer ${key}`, ...(match ? { 'if-match': match } : {}) }
    const response = await gateway.app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
    return { status: response.statusCode, body: response.json(), etag: String(response.headers.etag) }
  }
  const policy = async () => (await call('GET', '/v1/policies')).body
  /** What is said of the postage to a region, to a message of a time. */
  const postage = async (at = now) => {
    const messages = [{ role: 'shopper', text: '寄到新疆邮费多少', at: new Date(at).toISOString() }]
    const { body } = await call('POST', '/v1/suggestions', { messages, limit: 5 })
    return (body.suggestions as { text: string }[]).map(({ text }) => text).join('\n')
  }
  return { ...gateway, call, policy, postage, pass: (ms: number) => (now += ms) }
}

/** The policy with another postage to 新疆. */
function dearer(policy: { shipping: { zones: { regions: string[]; fees: Record<string, { first: number }> }[] } }) {
  const next = structuredClone(policy)
  const zone = next.shipping.zones.find(({ regions }) => regions.includes('新疆'))!
  for (const tariff of Object.values(zone.fees)) tariff.first = 77
  return next
}

describe('a policy that is written anew', () => {
  test('is refused with the path of each fault', async () => {
    const { call, policy } = await desk()
    const known = await policy()
    const wrong = { ...known, timezone: 'Mars', shipping: { ...known.shipping, defaultCourier: 'nobody' } }
    const { status, body } = await call('PUT', '/v1/policies', { policy: wrong })
    expect([status, body.error.details.map(({ path }: { path: string }) => path)]).toEqual([
      400,
      expect.arrayContaining(['body.policy.timezone', 'body.policy.shipping.defaultCourier']),
    ])
    const other = await call('PUT', '/v1/policies', { policy: { ...known, id: 'other' } })
    expect(other.body.error.details[0].path).toBe('body.policy.id')
    const gone = { ...known, hotItems: [{ value: ['no-such'] }] }
    expect((await call('PUT', '/v1/policies', { policy: gone })).body.error.details[0].path).toBe(
      'body.policy.hotItems',
    )
    expect((await call('PUT', '/v1/policies', { policy: known }, { key: 'agent' })).status).toBe(403)
  })

  test('a dry run tells what changes for whom, and changes nothing', async () => {
    const { call, policy, postage } = await desk()
    const { status, body } = await call('PUT', '/v1/policies?dryRun=true', { policy: dearer(await policy()) })
    expect(status).toBe(200)
    const effect = body.effects.find(({ slot }: { slot: string }) => slot === 'shipping.fee')
    expect(effect).toMatchObject({ says: expect.any(String), regions: expect.arrayContaining(['新疆']) })
    expect(effect.after).toContain('77')
    expect(effect.scripts).toBeGreaterThan(3)
    expect(body.diff[0].path).toMatch(/^shipping\.zones\.\d+\.fees/)
    expect(body.version).toBeUndefined()
    expect(await postage()).not.toContain('77')
  })

  test('holds at once, for messages from now on; what is unchanged changes nothing', async () => {
    const { call, policy, postage } = await desk()
    const before = await policy()
    expect((await call('PUT', '/v1/policies', { policy: before })).body).toMatchObject({ diff: [], effects: [] })
    const { body } = await call('PUT', '/v1/policies', { policy: dearer(before) })
    expect(body).toMatchObject({ version: 2, validFrom: new Date(NOW).toISOString() })
    expect(await postage()).toContain('77')
    expect(await postage(NOW - DAY)).not.toContain('77')
    await call('POST', '/v1/policies/rollback', { version: 0 })
    expect(await postage()).not.toContain('77')
  })

  test("tomorrow's holds by the time of the message, and outlives the process", async () => {
    const dataDir = temporaryFolder()
    const first = await desk(dataDir)
    const validFrom = new Date(NOW + DAY).toISOString()
    expect((await first.call('PUT', '/v1/policies', { policy: dearer(await first.policy()), validFrom })).status).toBe(
      200,
    )
    expect(await first.postage()).not.toContain('77')
    expect(await first.postage(NOW + DAY)).toContain('77')
    await first.close()
    const second = await desk(dataDir)
    expect(await second.postage()).not.toContain('77')
    second.pass(DAY)
    expect(await second.postage()).toContain('77')
    const { body } = await second.call('GET', '/v1/policies/versions')
    expect(body.versions).toMatchObject([{ version: 1, validFrom, inForce: true, author: expect.any(String) }])
    expect((await second.call('GET', `/v1/policies?at=${new Date(NOW).toISOString()}`)).body).toEqual(
      JSON.parse(JSON.stringify(unedited.store)),
    )
    const past = { policy: await second.policy(), validFrom: new Date(NOW).toISOString() }
    expect((await second.call('PUT', '/v1/policies', past)).status).toBe(400)
  })

  test('of two who write it one is told that it has changed', async () => {
    const { call, policy } = await desk()
    const known = await policy()
    const { etag: match } = await call('GET', '/v1/policies')
    const put = (name: string) => call('PUT', '/v1/policies', { policy: { ...known, name } }, { match })
    const results = await Promise.all([put('甲店'), put('乙店')])
    expect(results.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})
