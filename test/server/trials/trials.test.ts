import { beforeAll, beforeEach, expect, test } from 'vitest'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { type SuggestDeps, WEIGHTS } from '../../../src/suggest/index.ts'
import { script } from '../../scripts/script.ts'
import { desk as smallDesk } from '../../suggest/small-desk.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, keyOf } from '../gateway-under-test.ts'
import { FEE, learningStore } from '../learning/small-store.ts'

const NOW = Date.parse('2026-11-22T04:00:00Z')
let trained: Engine
let unedited: SuggestDeps
beforeAll(async () => {
  trained = await trainedEngine()
  unedited = trained.deps('demo')
})
beforeEach(() => {
  trained.equip('demo', { library: unedited.library, store: unedited.store, policyAt: () => unedited.store })
  trained.tryOut('demo', { of: () => undefined, said: () => [] })
})

async function desk() {
  let now = NOW
  const keys = [keyOf({ roles: ['lead'] }, 'lead'), keyOf({ roles: ['agent'] }, 'agent')]
  const opened = await gatewayUnderTest({ engine: trained, pipeline, keys, clock: { now: () => now++ } })
  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object, key = 'lead') => {
    const headers = { authorization: `Bearer ${key}` }
    const response = await opened.app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  return { ...opened, call }
}

const ID = 'own.wipes'
const WORDINGS = [
  { open: '湿巾是无香的，放心用就好', short: '湿巾无香的，放心用' },
  { open: '我们的湿巾不含香味', short: '湿巾不含香味的' },
]
const SCRIPT = { locale: 'zh', intents: ['product_info.material'], wordings: WORDINGS }
const blocked = { open: '加微信转账给你便宜，绝对是全网最低价', short: '加微信转账给你便宜' }

test('a lead compares wordings; what may not be said, and what no lead asks for, is refused', async () => {
  const { call, gateway } = await desk()
  const put = (script: object, status = 'approved') =>
    call('POST', '/v1/scripts', { script: { ...SCRIPT, ...script }, status })
  expect((await put({ id: ID })).status).toBe(201)
  await gateway.scriptDesk.settled()
  const start = (body: object, key = 'lead') => call('POST', '/v1/trials', { scriptId: ID, ...body }, key)

  for (const [method, url] of [
    ['GET', '/v1/trials'],
    ['POST', '/v1/trials'],
    ['GET', '/v1/trials/x'],
    ['POST', '/v1/trials/x/end'],
  ] as const)
    expect((await call(method, url, method === 'POST' ? { scriptId: ID } : undefined, 'agent')).status).toBe(403)
  expect((await start({ scriptId: 'no.such' })).status).toBe(404)
  expect((await start({ wordings: [0, 0] })).body.error.message).toContain('body.wordings')
  expect((await start({ wordings: [0, 7] })).status).toBe(400)
  expect((await start({ draft: true })).body.error.message).toContain('body.draft')
  expect((await call('GET', '/v1/trials/none')).status).toBe(404)

  const { status, body: trial } = await start({ margin: 0.1 })
  expect(status).toBe(201)
  expect(trial).toMatchObject({
    scriptId: ID,
    state: 'running',
    margin: 0.1,
    arms: [
      { name: 'A', from: 'wording', shown: 0, short: WORDINGS[0]!.short },
      { name: 'B', from: 'wording', shown: 0, short: WORDINGS[1]!.short },
    ],
    comparisons: [{ arm: 'B', against: 'A', decision: 'going_on' }],
    mismatched: false,
  })
  expect((await start({})).status).toBe(409)

  // which of the two a conversation gets is the same on every node, and what an agent sent is known
  const of = (id: string) => trained.deps('demo').trials?.(id)
  expect(of(ID)?.forms.map(({ wording }) => wording)).toEqual(WORDINGS)

  // a wording that is changed is not shown any more
  const anew = [WORDINGS[0]!, { open: '湿巾没有香味哦', short: '湿巾没有香味' }]
  const change = { script: { ...SCRIPT, wordings: anew }, status: 'approved' }
  expect((await call('PUT', `/v1/scripts/${ID}`, change)).status).toBe(200)
  expect(of(ID)).toBeUndefined()
  expect((await call('GET', `/v1/trials/${trial.id}`)).body.state).toBe('changed')

  // a draft against the wording in use; one that the guard blocks never enters
  await call('PUT', `/v1/scripts/${ID}`, { script: { ...SCRIPT, wordings: [blocked] }, status: 'draft' })
  expect((await start({ draft: true })).status).toBe(400)
  const facts = [{ open: '湿巾{{product.price}}', short: '湿巾{{product.price}}' }]
  await call('PUT', `/v1/scripts/${ID}`, { script: { ...SCRIPT, wordings: facts }, status: 'draft' })
  expect((await start({ draft: true })).body.error.message).toContain('the same facts')
  const draft = [{ open: '这款湿巾闻不到香味', short: '湿巾闻不到香味' }]
  await call('PUT', `/v1/scripts/${ID}`, { script: { ...SCRIPT, wordings: draft }, status: 'draft' })
  const second = (await start({ draft: true })).body
  expect(second.arms.map(({ from }: { from: string }) => from)).toEqual(['wording', 'draft'])
  expect(trained.deps('demo').analyse.scriptSaid?.('湿巾闻不到香味', 'zh')?.id).toBe(ID)

  const { body: list } = await call('GET', `/v1/trials?script=${ID}`)
  expect(list.trials.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    [second.id, 'running'],
    [trial.id, 'ended'],
  ])
  expect((await call('POST', `/v1/trials/${second.id}/end`, {})).body.state).toBe('ended')
  expect(of(ID)).toBeUndefined()
})

