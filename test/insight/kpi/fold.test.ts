import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellsOf,
  emptyKpis,
  foldKpis,
  type KpiSettings,
  type KpiState,
  type LogEvent,
  loadKpis,
  savingKpis,
} from '../../../src/insight/index.ts'
import { ask, counted, figures, Log, NEW_YORK, rows, SHANGHAI } from './log.ts'

const D = '2026-11-22'
const saved = (state: KpiState) => {
  const work = savingKpis(state)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
/** A saved state as it reads without its pieces. */
const json = (state: KpiState): unknown => {
  const { talks, resting, sheets, ...rest } = saved(state)
  const read = (pieces: readonly string[]) => pieces.flatMap((piece) => JSON.parse(piece) as unknown[])
  const days = sheets.map(({ day, cells }) => ({ day, cells: read(cells) }))
  const unpacked = (read(resting) as [string, { packed: string }][]).map(([key, { packed, ...at }]) => [
    key,
    at,
    JSON.parse(packed),
  ])
  return { ...rest, talks: read(talks), resting: unpacked, days }
}
const through = (state: KpiState): KpiState => loadKpis('s', JSON.parse(JSON.stringify(saved(state))))

const TEXTS = ['亲，面料是纯棉的哦', '亲，165cm建议穿M码哦', '亲，面料是纯棉的哦不掉色', '稍等']
const INTENTS = ['product_info.material', 'size_fit.recommend', 'refund.how', '']

/** Anything that may stand in a log: several conversations, days apart, late, early, with and without agents. */
const step = fc.record({
  talk: fc.constantFrom('a', 'b', '__proto__'),
  kind: fc.constantFrom('shopper', 'agent', 'answer', 'event', 'facts', 'dismissed'),
  waitSec: fc.oneof({ weight: 8, arbitrary: fc.nat(200) }, fc.nat(4 * 3_600), fc.constant(9 * 86_400)),
  lateSec: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(900), fc.integer({ min: -600, max: 0 })),
  text: fc.constantFrom(...TEXTS),
  intent: fc.constantFrom(...INTENTS),
  agent: fc.constantFrom('amy', 'bob', null),
  type: fc.constantFrom(
    'order_created',
    'order_paid',
    'order_unpaid',
    'return_received',
    'rating_given',
    'conversation_closed',
    'bad_review',
    'todo_done',
  ),
  order: fc.constantFrom('1', '2', undefined),
  heldOut: fc.constantFrom(undefined, undefined, true as const),
})

function logOf(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): LogEvent[] {
  const log = new Log()
  let now = Date.parse(`${D}T10:00:00+08:00`)
  for (const one of steps) {
    now += one.waitSec * 1_000
    const stamp = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ')
    const at = stamp(now - one.lateSec * 1_000)
    const arrival = stamp(now)
    const talk = log.in(one.talk)
    if (one.kind === 'shopper') talk.shopper(at, one.text, { arrival })
    if (one.kind === 'agent') talk.agent(at, one.text, one.agent, { arrival })
    if (one.kind === 'answer') {
      const to = log.events.findLast(({ kind }) => kind === 'message')
      const id = to?.kind === 'message' ? to.body.messageId.slice(1) : arrival
      const rest = { ...(one.agent ? { agent: one.agent } : {}), ...(one.heldOut ? { heldOut: one.heldOut } : {}) }
      talk.answer(arrival, { intent: one.intent, offers: { x: TEXTS[0]!, y: TEXTS[1]! }, ...rest }, id)
    }
    if (one.kind === 'event')
      talk.event(
        at,
        one.type,
        { orderId: one.order, total: 10, quantity: 2, score: 4, dueAt: `${D}T12:00:00+08:00` },
        arrival,
      )
    if (one.kind === 'facts') talk.facts(arrival, { order: { id: one.order, total: 12 } })
    if (one.kind === 'dismissed') talk.feedback(arrival, 'dismissed', 'a-1.0')
  }
  return log.events
}

