import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openRedisCluster } from '../../../src/server/adapters/cluster-redis.ts'
import type { Claim } from '../../../src/server/ports.ts'
import { busConformance, pushOf, TOPIC, until } from '../../conformance/bus.ts'
import { ownershipConformance } from '../../conformance/ownership.ts'
import { vaultConformance } from '../../conformance/vault.ts'
import { type Redis, startRedis } from '../../services/redis.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
// empty, and with another epoch
beforeEach(async () => {
  await redis.kill()
  await redis.start()
})

async function node() {
  const cluster = await openRedisCluster({ url: redis.url, failed: () => undefined }, { now: Date.now })
  const events = { wanted: [] as string[], jumps: [] as number[], toRenew: [] as string[] }
  cluster.ownership.attend({
    wanted: (topic) => void events.wanted.push(topic),
    goesAlone: (jump) => void events.jumps.push(jump),
    toRenew: (topics) => void events.toRenew.push(...topics),
  })
  onTestFinished(() => cluster.bus.close())
  return { ...cluster, events }
}
const nodes = () => Promise.all([node(), node(), node()])

busConformance('of many processes over Redis', async () => (await nodes()).map(({ bus }) => bus))
ownershipConformance('among processes over Redis', nodes)
vaultConformance('of many processes over Redis', async () => (await nodes()).map(({ vault }) => vault))

describe('a node', () => {
  test('that is gone without a word leaves its conversations to the others at once', async () => {
    const [one, two] = [await node(), await node()]
    await one.ownership.claim(TOPIC, undefined)
    one.bus.publish(pushOf(TOPIC, 7))
    await one.vault.count('ticket', 1_000)
    // its connections end as with a kill, its key stays for seconds
    await one.bus.close()
    const claim = await two.ownership.claim(TOPIC, undefined)
    expect(claim).toMatchObject({ seq: 7, recent: [pushOf(TOPIC, 7)] })
  })

  test('that does not hand over, though it lives, loses the conversation and is told with its next push', async () => {
    const [one, two] = [await node(), await node()]
    await one.ownership.claim(TOPIC, undefined)
    await two.ownership.claim(TOPIC, undefined)
    expect(one.events.wanted).toContain(TOPIC)
    expect(two.ownership.owns(TOPIC)).toBe(true)
    one.bus.publish(pushOf(TOPIC, 1))
    await until(() => one.events.toRenew.length > 0)
    expect([one.events.toRenew, one.ownership.owns(TOPIC)]).toEqual([[TOPIC], false])
  }, 60_000)
})

describe('without Redis', () => {
  test('a node begins alone, works, and joins when it can', async () => {
    await redis.kill()
    const one = await node()
    expect(one.ownership.isAlone).toBe(true)
    expect(one.ownership.owns(TOPIC)).toBe(true)
    const heard: number[] = []
    one.bus.subscribe(TOPIC, 0, ({ seq }) => heard.push(seq))
    one.bus.publish(pushOf(TOPIC, 1))
    expect(heard).toEqual([1])
    await redis.start()
    await until(() => !one.ownership.isAlone)
    await until(() => one.events.toRenew.length > 0)
    const two = await node()
    expect(two.ownership.epoch).toBe(one.ownership.epoch)
  }, 20_000)

  test('nodes go on alone, number apart from each other, and are whole again when it is back', async () => {
    const [one, two] = [await node(), await node()]
    await one.ownership.claim(TOPIC, undefined)
    const heard: number[] = []
    two.bus.subscribe(TOPIC, 0, ({ seq }) => heard.push(seq))
    await wait(50)
    one.bus.publish(pushOf(TOPIC, 1))
    await until(() => heard.length === 1)
    await redis.kill()
    await until(() => one.ownership.isAlone && two.ownership.isAlone)
    expect([one.events.jumps.length, two.events.jumps.length]).toEqual([1, 1])
    expect(one.events.jumps).not.toEqual(two.events.jumps)
    expect(one.ownership.owns(TOPIC)).toBe(true)
    const alone = (await two.ownership.claim(TOPIC, undefined)) as Claim
    expect(alone.seq).toBeGreaterThan(1)
    two.bus.publish(pushOf(TOPIC, alone.seq + 1))
    expect(heard).toEqual([1, alone.seq + 1])
    await redis.start()
    await until(() => one.events.toRenew.length > 0 && two.events.toRenew.length > 0)
    expect([one.events.toRenew, two.events.toRenew]).toEqual([[TOPIC], [TOPIC]])
    expect(one.ownership.owns(TOPIC)).toBe(false)
    const renewed = (await two.ownership.claim(TOPIC, alone.seq + 1)) as Claim
    expect(renewed).toEqual({ isUnbroken: false, wasApart: true, seq: alone.seq + 1, recent: [] })
    await two.ownership.release(TOPIC, { seq: alone.seq + 5, talk: '{}' })
    // what was worked on apart is built from the log, whatever is left
    expect(await one.ownership.claim(TOPIC, 3)).toMatchObject({ wasApart: true, seq: alone.seq + 5 })
  }, 20_000)

  test('what was only held is still held when nobody else has taken it', async () => {
    const own = await startRedis({ durable: true })
    onTestFinished(() => own.remove())
    const one = await openRedisCluster({ url: own.url, failed: () => undefined }, { now: Date.now })
    onTestFinished(() => one.bus.close())
    await one.ownership.claim(TOPIC, undefined)
    await own.kill()
    await until(() => one.ownership.isAlone)
    await own.start()
    await until(() => !one.ownership.isAlone)
    expect(one.ownership.owns(TOPIC)).toBe(false)
    expect(await one.ownership.claim(TOPIC, 5)).toMatchObject({ isUnbroken: true, wasApart: false })
  }, 20_000)

  test('a ticket stays with the node that gave it out', async () => {
    await redis.kill()
    const [one, two] = [await node(), await node()]
    await one.vault.put('ticket', 'a', '1', 60_000)
    expect([await two.vault.take('ticket', 'a'), await one.vault.take('ticket', 'a')]).toEqual([undefined, '1'])
  }, 20_000)
})

describe('a question', () => {
  test('is answered by every other node that has an answer, without waiting for those that have none', async () => {
    const [one, two] = await nodes()
    one!.survey.answer(() => expect.unreachable('its own question'))
    two!.survey.answer((asked) => ({ asked, by: 'two' }))
    expect(await one!.survey.ask({ store: 'demo' }, 60_000)).toEqual([{ asked: { store: 'demo' }, by: 'two' }])
    await redis.kill()
    await until(() => one!.ownership.isAlone)
    expect(await one!.survey.ask({ store: 'demo' }, 60_000)).toEqual([])
  }, 20_000)
})

describe('news', () => {
  test('reach every other node, and whoever was cut off looks for itself', async () => {
    const [one, two] = [await node(), await node()]
    const heard: unknown[] = []
    one.news.listen('models', () => expect.unreachable('its own news'))
    two.news.listen('models', (body) => heard.push(body))
    one.news.announce('models', { locale: 'zh' })
    await until(() => heard.length > 0)
    expect(heard).toEqual([{ locale: 'zh' }])
    one.news.listen('grants', () => undefined)
    await redis.kill()
    await until(() => two.ownership.isAlone)
    two.news.listen('erased', (body) => heard.push(body))
    await redis.start()
    await until(() => heard.length > 2)
    expect(heard.slice(1)).toEqual([undefined, undefined])
  }, 20_000)
})
