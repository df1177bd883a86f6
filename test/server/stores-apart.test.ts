/** Two stores of one installation, with the same ids for everything: with a key of one nothing of the other can be seen, heard or changed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CLIENT_FRAMES, Role } from '../../src/protocol/index.ts'
import { storeSkeleton } from '../../src/server/cli/store-skeleton.ts'
import { createEngine } from '../../src/server/engine.ts'
import { startRealApp } from '../e2e/real-app.ts'
import { trainedDataDir } from '../trained-engine.ts'
import { exampleOf, type JsonSchema } from './example-of.ts'
import { keyOf } from './gateway-under-test.ts'
import { openSession } from './socket-client.ts'

/** A word that stands in everything of a store. */
const MARK = { a: '梧桐', b: '海棠' } as const
type StoreId = keyof typeof MARK
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const NOW = Date.parse('2026-11-22T02:00:00Z')
const AT = new Date(NOW).toISOString()
const AGENTS = ['ann', 'bob', 'cai', 'dan', 'eve']

let folder: string
let under: Awaited<ReturnType<typeof startRealApp>>
const ids: Record<StoreId, string[]> = { a: [], b: [] }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huashu-apart-'))
  for (const id of Object.keys(MARK)) {
    const { store, products } = storeSkeleton(id)
    await mkdir(join(folder, id))
    await writeFile(join(folder, id, 'store.yaml'), store)
    await writeFile(join(folder, id, 'products.yaml'), products)
  }
  under = await startRealApp({
    engine: await createEngine({ dataDir: trainedDataDir, storesDir: folder }),
    clock: { now: () => NOW },
    keys: Object.keys(MARK).map((id) => keyOf({ stores: [id], roles: Role.options }, `key-${id}`)),
    follows: true,
  })
  await furnish('a')
  await furnish('b')
  await settle()
})
afterAll(async () => {
  await under?.close()
  await rm(folder, { recursive: true, force: true })
})

async function send(key: StoreId, method: Method, url: string, payload?: object | string) {
  const headers = {
    authorization: `Bearer key-${key}`,
    ...(typeof payload === 'string' ? { 'content-type': 'text/csv' } : {}),
  }
  const { statusCode, body } = await under.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: statusCode, body, json: () => JSON.parse(body) }
}

/** What was written is read, counted and learned. */
async function settle(): Promise<void> {
  const { gateway } = under
  await gateway.log.flush()
  await Promise.all([gateway.scriptDesk.settled(), gateway.goodsDesk.settled()])
  await gateway.learning.catchUp()
  await gateway.kpis!.catchUp()
}

