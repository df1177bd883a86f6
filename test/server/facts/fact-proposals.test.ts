import { describe, expect, test } from 'vitest'
import { createMemoryCluster } from '../../../src/server/adapters/cluster-memory.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import type { SuggestDeps } from '../../../src/suggest/index.ts'
import { script } from '../../scripts/script.ts'
import { desk, SCRIPTS } from '../../suggest/small-desk.ts'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, KEY, keyOf, type Options, temporaryFolder } from '../gateway-under-test.ts'

const ORIGIN = [
  script({ id: 'zh.origin', category: 'C21', intents: ['product_info.material'], text: '是{{product.origin}}产的哦' }),
  script({
    id: 'zh.origin-ask',
    category: 'C22',
    intents: ['product_info.material'],
    tier: 'hold',
    when: { lacks: ['product.origin'] },
    text: '产地我去问一下',
  }),
]

function smallEngine(): Engine {
  let deps: SuggestDeps = desk([...ORIGIN, ...SCRIPTS])
  return {
    ...fakeEngine(),
    storeIds: ['small'],
    defaultStore: 'small',
    deps: () => deps,
    tell(_, told) {
      deps = { ...deps, told }
    },
  }
}

async function shop(options: Options = {}) {
  const under = await gatewayUnderTest({ engine: smallEngine(), pipeline, ...options })
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) => {
    const response = await under.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  return {
    ...under,
    call,
    propose: (fields: object = {}) =>
      call('POST', '/v1/facts/proposals', {
        ...{ slot: 'product.origin', value: '新疆', scope: 'product', product: 'tee', agent: { id: 'a1' } },
        ...fields,
      }),
    decide: (id: string, state: string, rest: object = {}) =>
      call('POST', `/v1/facts/proposals/${id}`, { state, ...rest }),
    /** What is suggested for a talk about the tee. */
    async replies(facts: object = {}, text = '什么料子', product = 'tee') {
      const messages = [
        { role: 'shopper', kind: 'product', text: '', ref: { id: product } },
        { role: 'shopper', text },
      ]
      const { body } = await call('POST', '/v1/suggestions', { messages, facts, query: '产地', limit: 10 })
      const { body: other } = await call('POST', '/v1/suggestions', { messages, facts, query: '是', limit: 10 })
      return [...body.suggestions, ...other.suggestions].map((one: { text: string }) => one.text) as string[]
    },
  }
}

describe('a missing fact', () => {
  test('filled in for one talk makes the reply with it possible there, and nowhere else', async () => {
    const { replies } = await shop()
    expect(await replies()).toContain('产地我去问一下')
    const told = await replies({ slots: { 'product.origin': '新疆' } })
    expect(told).toContain('是新疆产的哦')
    expect(told).not.toContain('产地我去问一下')
    expect(await replies()).not.toContain('是新疆产的哦')
  })

  test('proposed for the product waits for a lead; approved it is said at once, declined no more', async () => {
    const { propose, decide, replies, call } = await shop()
    const { status, body } = await propose({ conversationId: 'c1', channel: 'taobao' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'proposed', product: 'tee', value: '新疆', locale: 'zh', agent: { id: 'a1' } })
    expect(await replies()).not.toContain('是新疆产的哦')
    expect((await decide(body.id, 'approved', { value: '新疆阿克苏' })).body).toMatchObject({ state: 'approved' })
    expect(await replies()).toContain('是新疆阿克苏产的哦')
    const { body: listed } = await call('GET', '/v1/facts/proposals?state=approved')
    expect(listed.proposals).toMatchObject([{ id: body.id, value: '新疆阿克苏', by: 'key:open' }])
    await decide(body.id, 'declined')
    expect(await replies()).not.toContain('是新疆阿克苏产的哦')
  })

  test('of the whole store holds where a product has none of its own', async () => {
    const { propose, decide, replies } = await shop()
    const store = await propose({ scope: 'store', product: undefined, value: '国内' })
    await decide(store.body.id, 'approved')
    expect(await replies()).toContain('是国内产的哦')
    await decide((await propose()).body.id, 'approved')
    expect(await replies()).toContain('是新疆产的哦')
    // what was told in the talk stands above both
    expect(await replies({ slots: { 'product.origin': '海南' } })).toContain('是海南产的哦')
  })

  test('approved is there again after a restart', async () => {
    const dataDir = temporaryFolder()
    const first = await shop({ dataDir })
    await first.decide((await first.propose()).body.id, 'approved')
    await first.close()
    const second = await shop({ dataDir })
    await second.call('GET', '/v1/facts/proposals')
    expect(await second.replies()).toContain('是新疆产的哦')
  })

  test('approved on one node is said by the other', async () => {
    const heard: (() => void)[] = []
    const cluster = () => {
      const own = createMemoryCluster({ now: Date.now })
      const news = { ...own.news, announce: () => heard.map((tell) => tell()) }
      return {
        ...own,
        news: { ...news, listen: (kind: string, tell: () => void) => kind === 'facts' && heard.push(tell) },
      }
    }
    const first = await shop({ cluster: cluster() as never })
    const database = { ...first.database, close: async () => undefined }
    const second = await shop({ cluster: cluster() as never, database })
    await first.decide((await first.propose()).body.id, 'approved')
    await second.call('GET', '/v1/facts/proposals')
    expect(await second.replies()).toContain('是新疆产的哦')
  })
})

describe('what is no fact to propose', () => {
  test.for([
    [{ slot: 'nothing.such' }, 'body.slot'],
    [{ slot: 'phone' }, 'body.slot'],
    [{ slot: 'product.category' }, 'body.slot'],
    [{ slot: 'product.name' }, 'body.slot'],
    [{ product: undefined }, 'body.product'],
    [{ product: 'unknown' }, 'body.product'],
    [{ slot: 'shipping.fee' }, 'body.scope'],
    [{ value: '  ' }, 'body.value'],
    [{ value: '长'.repeat(41) }, 'body.value'],
    [{ value: '禁语' }, 'body.value'],
  ] as const)('%j', async ([fields, path]) => {
    const engine = smallEngine()
    const forbids = {
      check: (text: string) => ({ verdict: text === '禁语' ? ('block' as const) : ('pass' as const), warnings: [] }),
    }
    const { propose } = await shop({ engine: { ...engine, deps: (id) => ({ ...engine.deps(id), guard: forbids }) } })
    const { status, body } = await propose(fields)
    expect(status).toBe(400)
    expect(body.error.details[0].path).toBe(path)
  })

  test('an agent sees their own and decides nothing', async () => {
    const { propose, call } = await shop({ keys: [keyOf()] })
    const bearer = { authorization: `Bearer ${KEY}` }
    const { status } = await call('POST', '/v1/facts/proposals/x', { state: 'approved' }, bearer)
    expect(status).toBe(403)
    expect((await propose()).status).toBe(401)
    expect((await call('GET', '/v1/facts/proposals', undefined, bearer)).body).toEqual({ proposals: [] })
  })
})
