import { describe, expect, test } from 'vitest'
import { keyOf, temporaryFolder } from '../gateway-under-test.ts'
import { connect, OPEN } from '../socket-client.ts'
import { followedLog } from './followed-log.ts'
import { FEE, learningStore } from './small-store.ts'

const AGENTS = ['li', 'wang', 'zhao', 'sun', 'zhou']
type Store = Awaited<ReturnType<typeof learningStore>>
const prefer = async (store: Store, scriptId: string, agents = AGENTS) => {
  for (const agent of agents) await store.send(agent, scriptId)
  await store.learn()
}
const dismiss = async (store: Store, scriptId: string, agents: readonly string[], times: number) => {
  for (let i = 0; i < times; i += 1) for (const agent of agents) await store.dismiss(agent, scriptId)
  await store.learn()
}

describe('what agents really send', () => {
  test('comes first in the next answers, without a restart', async () => {
    const store = await learningStore()
    const before = await store.order()
    expect(before.indexOf('s3')).toBeGreaterThan(1)
    await prefer(store, 's3')
    expect((await store.order())[0]).toBe('s3')
    const { body } = await store.call('GET', `/v1/learning/scripts?intent=${FEE}&script=s3`)
    expect(body.scripts).toMatchObject([{ scriptId: 's3', intent: FEE, agents: 5, isTrusted: true }])
  })

  test('of four agents moves it by one place', async () => {
    const store = await learningStore()
    const before = await store.order()
    for (let i = 0; i < 3; i += 1) await prefer(store, 's3', AGENTS.slice(1))
    const after = await store.order()
    expect(before.indexOf('s3') - after.indexOf('s3')).toBe(1)
  })

  test('is there again after a restart, from what was saved and from the log alone', async () => {
    const followed = followedLog()
    const first = await learningStore({ followed })
    await prefer(first, 's3')
    const order = await first.order()
    await first.close()
    const saved = [...followed.folds.values()]
    expect(saved).toMatchObject([{ name: 'learning', n: followed.records.length }])
    const second = await learningStore({ followed })
    await second.learn()
    expect(await second.order()).toEqual(order)
    await second.close()
    expect([...followed.folds.values()]).toEqual(saved)
    followed.folds.clear()
    const third = await learningStore({ followed })
    await third.learn()
    expect(await third.order()).toEqual(order)
  })

  test('is learned by itself soon after', async () => {
    const store = await learningStore({ limits: (limits) => ({ ...limits, learning: { followMs: 5, saveMs: 1e9 } }) })
    for (const agent of AGENTS) await store.send(agent, 's3')
    await expect.poll(() => store.order().then(([first]) => first)).toBe('s3')
  })
})

describe('the switch', () => {
  test('gives back the exact order, and what was learned when it is on again', async () => {
    const store = await learningStore()
    const before = await store.order()
    await prefer(store, 's3')
    const learned = await store.order()
    const off = await store.call('PUT', '/v1/learning', { on: false })
    expect(off.body).toMatchObject({ store: 'small', on: false })
    expect(await store.order()).toEqual(before)
    await prefer(store, 's2')
    expect(await store.order()).toEqual(before)
    await store.call('PUT', '/v1/learning', { on: true })
    expect(await store.order()).not.toEqual(before)
    expect((await store.order()).slice(0, 2).sort()).toEqual(['s2', 's3'])
    expect(learned[0]).toBe('s3')
  })

  test('resets to a place in the log: the order is what it was there, and learning goes on', async () => {
    const store = await learningStore()
    const before = await store.order()
    await prefer(store, 's3')
    const { body: status } = await store.call('GET', '/v1/learning')
    const there = await store.order()
    await prefer(store, 's2')
    await prefer(store, 's2')
    expect(await store.order()).not.toEqual(there)
    const reset = await store.call('PUT', '/v1/learning', { resetTo: status.n })
    expect(reset.body.forgotten).toMatchObject([{ after: status.n }])
    await store.learn()
    expect(await store.order()).toEqual(there)

    await store.call('PUT', '/v1/learning', { resetTo: '2020-01-01T00:00:00Z' })
    // at once, before anything is folded anew
    expect(await store.order()).toEqual(before)
    await store.learn()
    expect(await store.order()).toEqual(before)
    await prefer(store, 's1')
    expect((await store.order())[0]).toBe('s1')
  })

  test('what was forgotten stays so after a restart', async () => {
    const followed = followedLog()
    const dataDir = temporaryFolder()
    const first = await learningStore({ followed, dataDir })
    const before = await first.order()
    await prefer(first, 's3')
    await first.call('PUT', '/v1/learning', { resetTo: 0 })
    await first.close()
    const second = await learningStore({ followed, dataDir })
    await second.learn()
    expect(await second.order()).toEqual(before)
    expect((await second.call('GET', '/v1/learning')).body.forgotten).toMatchObject([{ after: 0 }])
  })
})