/** The same ids in both stores, and some that only this one has. */
async function furnish(store: StoreId): Promise<void> {
  const word = MARK[store]
  const done = async (method: Method, url: string, payload: object | string) => {
    const answer = await send(store, method, url, payload)
    expect(answer.status, `${method} ${url}: ${answer.body}`).toBeLessThan(300)
    return answer.json()
  }
  const script = (id: string, text: string) => ({
    ...{ id, locale: 'zh', category: 'C90', tier: 'answer', intents: ['invoice.request'] },
    wordings: [{ open: text, short: text }],
  })
  await done('POST', '/v1/scripts', { store, script: script('own.same', `${word}开发票很快的`) })
  await done('PUT', '/v1/scripts/own.same', { store, script: script('own.same', `${word}开发票都很快的哦`) })
  await done('POST', '/v1/scripts', { store, script: script(`own.only-${store}`, `${word}的发票可以补开`) })
  await done('POST', '/v1/scripts', { store, status: 'draft', script: script('own.draft', `${word}的发票慢慢来`) })
  const goods = ['same', `only-${store}`].map((id) => ({
    id,
    title: `${word}衬衫`,
    shortName: `${word}衬衫`,
    price: 59,
  }))
  await done('POST', '/v1/products', { store, products: goods.map((one) => ({ ...one, category: 'clothing' })) })
  const { name: _, ...policy } = (await send(store, 'GET', '/v1/policies')).json()
  await done('PUT', '/v1/policies', { store, policy: { ...policy, name: `${word}小店` } })

  for (const conversationId of ['same', `only-${store}`]) {
    const talk = { store, channel: 'web', conversationId, agent: { id: 'ann', name: `${word}客服` } }
    const shopper = { id: conversationId, name: `${word}买家` }
    const message = { messageId: 'm1', role: 'shopper', text: `${word}可以开发票吗` }
    await done('POST', '/v1/messages', { ...talk, shopper: { id: conversationId }, facts: { shopper }, message })
    await done('POST', '/v1/events', {
      store,
      channel: 'web',
      conversationId,
      eventId: conversationId,
      type: 'bad_review',
      at: AT,
    })
  }
  const answer = await done('POST', '/v1/suggestions', { store, conversationId: 'same', messages: [], query: '发票' })
  const feedback = { eventId: 'f1', turnId: answer.turnId, suggestionId: answer.suggestions[0].id, at: AT }
  await done('POST', '/v1/feedback', { ...feedback, action: 'reported', agent: { id: 'ann' } })
  const task = await done('POST', '/v1/tasks', { store, taskId: 'same', conversationId: 'same', dueAt: AT, text: word })

  const agent = { id: 'ann', name: `${word}客服` }
  const meaning = store === 'a' ? 'invoice.request' : 'shipping_fee.fee'
  const correction = await done('PUT', '/v1/intents/corrections', { store, text: '这一句', intents: [meaning], agent })
  const fact = { store, slot: 'product.material', scope: 'product', product: 'same', value: `${word}棉`, agent }
  const proposed = await done('POST', '/v1/facts/proposals', fact)
  const text = `${word}的尺码表就在详情页最下面哦`
  const own = await done('POST', '/v1/learning/proposals', { store, text, scope: 'store', agent })
  await done('PUT', '/v1/learning/quiet', { store, agent: `${word}客服`, quiet: true })
  const { importId } = await done(
    'POST',
    `/v1/scripts/import?store=${store}`,
    `text,code\n${word}的衣服都可以机洗哦,same\n`,
  )
  ids[store] = [`own.only-${store}`, `only-${store}`, task.id, correction.id, proposed.id, own.id, importId]
}

interface Route {
  readonly method: Method
  readonly path: string
  readonly parameters: readonly { name: string; in: string; required?: boolean; schema: JsonSchema }[]
  readonly body: JsonSchema | undefined
}

/** Webhooks prove by their own means whom they come from, and a pairing code is its own key. */
const OTHERWISE_KEPT = /^\/v1\/(?:ingest|pairing\/claim)/
/** The figures of all stores together: refused to both keys. */
const OF_ALL = '/metrics'

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}
interface Operation {
  readonly parameters?: Route['parameters']
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } }
}
let document: Document | undefined

function openApi(): Document {
  document ??= under.app.swagger() as unknown as Document
  return document
}

const resolve = (ref: string): JsonSchema => openApi().components.schemas[ref.split('/').at(-1)!]!

function routes(): Route[] {
  return Object.entries(openApi().paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [], requestBody }]) =>
      OTHERWISE_KEPT.test(path)
        ? []
        : [
            {
              method: method.toUpperCase() as Method,
              path,
              parameters,
              body: requestBody?.content['application/json'].schema,
            },
          ],
    ),
  )
}