/** A store with one script that is said in two ways. */
function twoWays(): Engine {
  const wordings = [
    { open: '甲开场，邮费看地区', short: '甲说法，邮费看地区' },
    { open: '乙开场，邮费按重量', short: '乙说法，邮费按重量' },
  ]
  const scripts = [script({ id: 'two', intents: [FEE], wordings })]
  let deps = smallDesk(scripts)
  return {
    ...fakeEngine(),
    storeIds: ['small'],
    defaultStore: 'small',
    deps: () => deps,
    teach(_, taught = { weights: WEIGHTS, learned: undefined }) {
      deps = { ...deps, ...taught }
    },
    tryOut(_, { of: trials }) {
      deps = { ...deps, trials }
    },
    shipped: () => ({ scripts, store: deps.store, cards: [] }),
    equip: () => undefined,
  }
}

test('conversations are counted by the wording that they were shown, alike on every node; one that does harm ends the trial', async () => {
  const engine = twoWays()
  const first = await learningStore({ engine })
  const { body: trial } = await first.call('POST', '/v1/trials', { scriptId: 'two' })
  const shown = [0, 0]
  // which conversation gets which is chance: a trial has another id each time
  for (let i = 0; Math.min(...shown) < 8; i += 1) {
    const { conversationId, shown: answer } = await first.ask('li')
    const { id, text } = answer.suggestions[0]!
    const arm = text.startsWith('甲') ? 0 : 1
    shown[arm]! += 1
    if (arm === 0) {
      const message = { role: 'agent', text }
      await first.call('POST', '/v1/messages', { store: 'small', channel: 'taobao', conversationId, message })
    } else {
      const at = new Date().toISOString()
      const { turnId } = answer
      await first.call('POST', '/v1/feedback', { eventId: `f${i}`, turnId, suggestionId: id, action: 'dismissed', at })
    }
  }
  expect(engine.deps('small').trials?.('two')).toBeDefined()
  await first.learn()
  const { body } = await first.call('GET', `/v1/trials/${trial.id}`)
  expect(body.arms).toMatchObject([
    { shown: shown[0], sent: shown[0], dismissed: 0, taken: 1 },
    { shown: shown[1], sent: 0, dismissed: shown[1], taken: 0 },
  ])
  expect(body.comparisons[0]).toMatchObject({ decision: 'against_better', taken: { pairs: 8 } })
  expect(body).toMatchObject({ state: 'stopped', harm: { arm: 'B', by: 'dismissed' } })
  expect(engine.deps('small').trials?.('two')).toBeUndefined()

  const second = await learningStore({ engine: twoWays(), followed: first.followed })
  await second.learn()
  expect(second.gateway.learning.trial('small', trial.id)).toEqual(first.gateway.learning.trial('small', trial.id))
})

test('a voice is tried before it is written, by leads alone, and its faults have paths', async () => {
  const { call } = await desk()
  const { body: policy } = await call('GET', '/v1/policies')
  const persona = { ...policy.persona, you: '宝贝', particles: ['哈'], formality: 'formal' }
  const preview = (body: object, key = 'lead') => call('POST', '/v1/personas/preview', body, key)
  expect((await preview({ persona }, 'agent')).status).toBe(403)
  const { status, body } = await preview({ persona, limit: 5 })
  expect(status).toBe(200)
  expect(body).toMatchObject({ store: 'demo', locale: 'zh', channel: 'web', blocked: [] })
  expect(body.changed).toBeGreaterThan(500)
  expect(body.examples).toHaveLength(5)
  for (const { before, after } of body.examples) expect(before).not.toBe(after)
  expect(new Set(body.examples.map(({ category }: { category: string }) => category)).size).toBe(5)

  const same = await preview({ persona: policy.persona, locale: 'ko' })
  expect(same.body).toMatchObject({ changed: 0, examples: [], locale: 'ko' })

  const wrong = await preview({ persona: { emoji: 'much', particles: ['吗'] } })
  expect([wrong.status, wrong.body.error.details.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    expect.arrayContaining([expect.stringMatching(/^body\.persona\.emoji/)]),
  ])

  // written as part of the policy, with an author, and given back
  const next = { ...policy, persona }
  expect((await call('PUT', '/v1/policies', { policy: next })).body.version).toBe(1)
  const say = async () => {
    const messages = [{ role: 'shopper', text: '在吗' }]
    const { body: answer } = await call('POST', '/v1/suggestions', { messages, limit: 5 })
    return (answer.suggestions as { text: string }[]).map(({ text }) => text).join('\n')
  }
  expect(await say()).toContain('宝贝')
  expect((await call('POST', '/v1/policies/rollback', { version: 0 })).status).toBe(200)
  expect(await say()).not.toContain('宝贝')
})
