import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Correction } from '../../../src/protocol/index.ts'
import type { Models } from '../../../src/server/models.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, temporaryFolder } from '../gateway-under-test.ts'
import { smallIntents } from '../small-intents.ts'

const URL = '/v1/intents/corrections'

function engineWith(models: Models): Engine {
  const fake = fakeEngine()
  return {
    ...fake,
    topics: ['size_fit.recommend', 'shipping_fee.fee'],
    models,
    deps(id) {
      const deps = fake.deps(id)
      return { ...deps, analyse: { ...deps.analyse, models: models.inUse } }
    },
  }
}

/** A gateway on a free port that understands two topics and learns at once. */
async function start(small: Awaited<ReturnType<typeof smallIntents>>, dataDir: string) {
  const { models } = await small.open({ corrected: true })
  const under = await gatewayUnderTest({
    dataDir,
    engine: engineWith(models),
    pipeline,
    limits: (limits) => ({ ...limits, relearning: { quietMs: 20, latestMs: 200 } }),
  })
  const url = await under.listen()
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    })
    expect(response.ok).toBe(true)
    return (await response.json()) as T
  }
  return {
    ...under,
    models,
    send,
    put: (text: string, intent: string) => send<Correction>('PUT', URL, { text, locale: 'zh', intents: [intent] }),
    states: async () => {
      const { corrections } = await send<{ corrections: Correction[] }>('GET', URL)
      return Object.fromEntries(corrections.map(({ text, state }) => [text, state]))
    },
    async familyOf(text: string) {
      const { results } = await send<{ results: { intents: { family: string }[] }[] }>('POST', '/v1/intents', {
        locale: 'zh',
        texts: [text],
      })
      return results[0]!.intents[0]!.family
    },
  }
}
const UNTIL = { timeout: 60_000, interval: 20 }

test('a correction is learned, kept over a restart, and forgotten when it is taken back', async () => {
  const small = await smallIntents()
  const dataDir = temporaryFolder()
  const first = await start(small, dataDir)
  expect(await first.familyOf('穿多大码')).toBe('size_fit')
  const { id } = await first.put('穿多大码', 'shipping_fee.fee')
  await first.put('包不包', 'shipping_fee.fee')

  // nobody waits for training: what is asked meanwhile is answered by the old model
  expect(await first.familyOf('穿多大码')).toBe('size_fit')
  await vi.waitFor(async () => {
    expect(await first.states()).toEqual({ 穿多大码: 'used', 包不包: 'used' })
  }, UNTIL)
  expect(await first.familyOf('穿多大码')).toBe('shipping_fee')
  expect(await first.familyOf('包不包')).toBe('shipping_fee')
  expect((await first.send<Correction>('GET', `${URL}/${id}`)).gold).toEqual({ before: 1, after: 1 })
  await first.close()

  const second = await start(small, dataDir)
  expect(await second.familyOf('穿多大码')).toBe('shipping_fee')
  await second.send('DELETE', `${URL}/${id}`)
  await vi.waitFor(async () => expect(await second.familyOf('穿多大码')).toBe('size_fit'), UNTIL)
  expect(await second.familyOf('包不包')).toBe('shipping_fee')
}, 120_000)

test('corrections that spoil the gold set are refused with figures, and the model stays as it was', async () => {
  const small = await smallIntents()
  const dataDir = temporaryFolder()
  const first = await start(small, dataDir)
  await first.put('包不包', 'shipping_fee.fee')
  await vi.waitFor(async () => expect(await first.states()).toEqual({ 包不包: 'used' }), UNTIL)
  const { inUse } = first.models
  const wrong = ['我穿什么码', '穿什么码', '穿多大码', '选什么码', '什么码']
  for (const text of wrong) await first.put(text, 'shipping_fee.fee')
  await vi.waitFor(async () => {
    expect(await first.states()).toEqual({ 包不包: 'used', ...Object.fromEntries(wrong.map((t) => [t, 'refused'])) })
  }, UNTIL)
  expect(first.models.inUse).toBe(inUse)
  expect(await first.familyOf('穿什么码')).toBe('size_fit')
  const [refused] = (await first.send<{ corrections: Correction[] }>('GET', `${URL}?state=refused&limit=1`)).corrections
  expect(refused!.gold).toEqual({ before: 1, after: 0.5 })
  expect(first.logged.join()).toContain('corrections are refused')
  expect(await (await fetch(`${first.app.listeningOrigin}/metrics`)).text()).toContain(
    'huashu_retrainings_total{locale="zh",outcome="refused"}',
  )
}, 120_000)

test('a stop in the middle of training takes no longer, and the next start learns what was left', async () => {
  const small = await smallIntents()
  const dataDir = temporaryFolder()
  const first = await start(small, dataDir)
  await first.put('包不包', 'shipping_fee.fee')
  await wait(100)
  await first.close()
  expect(first.models.inUse).toEqual((await small.open()).models.inUse)
  const second = await start(small, dataDir)
  await vi.waitFor(async () => expect(await second.states()).toEqual({ 包不包: 'used' }), UNTIL)
  expect(await second.familyOf('包不包')).toBe('shipping_fee')
}, 120_000)

test('the engine of the shipped data swaps models under new deps; an answer that has begun keeps its own', async () => {
  const engine = await trainedEngine()
  const begun = engine.deps('demo')
  const { ko, zh } = begun.analyse.models
  await engine.models.learn('ko', [], { hasNew: false, signal: new AbortController().signal })
  const after = engine.deps('demo')
  expect(begun.analyse.models.ko).toBe(ko)
  expect(after.analyse.models.ko).not.toBe(ko)
  expect(after.analyse.models.zh).toBe(zh)
  expect({ ...after, analyse: begun.analyse }).toEqual(begun)
  expect(engine.topics).toContain('size_fit.recommend')
}, 120_000)