describe('the fold', () => {
  test('fold(a+b) = fold(b, from fold(a)), the state saved as JSON in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
        const events = logOf(steps)
        const whole = foldKpis(emptyKpis('s'), events, SHANGHAI)
        const first = through(foldKpis(emptyKpis('s'), events.slice(0, cut), SHANGHAI))
        const second = foldKpis(first, events.slice(cut), SHANGHAI)
        expect(json(second)).toEqual(json(whole))
      }),
      { numRuns: 300 },
    )
  })
  test('a record that comes twice, or is of another store, changes nothing', () => {
    const log = new Log().shopper(`${D} 10:00:00`).agent(`${D} 10:00:10`)
    const state = counted(log)
    const before = json(state)
    foldKpis(state, log.events, SHANGHAI)
    expect(json(state)).toEqual(before)
    foldKpis(
      state,
      new Log('jd', 'c1', 'other').shopper(`${D} 11:00:00`).events.map((event) => ({ ...event, n: 9 })),
      SHANGHAI,
    )
    expect(ask(state).total.enquiries).toBe(1)
    expect(state.n).toBe(9)
  })
  test('no count falls below 0 and shares stay shares, whatever the log says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const state = foldKpis(emptyKpis('s'), logOf(steps), SHANGHAI)
        for (const sheet of state.sheets.values())
          for (const { counts, times } of cellsOf(sheet)) {
            for (const [name, value] of Object.entries(counts))
              if (!name.endsWith('pared')) expect(value, name).toBeGreaterThanOrEqual(0)
            for (const { bins, sum } of Object.values(times)) {
              expect(sum).toBeGreaterThanOrEqual(0)
              for (const count of bins.values()) expect(count).toBeGreaterThan(0)
            }
          }
      }),
    )
  })
})

