import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import type { SuggestDeps } from '../../../src/suggest/index.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { gatewayUnderTest, keyOf, type Options, temporaryFolder } from '../gateway-under-test.ts'

let trained: Engine
let unedited: SuggestDeps
beforeAll(async () => {
  trained = await trainedEngine()
  unedited = trained.deps('demo')
})
beforeEach(() => trained.equip('demo', { library: unedited.library, isPaused: false }))

const OWN = 'own.mailing'
const own = (text: string, rest: object = {}) => ({
  id: OWN,
  locale: 'zh',
  intents: ['shipping_fee.fee'],
  wordings: [{ open: text, short: text }],
  ...rest,
})

async function desk(options: Options = {}) {
  const lead = 'lead-key'
  const keys = [keyOf({ roles: ['lead'] }, lead), keyOf({ roles: ['agent'] }, 'agent-key')]
  const gateway = await gatewayUnderTest({ engine: trained, pipeline, keys, ...options })
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
    key = lead,
  ) => {
    const response = await gateway.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(body ? { payload: body } : {}),
    })
    return { status: response.statusCode, body: response.json(), etag: String(response.headers.etag) }
  }
  const offered = async (text: string) => {
    await gateway.gateway.scriptDesk.settled()
    const { body } = await call('POST', '/v1/suggestions', { messages: [{ role: 'shopper', text }], limit: 10 })
    return body as { paused?: true; suggestions: { scriptId: string; text: string }[] }
  }
  return { ...gateway, call, offered }
}

describe('a script of its own', () => {
  test('is offered once it is added, no longer once it is retired, and again when that is taken back', async () => {
    const { call, offered } = await desk()
    const added = await call('POST', '/v1/scripts', { script: own('邮费看地区的，您在哪里呀') })
    expect([added.status, added.body]).toMatchObject([
      201,
      { id: OWN, status: 'approved', origin: 'own', version: 1, findings: [] },
    ])
    const isOffered = async () =>
      (await offered('邮费多少')).suggestions.some(({ text }) => text.includes('邮费看地区的'))
    expect(await isOffered()).toBe(true)
    expect((await call('DELETE', `/v1/scripts/${OWN}`)).body).toMatchObject({ status: 'retired', version: 2 })
    expect(await isOffered()).toBe(false)
    expect((await call('POST', `/v1/scripts/${OWN}/rollback`, { version: 1 })).body).toMatchObject({
      status: 'approved',
      version: 3,
    })
    expect(await isOffered()).toBe(true)
  })

  test('is refused with the path of each fault', async () => {
    const { call } = await desk()
    const script = own('到{{nowhere}}', { intents: ['no.such'], colour: 1 })
    const { status, body } = await call('POST', '/v1/scripts', { script })
    expect([status, body.error.code]).toEqual([400, 'bad_request'])
    const rest = own('到{{nowhere}}', { intents: ['no.such'] })
    expect(
      (await call('POST', '/v1/scripts', { script: rest })).body.error.details.map((one: { path: string }) => one.path),
    ).toEqual(['body.script.intents.0', 'body.script.wordings.0.open', 'body.script.wordings.0.short'])
  })

  test('an id stands once', async () => {
    const { call } = await desk()
    await call('POST', '/v1/scripts', { script: own('在的') })
    expect((await call('POST', '/v1/scripts', { script: own('在呢') })).status).toBe(409)
    expect((await call('PUT', '/v1/scripts/own.nowhere', { script: own('在', { id: 'own.nowhere' }) })).status).toBe(
      404,
    )
  })

  test('words that the guard blocks are kept as a draft, with what it says', async () => {
    const { call, offered } = await desk()
    const { status, body } = await call('POST', '/v1/scripts', { script: own('加我微信 abc12345 私下转账更便宜') })
    expect([status, body.status]).toEqual([201, 'draft'])
    expect(body.findings[0]).toMatchObject({ path: 'wordings.0.short', verdict: 'block' })
    expect((await offered('邮费多少')).suggestions.some(({ text }) => text.includes('微信'))).toBe(false)
    const refused = await call('POST', '/v1/scripts/bulk', { changes: [{ id: OWN, op: 'approve' }] })
    expect([refused.status, refused.body.error.details[0].path]).toEqual([
      400,
      'body.changes.0.script.wordings.0.short',
    ])
    expect((await call('GET', '/v1/scripts?status=draft')).body.scripts).toMatchObject([{ id: OWN, status: 'draft' }])
  })
})