describe('dismissed scripts', () => {
  test('stop coming, are listed, and come back with one call', async () => {
    const store = await learningStore()
    const before = await store.order()
    await dismiss(store, before[0]!, AGENTS, 2)
    expect(await store.order()).not.toContain(before[0])
    const { body } = await store.call('GET', '/v1/learning/dismissed')
    expect(body.scripts).toMatchObject([
      { scriptId: before[0], intent: FEE, stage: 'presale', state: 'suppressed', by: 'agents', agents: 5 },
    ])
    const { scriptId, intent, stage } = body.scripts[0]
    const returned = await store.call('PUT', '/v1/learning/dismissed', { scriptId, intent, stage, state: 'returned' })
    expect(returned.body.scripts).toMatchObject([{ scriptId, state: 'returned', by: 'lead' }])
    expect(await store.order()).toContain(scriptId)
  })

  test('by few are proposed to the lead, who may take them away', async () => {
    const store = await learningStore()
    await dismiss(store, 's0', AGENTS.slice(0, 2), 3)
    expect(await store.order()).toContain('s0')
    const { body } = await store.call('GET', '/v1/learning/dismissed')
    expect(body.scripts).toMatchObject([{ scriptId: 's0', state: 'proposed', by: 'agents', agents: 2 }])
    const spot = { scriptId: 's0', intent: FEE, stage: 'presale' }
    await store.call('PUT', '/v1/learning/dismissed', { ...spot, state: 'suppressed' })
    expect(await store.order()).not.toContain('s0')
  })

  test('that are duties, or are no scripts, are not taken away', async () => {
    const store = await learningStore()
    const put = (scriptId: string) =>
      store.call('PUT', '/v1/learning/dismissed', { scriptId, intent: FEE, stage: 'presale', state: 'suppressed' })
    expect((await put('duty')).status).toBe(400)
    expect((await put('nothing')).status).toBe(404)
  })
})

describe("an agent's own words", () => {
  const WORDS = '这个咱们先问下仓库再说好吗'
  test('become a script when a person says so, and are offered to nobody before', async () => {
    const store = await learningStore()
    for (let i = 0; i < 3; i += 1) await store.say('li', WORDS)
    await store.learn()
    const texts = async (agent: string) => (await store.ask(agent)).shown.suggestions.map(({ text }) => text)
    const { body } = await store.call('GET', '/v1/learning/proposals')
    expect(body.proposals).toMatchObject([{ text: WORDS, state: 'proposed', agents: [{ id: 'li', times: 3 }] }])
    const shownTo = async (agent: string) => {
      const { body: answer } = await store.call('POST', '/v1/suggestions', {
        agent: { id: agent },
        limit: 10,
        messages: [{ role: 'shopper', text: '邮费多少钱' }],
      })
      return answer.suggestions.map(({ text }: { text: string }) => text)
    }
    expect(await shownTo('li')).not.toContain(WORDS)
    const { id } = body.proposals[0]
    await store.call('PUT', `/v1/learning/proposals/${id}`, { state: 'personal', owner: 'li' })
    expect(await shownTo('li')).toContain(WORDS)
    expect(await shownTo('wang')).not.toContain(WORDS)
    await store.call('PUT', `/v1/learning/proposals/${id}`, { state: 'shared' })
    expect(await shownTo('wang')).toContain(WORDS)
    await store.call('PUT', `/v1/learning/proposals/${id}`, { state: 'refused' })
    expect(await shownTo('li')).not.toContain(WORDS)
    expect(await texts('li')).not.toContain(WORDS)
  })
})