describe('late and in the wrong order', () => {
  /** A talk of at most 8 messages, each at its own second. */
  const talk = fc.uniqueArray(
    fc.record({ second: fc.nat(600), human: fc.boolean(), agent: fc.constantFrom('amy', 'bob') }),
    {
      selector: ({ second }) => second,
      minLength: 1,
      maxLength: 8,
    },
  )
  test('messages of a talk come to the same clocks in any order', () => {
    fc.assert(
      fc.property(talk, fc.infiniteStream(fc.nat()), (messages, random) => {
        const stream = random[Symbol.iterator]()
        const shuffled = messages
          .map((message) => ({ message, at: stream.next().value as number }))
          .sort((a, b) => a.at - b.at)
        const inOrder = [...messages].sort((a, b) => a.second - b.second)
        const clocks = (list: typeof messages) => {
          const log = new Log()
          for (const { second, human, agent } of list) {
            // across midnight
            const at = new Date(Date.parse(`${D}T15:55:00Z`) + second * 1_000 + 8 * 3_600_000)
              .toISOString()
              .slice(0, 19)
              .replace('T', ' ')
            const arrival = '2026-11-23 00:30:00'
            if (human) log.agent(at, '在的', agent, { arrival })
            else log.shopper(at, '在吗', { arrival })
          }
          const { rows: days } = ask(counted(log))
          return days.map(({ key, figures: of }) => {
            const { enquiries, answered, firstResponseMeanMs, turns, responseMeanMs, responseMedianMs, replies } = of
            return { key, enquiries, answered, firstResponseMeanMs, turns, responseMeanMs, responseMedianMs, replies }
          })
        }
        const settled = (days: ReturnType<typeof clocks>) => days.filter(({ turns, enquiries }) => turns || enquiries)
        expect(settled(clocks(shuffled.map(({ message }) => message)))).toEqual(settled(clocks(inOrder)))
      }),
      { numRuns: 500 },
    )
  })
  test('a reply that comes before the message it answers', () => {
    const log = new Log()
      .agent(`${D} 10:00:20`, '在的', 'amy', { arrival: `${D} 10:00:21` })
      .shopper(`${D} 10:00:00`, '在吗', { arrival: `${D} 10:00:22` })
    expect(rows(log, 'agent').amy).toMatchObject({ enquiries: 1, answered: 1, turns: 1, responseMeanMs: 20_000 })
  })
  test('an order that is told days later counts where it happened', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`)
      .event(`${D} 10:10:00`, 'order_paid', { orderId: '1', total: 5 }, '2026-11-24 08:00:00')
    expect(rows(log, 'day')).toEqual({ [D]: expect.objectContaining({ conversionPaidSameDay: 1, paidOrders: 1 }) })
  })
  test('what is older than all that is kept moves no clock', () => {
    const log = new Log()
    for (let i = 0; i < 20; i += 1) log.shopper(`${D} 10:${10 + i}:00`).agent(`${D} 10:${10 + i}:10`)
    log.shopper(`${D} 10:00:00`, '在吗', { arrival: `${D} 11:00:00` })
    expect(figures(log)).toMatchObject({ enquiries: 1, turns: 20, responseMeanMs: 10_000 })
  })
  test('a client whose clock is wrong is not believed', () => {
    const log = new Log()
      .shopper('2031-01-01 00:00:00', '在吗', { arrival: `${D} 10:00:00` })
      .agent('1999-01-01 00:00:00', '在的', 'amy', { arrival: `${D} 10:00:30` })
    expect(rows(log, 'day')).toEqual({ [D]: expect.objectContaining({ turns: 1, responseMeanMs: 30_000 }) })
  })
})

describe('days', () => {
  test.each<[string, KpiSettings, Record<string, number>]>([
    ['Shanghai', SHANGHAI, { '2026-11-30': 1, '2026-12-01': 2 }],
    // 13 hours behind: the same evening is the last morning of the month
    ['New York', NEW_YORK, { '2026-11-30': 3 }],
  ])('begin at midnight in %s, at the end of a month too', (_, settings, expected) => {
    const log = new Log()
    log.in('a').shopper('2026-11-30 23:59:59.999')
    log.in('b').shopper('2026-12-01 00:00:00')
    log.in('c').shopper('2026-12-01 12:00:00')
    const found = rows(log, 'day', settings)
    expect(Object.fromEntries(Object.entries(found).map(([day, of]) => [day, of.enquiries]))).toEqual(expected)
  })
  test('the day of 25 hours is one day', () => {
    const log = new Log()
    // New York turned its clocks back at 02:00 on 2026-11-01: 00:30, the two 01:30 and 23:30 of that day in China time
    for (const at of ['2026-11-01 12:30:00', '2026-11-01 13:30:00', '2026-11-01 14:30:00', '2026-11-02 12:30:00'])
      log.in(at).shopper(at)
    expect(rows(log, 'day', NEW_YORK)['2026-11-01']!.enquiries).toBe(4)
  })
})

describe('what is kept of a conversation', () => {
  const later = (log: Log, at: string) => log.in('other').shopper(at)
  test('its texts are not: a saved state holds prints and ids only', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`, '我的电话是13812345678')
      .answer(`${D} 10:00:00`, { offers: { x: '亲，已为张三登记' } })
      .agent(`${D} 10:00:10`, '好的张三')
    const text = JSON.stringify(json(counted(log)))
    for (const said of ['138', '张三', '登记']) expect(text).not.toContain(said)
  })
  test('quiet for hours it still answers who waits, and turns orders into conversions', () => {
    const log = new Log().shopper(`${D} 10:00:00`).agent(`${D} 10:00:10`).shopper(`${D} 10:05:00`)
    later(log, `${D} 20:00:00`)
    const state = through(counted(log))
    expect([state.talks.size, state.resting.size]).toEqual([1, 1])
    log.agent(`${D} 21:05:00`).event(`${D} 21:10:00`, 'order_paid', { total: 10 })
    foldKpis(state, log.events, SHANGHAI)
    expect(ask(state, { by: 'agent' }).rows.find(({ key }) => key === 'amy')!.figures).toMatchObject({
      turns: 2,
      responseMeanMs: (10_000 + 11 * 3_600_000) / 2,
      conversionPaidSameDay: 1,
    })
  })
  test('is let go after the days in which an order could count, and its figures stay', () => {
    const log = new Log().shopper(`${D} 10:00:00`).agent(`${D} 10:00:10`)
    later(log, `${D} 20:00:00`)
    later(log, '2026-11-30 10:00:00')
    const state = counted(log)
    expect(state.talks.size + state.resting.size).toBe(1)
    expect(ask(state).rows.map(({ key }) => key)).toEqual([D, '2026-11-30'])
  })
  test('a shopper who writes on and on, and a talk of years, stay small', () => {
    const log = new Log()
    for (let i = 0; i < 300; i += 1)
      log.shopper(`${D} 10:${String(i % 60).padStart(2, '0')}:00`, '在吗', { id: String(i) })
    for (let day = 1; day < 29; day += 1) log.shopper(`2026-12-${String(day).padStart(2, '0')} 10:00:00`)
    const [talk] = counted(log).talks.values()
    expect(talk!.marks.length).toBeLessThanOrEqual(16)
    expect(talk!.enquiries.length).toBeLessThanOrEqual(40)
  })
})