describe("the pack's scripts", () => {
  const firstOf = async (call: Awaited<ReturnType<typeof desk>>['call']) => {
    const { scripts } = (await call('GET', '/v1/scripts?intent=shipping_fee.fee&limit=1')).body
    return (await call('GET', `/v1/scripts/${scripts[0].id}`)).body
  }

  test('can be overridden and given back; the pack itself stays as it is', async () => {
    const { call } = await desk()
    const before = await firstOf(call)
    expect(before).toMatchObject({ version: 0, origin: 'pack', status: 'approved' })
    const script = { ...before.script, note: '我们店的说法' }
    const { body } = await call('PUT', `/v1/scripts/${before.id}`, { script })
    expect(body).toMatchObject({ version: 1, origin: 'override', status: 'approved', base: before.script })
    expect(body.script.note).toBe('我们店的说法')
    const versions = (await call('GET', `/v1/scripts/${before.id}/versions`)).body.versions
    expect(versions).toMatchObject([
      { version: 1, author: expect.stringMatching(/^key:/), diff: [{ path: 'note', after: '我们店的说法' }] },
    ])
    const { body: back } = await call('POST', `/v1/scripts/${before.id}/rollback`, { version: 0 })
    expect([back.origin, back.script, back.version]).toEqual(['pack', before.script, 2])
  })

  test('an upgrade leaves what the store wrote alone, and shows old, new and own', async () => {
    const dataDir = temporaryFolder()
    const first = await desk({ dataDir })
    const before = await firstOf(first.call)
    const script = { ...before.script, note: '我们店的说法' }
    await first.call('PUT', `/v1/scripts/${before.id}`, { script })
    await first.close()
    const upgraded = { ...before.script, note: '新版' }
    const engine: Engine = {
      ...trained,
      shipped: (store) => {
        const shipped = trained.shipped(store)
        return { ...shipped, scripts: shipped.scripts.map((one) => (one.id === before.id ? upgraded : one)) }
      },
    }
    const { call } = await desk({ dataDir, engine })
    const { body } = await call('GET', `/v1/scripts/${before.id}`)
    expect(body).toMatchObject({ conflict: 'base', script, oldBase: before.script, base: upgraded })
    expect((await call('GET', '/v1/scripts?conflict=base')).body.scripts).toMatchObject([{ id: before.id }])
    expect((await call('GET', '/v1/scripts/conflicts')).body.conflicts).toMatchObject([
      { kind: 'base', scriptId: before.id },
    ])
    await call('PUT', `/v1/scripts/${before.id}`, { script })
    expect((await call('GET', '/v1/scripts?conflict=base')).body.scripts).toEqual([])
  })
})

test('of two who edit the same script one is told that it has changed', async () => {
  const { call } = await desk()
  await call('POST', '/v1/scripts', { script: own('在的') })
  const { etag } = await call('GET', `/v1/scripts/${OWN}`)
  const put = (text: string) => call('PUT', `/v1/scripts/${OWN}`, { script: own(text) }, { 'if-match': etag })
  const results = await Promise.all([put('在呢'), put('在哦')])
  expect(results.map(({ status }) => status).sort()).toEqual([200, 412])
  expect((await call('GET', `/v1/scripts/${OWN}/versions`)).body.versions).toHaveLength(2)
})

test('many changes are made together or not at all', async () => {
  const { call } = await desk()
  const put = (i: number, rest: object = {}) => {
    const id = `own.${i}`
    return { id, op: 'put', script: own(`第${i}句`, { id, ...rest }) }
  }
  const changes = [put(1), put(2), put(3, { intents: ['no.such'] })]
  const refused = await call('POST', '/v1/scripts/bulk', { changes })
  expect([refused.status, refused.body.error.details]).toEqual([
    400,
    [{ path: 'body.changes.2.script.intents.0', message: 'unknown intent "no.such"' }],
  ])
  expect((await call('GET', '/v1/scripts/own.1')).status).toBe(404)
  const made = await call('POST', '/v1/scripts/bulk', { changes: [put(1), put(2)] })
  expect(made.body.scripts).toMatchObject([
    { id: 'own.1', version: 1 },
    { id: 'own.2', version: 1 },
  ])
  const stale = await call('POST', '/v1/scripts/bulk', {
    changes: [
      { id: 'own.1', op: 'retire', version: 1 },
      { id: 'own.2', op: 'retire', version: 7 },
    ],
  })
  expect(stale.status).toBe(412)
  expect((await call('GET', '/v1/scripts/own.1')).body.status).toBe('approved')
  const twice = await call('POST', '/v1/scripts/bulk', { changes: [put(1), put(1)] })
  expect([twice.status, twice.body.error.message]).toEqual([400, 'body.changes.1.id: it stands here twice'])
})