describe('quiet', () => {
  test('is marked on what nobody asked for, and not counted against the list', async () => {
    const store = await learningStore()
    const client = await connect(await store.listen())
    client.send({ ...OPEN, agent: { id: 'li', name: '小李' } })
    await client.next('session.ready')
    const say = (messageId: string) =>
      client.send({ type: 'message.add', conversationId: 'c', messageId, role: 'shopper', text: '邮费多少钱' })
    say('m1')
    expect((await client.next('suggestions.ready')).quiet).toBeUndefined()
    await store.call('PUT', '/v1/learning/quiet', { agent: 'li', quiet: true })
    say('m2')
    const aside = await client.next('suggestions.ready', ({ messageId }) => messageId === 'm2')
    expect(aside.quiet).toBe(true)
    expect(aside.suggestions.length).toBeGreaterThan(0)
    client.send({ type: 'suggest.request', conversationId: 'c' })
    expect((await client.next('suggestions.ready', ({ because }) => because === 'manual')).quiet).toBeUndefined()
    expect((await store.call('GET', '/v1/learning/quiet')).body).toEqual({ store: 'small', agents: ['li'] })
    await store.call('PUT', '/v1/learning/quiet', { agent: 'li', quiet: false })
    expect((await store.call('GET', '/v1/learning/quiet')).body.agents).toEqual([])
  })
})

describe('exploration', () => {
  test('is drawn for in live answers only, and logged with its chance', async () => {
    const store = await learningStore({ draw: () => 0 })
    const order = await store.order()
    const { shown } = await store.ask('li')
    expect(shown.suggestions.map(({ scriptId }) => scriptId)).toEqual([order[1], order[0], order[3]])
    expect(shown.suggestions[0]).toMatchObject({ propensity: 0.15 })
    expect(await store.order()).toEqual(order)
  })
})

describe('the roles', () => {
  test('of agents are not enough for what concerns all', async () => {
    const store = await learningStore({ keys: [keyOf({ roles: ['agent'] })] })
    const spot = { scriptId: 's0', intent: FEE, stage: 'presale', state: 'suppressed' }
    const refused = [
      await store.call('GET', '/v1/learning'),
      await store.call('PUT', '/v1/learning', { on: false }),
      await store.call('GET', '/v1/learning/scripts'),
      await store.call('GET', '/v1/learning/dismissed'),
      await store.call('PUT', '/v1/learning/dismissed', spot),
      await store.call('GET', '/v1/learning/quiet'),
      await store.call('PUT', '/v1/learning/quiet', { agent: 'somebody', quiet: true }),
    ]
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403))
    expect((await store.call('GET', '/v1/learning/proposals')).body).toEqual({ proposals: [] })
    expect((await store.call('PUT', '/v1/learning/proposals/x', { state: 'shared' })).status).toBe(404)
  })
})

describe('trouble', () => {
  test('an event that cannot be read is passed over, and the rest is learned', async () => {
    const followed = followedLog()
    const store = await learningStore({ followed })
    followed.records.push({
      ...(followed.records[0] ?? RECORD),
      n: followed.records.length + 1,
      kind: 'answer',
      body: null,
    })
    await prefer(store, 's3')
    expect((await store.order())[0]).toBe('s3')
    expect(store.logged.join()).toContain('an event could not be learned from')
  })

  test('a log that cannot be read is tried again', async () => {
    const followed = followedLog()
    let isDown = true
    const log = {
      ...followed.log,
      read: (after: number, limit: number) =>
        isDown ? Promise.reject(new Error('down')) : followed.log.read(after, limit),
    }
    const store = await learningStore({ followed, learningLog: log })
    for (const agent of AGENTS) await store.send(agent, 's3')
    await expect(store.learn()).rejects.toThrow('down')
    isDown = false
    await store.learn()
    expect((await store.order())[0]).toBe('s3')
  })
})

const RECORD = {
  store: 'small',
  channel: 'taobao',
  conversationId: 'c',
  key: '',
  print: '',
  at: 0,
  kind: 'answer',
  body: null,
} as const
