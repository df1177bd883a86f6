import { describe, expect, test } from 'vitest'
import { learningStore } from './small-store.ts'

type Store = Awaited<ReturnType<typeof learningStore>>
const keep = (store: Store, fields: object = {}) =>
  store.call('POST', '/v1/learning/proposals', {
    ...{ text: '江苏五块钱就能到家门口哦', intent: 'shipping_fee.fee', scope: 'personal', agent: { id: 'li' } },
    ...fields,
  })
const shownTo = async (store: Store, agent: string) => {
  const messages = [{ role: 'shopper', text: '邮费多少钱' }]
  const { body } = await store.call('POST', '/v1/suggestions', { agent: { id: agent }, messages, query: '江苏五块' })
  return body.suggestions.map(({ text }: { text: string }) => text) as string[]
}

describe('a reply that an agent keeps', () => {
  test('is offered to that agent at once, and to nobody else', async () => {
    const store = await learningStore()
    await store.learn()
    const { status, body } = await keep(store)
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'personal', owner: 'li', intents: ['shipping_fee.fee'] })
    expect(await shownTo(store, 'li')).toContain('江苏五块钱就能到家门口哦')
    expect(await shownTo(store, 'wang')).not.toContain('江苏五块钱就能到家门口哦')
    // the same once more is the same
    expect((await keep(store)).body.id).toBe(body.id)
  })

  test('for the whole store waits for the lead', async () => {
    const store = await learningStore()
    await store.learn()
    const { body } = await keep(store, { scope: 'store' })
    expect(body).toMatchObject({ state: 'proposed', agents: [{ id: 'li', times: 1 }] })
    expect(await shownTo(store, 'li')).not.toContain('江苏五块钱就能到家门口哦')
    await store.call('PUT', `/v1/learning/proposals/${body.id}`, { state: 'shared' })
    expect(await shownTo(store, 'wang')).toContain('江苏五块钱就能到家门口哦')
    // and what was decided stays decided
    expect((await keep(store, { scope: 'store' })).body.state).toBe('shared')
  })

  test.for([
    [{ text: ' ' }, 'body.text'],
    [{ text: '我的电话是13812345678' }, 'body.text'],
    [{ intent: 'no.such' }, 'body.intent'],
    [{ agent: undefined }, undefined],
  ] as const)('is refused: %j', async ([fields, path]) => {
    const store = await learningStore()
    const { status, body } = await keep(store, fields)
    expect(status).toBe(400)
    expect(body.error.details[0]?.path).toBe(path)
  })
})