const SCRIPT = { locale: 'zh', category: 'C90', tier: 'answer', wordings: [{ open: '可以的哦', short: '可以的哦' }] }
/** What a schema alone does not tell of a body. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/suggestions': { messages: [{ role: 'shopper', text: '可以开发票吗' }] },
  'POST /v1/check': { conversationId: 'same' },
  'PUT /v1/intents/corrections': { text: '这一句', intents: ['invoice.request'] },
  'PUT /v1/learning/dismissed': { scriptId: 'own.same', intent: 'invoice.request' },
  'POST /v1/facts/proposals': { slot: 'product.material', scope: 'product', product: 'same', value: '棉' },
  'POST /v1/messages': { message: { messageId: 'm1', role: 'shopper', text: '别的话' } },
  'POST /v1/scripts': { script: SCRIPT },
  'PUT /v1/scripts/{id}': { script: SCRIPT },
  'POST /v1/scripts/bulk': { changes: [{ id: 'own.same', op: 'retire' }] },
  'POST /v1/products': { products: [{ id: 'same', title: '衬衫', shortName: '衬衫', category: 'other', price: 9 }] },
  'PATCH /v1/products': { products: [{ id: 'same', price: 9 }] },
  'PATCH /v1/tasks/{id}': { state: 'done' },
  'PUT /v1/learning/quiet': { agent: 'ann' },
  'POST /v1/learning/proposals': { text: '尺码表就在详情页最下面哦', agent: { id: 'ann' } },
  'PUT /v1/learning/proposals/{id}': { state: 'refused' },
}
/** Bodies that are files. */
const FILES: Readonly<Record<string, (store: StoreId) => string>> = {
  '/v1/scripts/import': () => 'text\n这条是导入的哦\n',
  '/v1/products/import': () => '{"id":"same","title":"衬衫","shortName":"衬衫","category":"other","price":9}\n',
  '/v1/suggestions/batch': (store) =>
    `${JSON.stringify({ store, messages: [{ role: 'shopper', text: '可以开发票吗' }] })}\n`,
}

const named = (store: StoreId): Readonly<Record<string, unknown>> => ({
  store,
  ...{
    channel: 'web',
    conversationId: 'same',
    format: 'qianniu',
    product: 'same',
    taskId: 'same',
  },
})

/** Calls a route, about a store where one can be named. */
async function ask(key: StoreId, { method, path, parameters, body }: Route, store: StoreId, id: string) {
  const query = parameters.flatMap((one) => {
    if (one.in !== 'query' || (one.name !== 'store' && !one.required)) return []
    return [`${one.name}=${encodeURIComponent(String(named(store)[one.name]))}`]
  })
  const url = `${path.replace('{id}', encodeURIComponent(id))}?${query.join('&')}`
  const example = body && (exampleOf(body, resolve, named(store)) as object)
  const policy = `${method} ${path}` === 'PUT /v1/policies' && {
    policy: (await send(key, 'GET', '/v1/policies')).json(),
  }
  const payload = FILES[path]?.(store) ?? (example && { ...example, ...BODIES[`${method} ${path}`], ...policy })
  return send(key, method, url, payload)
}

function namesStore({ path, parameters, body }: Route): boolean {
  const shape = body?.$ref === undefined ? body : resolve(body.$ref)
  return (
    parameters.some(({ name }) => name === 'store') ||
    Object.hasOwn(shape?.properties ?? {}, 'store') ||
    path === '/v1/suggestions/batch'
  )
}

/** Everything that its own key can read of a store. */
async function readAll(store: StoreId): Promise<Map<string, string>> {
  await settle()
  const read = new Map<string, string>()
  for (const route of routes().filter(({ method, path }) => method === 'GET' && path !== OF_ALL)) {
    const own = route.path.includes('{id}') ? ['own.same', 'same', ...ids[store]] : ['']
    for (const id of own) {
      const { status, body } = await ask(store, route, store, id)
      if (status === 200) read.set(`${route.path} ${id}`, body)
    }
  }
  for (const query of ['status=draft', 'origin=own', `q=${encodeURIComponent(MARK[store])}`])
    read.set(query, (await send(store, 'GET', `/v1/scripts?store=${store}&${query}`)).body)
  return read
}