describe('roles', () => {
  test('what an agent writes for all is a draft that a lead approves; to approve it is not theirs', async () => {
    const { call } = await desk()
    const { body } = await call('POST', '/v1/scripts', { script: own('邮费看地区的') }, {}, 'agent-key')
    expect(body.status).toBe('draft')
    const approve = { changes: [{ id: OWN, op: 'approve' }] }
    expect((await call('POST', '/v1/scripts/bulk', approve, {}, 'agent-key')).status).toBe(403)
    const asked = { script: own('邮费看地区'), status: 'approved' }
    expect((await call('PUT', `/v1/scripts/${OWN}`, asked, {}, 'agent-key')).status).toBe(403)
    expect((await call('DELETE', `/v1/scripts/${OWN}`, undefined, {}, 'agent-key')).status).toBe(403)
    expect((await call('POST', '/v1/scripts/bulk', approve)).body.scripts[0].status).toBe('approved')
  })
})

test('edits outlive the process', async () => {
  const dataDir = temporaryFolder()
  const first = await desk({ dataDir })
  await first.call('POST', '/v1/scripts', { script: own('邮费看地区的，您在哪里呀') })
  await first.call('PUT', '/v1/suggestions/pause', { paused: true })
  await first.close()
  const second = await desk({ dataDir })
  expect((await second.call('GET', `/v1/scripts/${OWN}`)).body).toMatchObject({ status: 'approved', version: 1 })
  expect((await second.call('GET', '/v1/suggestions/pause')).body.paused).toBe(true)
  await second.call('PUT', '/v1/suggestions/pause', { paused: false })
  const { suggestions } = await second.offered('邮费多少')
  expect(suggestions.some(({ text }) => text.includes('邮费看地区的'))).toBe(true)
})

test('a lead switches all suggestions off and on again; answers say so', async () => {
  const { call, offered } = await desk()
  expect((await call('PUT', '/v1/suggestions/pause', { paused: true }, {}, 'agent-key')).status).toBe(403)
  expect((await call('PUT', '/v1/suggestions/pause', { paused: true })).body).toMatchObject({
    store: 'demo',
    paused: true,
    author: expect.stringMatching(/^key:/),
  })
  const off = await offered('邮费多少')
  expect([off.paused, off.suggestions]).toEqual([true, []])
  await call('PUT', '/v1/suggestions/pause', { paused: false })
  const on = await offered('邮费多少')
  expect([on.paused, on.suggestions.length > 0]).toEqual([undefined, true])
})

test('what contradicts itself, the policy or the calendar is found', async () => {
  const { call } = await desk()
  const put = (id: string, text: string, rest: object = {}, reviewOn?: string) => ({
    id,
    op: 'put',
    script: own(text, { id, ...rest }),
    ...(reviewOn ? { reviewOn } : {}),
  })
  const intents = ['stock_availability.check']
  const made = await call('POST', '/v1/scripts/bulk', {
    changes: [
      put('own.there', '这款有货的', { intents }),
      put('own.gone', '这款暂时没货，补货会通知您', { intents }),
      put('own.over', '双十一活动已经开始啦', { intents, when: { until: '2020-11-11' } }),
      put('own.look', '周末也有人在的', { intents }, '2020-01-01'),
    ],
  })
  expect(made.status).toBe(200)
  const { conflicts } = (await call('GET', '/v1/scripts/conflicts')).body
  const found = conflicts.map(({ kind, scriptId }: { kind: string; scriptId: string }) => `${kind} ${scriptId}`)
  expect(found).toContain('expired own.over')
  expect(found).toContain('review own.look')
  const twin = conflicts.find(({ kind }: { kind: string }) => kind === 'twin')
  expect([twin.scriptId, twin.otherId].sort()).toEqual(['own.gone', 'own.there'])
})
