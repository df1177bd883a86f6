import { describe, expect, onTestFinished, test } from 'vitest'
import { createKpiTable, type KpiQuestion } from '../../../src/insight/index.ts'
import { createKpiFollower, type KpiDay } from '../../../src/server/kpis/kpi-follower.ts'
import { KPI_FOLD } from '../../../src/server/kpis/kpi-log.ts'
import { ask, counted, figures, Log, SHANGHAI } from '../../insight/kpi/log.ts'
import { MemoryLog } from './memory-log.ts'

const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']

/** A log of three days with orders that reach back, some of it late. */
function busy(): Log {
  const log = new Log()
  for (let i = 0; i < 120; i += 1) {
    const day = DAYS[1 + Math.floor(i / 40)]
    const minute = String(i % 40).padStart(2, '0')
    const talk = log
      .in(`c${i % 50}`)
      .shopper(`${day} 10:${minute}:00`)
      .answer(`${day} 10:${minute}:01`, { offers: { x: '面料是纯棉的哦' } }, `${day} 10:${minute}:00`)
    if (i % 3 > 0)
      talk.agent(
        `${day} 10:${minute}:${i % 2 ? '20' : '50'}`,
        i % 2 ? '面料是纯棉的哦' : '自己写的一句话',
        i % 4 ? 'amy' : 'bob',
      )
    if (i % 7 === 0)
      talk.event(`${day} 11:${minute}:00`, 'order_paid', { orderId: `o${i}`, total: 10 + i, quantity: 1 })
  }
  return log
}

function answer(days: readonly KpiDay[], question: Pick<KpiQuestion, 'by' | 'agent'>) {
  const table = createKpiTable({ currency: 'CNY', replySec: () => 30, ...question })
  for (const { sums, agents } of days) table.take(sums, agents)
  return table.answer()
}

function following(log: MemoryLog) {
  const failures: unknown[] = []
  const follower = createKpiFollower({
    log,
    settings: (store) => (store === 's' ? SHANGHAI : undefined),
    failed: (error) => void failures.push(error),
  })
  onTestFinished(() => follower.close())
  const total = async () => answer(await follower.days('s', DAYS, false), { by: 'day' }).total
  return { follower, failures, total }
}

describe('the follower', () => {
  test('counts the log as the fold does, in whatever pieces it comes, and saves on close', async () => {
    const memory = new MemoryLog()
    const { events } = busy()
    const first = following(memory)
    for (const to of [3, 100, 101, events.length]) {
      memory.records = events.slice(0, to)
      await first.follower.catchUp()
    }
    expect(await first.total()).toEqual(figures(busy()))
    expect(first.follower.countedTo('s')).toBe(events.at(-1)!.at)
    await first.follower.close()
    expect([...memory.folds.keys()].sort()).toEqual([
      'kpi',
      ...DAYS.slice(1, 4).flatMap((day) => [`kpi/s/${day}`, `kpi/s/${day}/agents`]),
    ])
    expect(await following(memory).total()).toEqual(figures(busy()))
    expect(first.failures).toEqual([])
  })

  test('answers every question from what is saved and what is not as from the fold itself', async () => {
    const memory = new MemoryLog()
    const { events } = busy()
    memory.records = events.slice(0, 200)
    const first = following(memory)
    await first.follower.catchUp()
    await first.follower.close()
    memory.records = events
    const second = following(memory)
    await second.follower.catchUp()
    for (const by of ['agent', 'day', 'channel', 'script', 'intent'] as const)
      for (const agent of [undefined, 'amy', 'nobody']) {
        const question = { by, ...(agent ? { agent } : {}) }
        expect(answer(await second.follower.days('s', DAYS, true), question)).toEqual(ask(counted(busy()), question))
      }
  })

  test('figures survive the deletion of what they were counted from', async () => {
    const memory = new MemoryLog()
    memory.records = busy().events
    const first = following(memory)
    await first.follower.catchUp()
    await first.follower.close()
    memory.records = []
    const second = following(memory)
    await second.follower.catchUp()
    expect(await second.total()).toEqual(figures(busy()))
  })

  test('a process lost at any save counts everything once', async () => {
    const { events } = busy()
    const whole = figures(busy())
    for (let saves = 0; saves < 14; saves += 1) {
      const memory = new MemoryLog()
      for (const [to, left] of [
        [150, saves],
        [260, Number.POSITIVE_INFINITY],
        [events.length, Number.POSITIVE_INFINITY],
      ] as const) {
        memory.records = events.slice(0, to)
        memory.savesLeft = left
        const { follower } = following(memory)
        await follower.catchUp()
        await follower.close()
      }
      expect(await following(memory).total(), `${saves} saves`).toEqual(whole)
    }
  })

  test('a database that fails is told and tried again; nothing is counted twice', async () => {
    const memory = new MemoryLog()
    memory.records = busy().events
    const { follower, failures, total } = following(memory)
    for (const method of ['fold', 'read'] as const) {
      memory.failing.add(method)
      await follower.catchUp()
      memory.failing.delete(method)
    }
    expect(failures).toHaveLength(2)
    await follower.catchUp()
    memory.failing.add('saveFold')
    await follower.close()
    expect(failures).toHaveLength(3)
    memory.failing.clear()
    expect(await total()).toEqual(figures(busy()))
  })

  test('a record that cannot be counted stops nobody', async () => {
    const memory = new MemoryLog()
    const { events } = new Log()
      .shopper('2026-11-22 10:00:00')
      .message('2026-11-22 10:00:05', {})
      .agent('2026-11-22 10:00:10')
    memory.records = events.map((event, i) => (i === 1 ? { ...event, body: null } : event)) as typeof events
    const { follower, failures, total } = following(memory)
    await follower.catchUp()
    expect(failures).toHaveLength(1)
    expect(await total()).toMatchObject({ answerRate: 1, responseMeanMs: 10_000 })
  })

  test('a second process that counts gives way to the one that is further', async () => {
    const memory = new MemoryLog()
    const { events } = busy()
    memory.records = events.slice(0, 100)
    const slow = following(memory)
    await slow.follower.catchUp()
    memory.records = events
    const quick = following(memory)
    await quick.follower.catchUp()
    await quick.follower.close()
    await slow.follower.close()
    expect(await slow.total()).toEqual(figures(busy()))
    expect(await following(memory).total()).toEqual(figures(busy()))
  })

  test('a shopper who is erased leaves figures and nothing else, saved or in memory', async () => {
    const memory = new MemoryLog()
    const log = new Log().in('secret').shopper('2026-11-22 10:00:00').agent('2026-11-22 10:00:10')
    log.in('other').shopper('2026-11-22 10:01:00')
    memory.records = log.events
    const first = following(memory)
    await first.follower.catchUp()
    await first.follower.close()
    const saved = JSON.parse(memory.folds.get('kpi')!)
    expect(JSON.stringify(saved)).toContain('secret')
    const kept = JSON.stringify(KPI_FOLD.forget(saved.body, (n) => n <= 2))
    expect(kept).not.toContain('secret')
    expect(kept).toContain('other')
    // the running one comes to the record of it
    const erasure = {
      n: 4,
      store: 's',
      channel: '',
      conversationId: '',
      at: log.events.at(-1)!.at,
      kind: 'erasure' as const,
      body: { records: [1, 2] },
    }
    memory.records = [...log.events, erasure]
    const second = following(memory)
    await second.follower.catchUp()
    await second.follower.close()
    for (const text of memory.folds.values()) expect(text).not.toContain('secret')
    expect(await second.total()).toMatchObject({ enquiries: 2, answered: 1 })
  })
})