const KEPT_APART = [
  '/v1/intents/corrections ',
  '/v1/learning/proposals ',
  '/v1/learning/quiet ',
  '/v1/facts/proposals ',
  '/v1/shoppers/{id}/export same',
  '/v1/scripts/{id} own.same',
  '/v1/scripts/{id}/versions own.same',
  '/v1/scripts/export ',
  '/v1/products ',
  '/v1/products/{id} same',
  '/v1/policies ',
  '/v1/policies/versions ',
  '/v1/stores ',
  '/v1/conversations ',
  '/v1/tasks ',
  '/v1/tasks/board ',
  'status=draft',
  'origin=own',
  `q=${encodeURIComponent(MARK.b)}`,
]

describe('over the websocket', () => {
  const session = (store: StoreId) => openSession(under.url, {}, { authorization: `Bearer key-${store}` })

  test('two conversations of one id are two: what is said in one is not heard in the other', async () => {
    const [a, b] = [await session('a'), await session('b')]
    a.send({ type: 'conversation.open', store: 'a', conversationId: 'same' })
    b.send({ type: 'conversation.open', store: 'b', conversationId: 'same' })
    await a.next('conversation.opened')
    await b.next('conversation.opened')
    await a.settle()
    const heard = a.frames.filter(({ type }) => type !== 'pong').length
    const message = { messageId: 'm2', role: 'shopper', text: `${MARK.b}几天能到` }
    b.send({ type: 'message.add', store: 'b', conversationId: 'same', ...message })
    const { turnId } = await b.next('suggestions.ready', ({ messageIds }) => messageIds.includes('m2'))
    await a.settle()
    expect(a.frames.filter(({ type }) => type !== 'pong')).toHaveLength(heard)
    expect(JSON.stringify(a.frames)).not.toContain(MARK.b)

    const figures = async () => {
      await settle()
      return (await send('b', 'GET', '/v1/kpis?store=b&by=script')).body
    }
    const before = await figures()
    a.send({ type: 'feedback.add', eventId: 'f9', turnId, action: 'dismissed', at: AT })
    await a.next('feedback.ack')
    a.send({ type: 'nudge.dismiss', nudgeId: 'note:b:same.0' })
    await a.settle()
    expect(await figures()).toBe(before)
    expect((await send('b', 'GET', '/v1/tasks/note:b:same')).json().state).toBe('open')
  })

  test('no frame reaches a conversation of the other store', async () => {
    const a = await session('a')
    for (const [type, schema] of Object.entries(CLIENT_FRAMES)) {
      if (!('store' in schema.shape)) continue
      const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema & {
        $defs?: Record<string, JsonSchema>
      }
      const frame = exampleOf(shape, (ref) => shape.$defs![ref.split('/').at(-1)!]!, {
        ...{ store: 'b', conversationId: 'same', id: type, role: 'shopper', text: '在吗' },
      })
      a.send(frame as object)
      expect([type, await a.next('error', ({ re }) => re === type)]).toMatchObject([type, { code: 'forbidden' }])
    }
    const resume = { 'b/web/same': { epoch: 'x', seq: 0 } }
    const back = await openSession(under.url, { resume, id: 'r' }, { authorization: 'Bearer key-a' })
    expect(await back.next('error')).toMatchObject({ code: 'forbidden' })
    await back.settle()
    expect(JSON.stringify([...a.frames, ...back.frames])).not.toContain(MARK.b)
  })
})

test('a paired extension serves the store of the key it was paired under', async () => {
  const { code } = (await send('b', 'POST', '/v1/pairing')).json()
  const payload = { code, agent: { id: 'ann' } }
  const claimed = await under.app.inject({ method: 'POST', url: '/v1/pairing/claim', payload })
  const headers = { authorization: `Bearer ${claimed.json().token}` }
  const me = await under.app.inject({ url: '/v1/me', headers })
  expect(me.json()).toMatchObject({ stores: ['b'], agent: { id: 'ann' } })
  expect((await under.app.inject({ url: '/v1/scripts?store=a', headers })).statusCode).toBe(403)
})

test('what the agents of one store teach moves nothing in the other', async () => {
  const question = [{ role: 'shopper', text: '可以开发票吗' }]
  const shown = async (store: StoreId) => {
    const { suggestions } = (
      await send(store, 'POST', '/v1/suggestions', { store, messages: question, limit: 10 })
    ).json()
    return (suggestions as { scriptId: string; score: number }[]).map(({ scriptId, score }) => [scriptId, score])
  }
  const known = async (store: StoreId) => {
    const read = async (url: string) => (await send(store, 'GET', `${url}?store=${store}`)).body
    const urls = ['/v1/learning', '/v1/learning/scripts', '/v1/learning/proposals', '/v1/learning/dismissed']
    return [await shown(store), ...(await Promise.all(urls.map(read)))]
  }
  await settle()
  const before = { a: await known('a'), b: await known('b') }
  for (const [i, agent] of [...AGENTS, ...AGENTS, ...AGENTS].entries()) {
    const talk = { store: 'b', channel: 'web', conversationId: `taught-${i}`, agent: { id: agent } }
    await send('b', 'POST', '/v1/messages', { ...talk, message: { ...question[0], messageId: 'm1' } })
    const text = `${MARK.b}开票请把抬头发来哦`
    await send('b', 'POST', '/v1/messages', { ...talk, message: { role: 'agent', text, messageId: 'm2' } })
    const asked = { store: 'b', conversationId: `taught-${i}`, messages: question, agent: { id: agent } }
    const { turnId, suggestions } = (await send('b', 'POST', '/v1/suggestions', asked)).json()
    const feedback = { eventId: `d${i}`, turnId, suggestionId: suggestions[0].id, action: 'dismissed', at: AT }
    await send('b', 'POST', '/v1/feedback', { ...feedback, agent: { id: agent } })
  }
  await settle()
  const after = { a: await known('a'), b: await known('b') }
  expect(after.a).toEqual(before.a)
  // each of these was taught something
  expect(after.b.map((one, i) => JSON.stringify(one) === JSON.stringify(before.b[i]))).toEqual(after.b.map(() => false))
})

describe('over every route of the OpenAPI document', () => {
  test('a store reads its own things, and no word of the other', async () => {
    const own = await readAll('b')
    expect(KEPT_APART.filter((name) => !own.get(name)?.includes(MARK.b))).toEqual([])
    for (const store of ['a', 'b'] as const) {
      const other = MARK[store === 'a' ? 'b' : 'a']
      const leaks = [...(await readAll(store))].filter(([, body]) => body.includes(other))
      expect(leaks.map(([name]) => name)).toEqual([])
    }
  })

  test('the other store is refused where it is named', async () => {
    const refused = async (route: Route) => {
      const { status, body } = await ask('a', route, 'b', 'own.same')
      return (status === 403 || route.path === '/v1/suggestions/batch') && body.includes('"forbidden"')
    }
    const open: string[] = []
    for (const route of routes().filter(namesStore))
      if (!(await refused(route))) open.push(`${route.method} ${route.path}`)
    expect(open).toEqual([])
  })

  test('whatever is done with ids that the other store has, too, or that only it has, changes nothing there', async () => {
    // who looks is written down once
    await readAll('b')
    const before = await readAll('b')
    const unreached: string[] = []
    const leaks: string[] = []
    for (const route of routes().filter(({ path }) => path !== OF_ALL)) {
      const name = `${route.method} ${route.path}`
      const tried = route.path.includes('{id}') ? [...ids.b, 'own.same', 'same'] : ['']
      for (const id of tried) {
        const { status, body } = await ask('a', route, 'a', id)
        if (status === 400) unreached.push(`${name}: ${body}`)
        if (body.includes(MARK.b)) leaks.push(`${name} ${id}`)
      }
    }
    expect([unreached, leaks]).toEqual([[], []])
    expect([...(await readAll('b'))]).toEqual([...before])
  })

  test('the figures of all stores together are for neither of them', async () => {
    expect((await send('a', 'GET', OF_ALL)).status).toBe(403)
    expect((await send('a', 'GET', '/readyz')).json().stores).toEqual(['a'])
    expect((await under.app.inject({ url: '/readyz' })).json().stores).toEqual([])
  })
})
