import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyTaskFold,
  followTasks,
  forget,
  type LogEvent,
  type NewTask,
  type TaskStep,
} from '../../../src/insight/index.ts'
import { followUps, StorePolicy } from '../../../src/policy/index.ts'

const store = StorePolicy.parse({
  id: 's',
  name: 'S',
  timezone: 'Asia/Shanghai',
  currency: 'CNY',
  shipping: { dispatchHours: 48 },
})
const timesOf = (id: string, channel: string) => (id === 's' ? followUps(store, channel) : undefined)
const BEGIN = Date.parse('2026-11-23T10:00:00+08:00')
const MINUTE = 60_000

type Step = { readonly after?: number } & (
  | { readonly shopper: string }
  | { readonly agent: string }
  | { readonly bot: string }
  | { readonly event: Extract<LogEvent, { kind: 'event' }>['body']['type'] }
  | { readonly status: string }
)

/** A talk as the log would keep it, one step a minute unless it says otherwise. */
function log(steps: readonly Step[], conversationId = 'c', from = 1): LogEvent[] {
  let at = BEGIN
  return steps.map((step, i) => {
    at += (step.after ?? 1) * MINUTE
    const n = from + i
    const place = { n, at, store: 's', channel: 'taobao', conversationId }
    if ('event' in step) {
      const body = { eventId: `e${n}`, type: step.event, at: new Date(at).toISOString() }
      return { ...place, kind: 'event', body }
    }
    if ('status' in step) return { ...place, kind: 'facts', body: { order: { id: 'o', status: step.status } } }
    const [role, text] = Object.entries(step).find(([name]) => name !== 'after') as [
      'shopper' | 'agent' | 'bot',
      string,
    ]
    const agent = role === 'agent' ? { id: 'a1' } : undefined
    return { ...place, kind: 'message', body: { messageId: `m${n}`, role, text, agent } }
  })
}

function follow(events: readonly LogEvent[], fold = emptyTaskFold()): TaskStep[] {
  return events.flatMap((event) => followTasks(fold, event, timesOf))
}

/** The tasks that are open in the end. */
function openAfter(steps: readonly Step[]): NewTask[] {
  const open = new Map<string, NewTask>()
  for (const step of follow(log(steps))) {
    if ('add' in step) open.set(step.add.id, step.add)
    else open.delete(step.close)
  }
  return [...open.values()]
}
const kinds = (steps: readonly Step[]) => openAfter(steps).map(({ kind }) => kind)
const wall = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('tasks from the log', () => {
  test.each([
    ['我问下仓库，30分钟内给您答复', '2026-11-23 10:32'],
    ['亲，半小时后回复您', '2026-11-23 10:32'],
    ['稍后联系您', '2026-11-23 10:32'],
    ['明天上午给您答复哦', '2026-11-24 21:00'],
  ])('an answer promised for later becomes a task: %s', (agent, due) => {
    const [task, ...more] = openAfter([{ shopper: '这款还有货吗' }, { agent }])
    expect(task).toMatchObject({ id: 'promise-2', kind: 'promise', agent: 'a1', conversationId: 'c' })
    expect(wall(task!.dueAt)).toBe(due)
    expect(more).toEqual([])
  })

  test.each([['48小时内发货的亲'], ['好的亲，您稍等一下哦'], ['有货的，今天拍今天发'], ['您大概什么时候回复我呢']])(
    'these are no promise to answer: %s',
    (agent) => {
      expect(kinds([{ shopper: '这款还有货吗' }, { agent }])).toEqual([])
    },
  )

  test('a promise is kept by telling something, not by greeting or asking; a new one takes its place', () => {
    const promised: Step[] = [{ shopper: '还有货吗' }, { agent: '我问下仓库，30分钟内给您答复' }]
    expect(kinds([...promised, { agent: '亲，还在吗？' }])).toEqual(['promise'])
    expect(kinds([...promised, { after: 20, agent: '仓库说有货的，今天可以发出' }])).toEqual([])
    const [renewed, ...more] = openAfter([...promised, { after: 20, agent: '仓库还在查，再给您20分钟内答复' }])
    expect(renewed?.id).toBe('promise-3')
    expect(more).toEqual([])
  })

  test('bots promise nothing and keep nothing', () => {
    expect(kinds([{ shopper: '在吗' }, { bot: '30分钟内给您答复' }])).toEqual([])
    expect(kinds([{ agent: '30分钟内给您答复' }, { bot: '有货的，今天发' }])).toEqual(['promise'])
  })

  test('an order waits for its payment until it is paid or taken back', () => {
    const ordered: Step[] = [{ shopper: '拍了' }, { event: 'order_created' }]
    const [unpaid] = openAfter(ordered)
    expect(unpaid?.kind).toBe('unpaid')
    expect(wall(unpaid!.dueAt)).toBe('2026-11-24 09:00')
    expect(kinds([...ordered, { status: 'closed' }])).toEqual([])
    expect(kinds([...ordered, { event: 'order_paid' }])).toEqual(['dispatch'])
    // the platform itself says that it is time
    const [now] = openAfter([...ordered, { event: 'order_unpaid' }])
    expect(now).toMatchObject({ kind: 'unpaid', because: 'order_unpaid' })
    expect(wall(now!.dueAt)).toBe('2026-11-23 10:03')
  })

  test('a paid order has to leave in time', () => {
    const paid: Step[] = [{ shopper: '付了' }, { event: 'order_paid' }]
    const [late] = openAfter(paid)
    expect(late?.kind).toBe('dispatch')
    expect(wall(late!.dueAt)).toBe('2026-11-26 00:00')
    expect(kinds([...paid, { event: 'tracking_update' }])).toEqual([])
    expect(kinds([...paid, { status: 'dispatched' }])).toEqual([])
    expect(openAfter([...paid, { event: 'dispatch_delayed' }])).toMatchObject([
      { kind: 'dispatch', because: 'dispatch_delayed' },
    ])
  })

  test('who orders without a word is confirmed at the start of the next shift', () => {
    expect(kinds([{ event: 'order_created' }])).toEqual(['unpaid', 'silent'])
    expect(kinds([{ event: 'order_created' }, { event: 'order_paid' }])).toEqual(['silent', 'dispatch'])
    expect(kinds([{ event: 'order_paid' }, { agent: '亲，和您核对一下地址' }])).toEqual(['dispatch'])
    expect(kinds([{ event: 'order_paid' }, { shopper: '什么时候发' }])).toEqual(['dispatch'])
    expect(kinds([{ shopper: '在吗' }, { event: 'order_paid' }])).toEqual(['dispatch'])
  })

  test('a shopper who waits is handed over when the agent leaves', () => {
    expect(kinds([{ shopper: '在吗' }, { event: 'agent_away' }])).toEqual(['handover'])
    expect(kinds([{ shopper: '在吗' }, { agent: '在的' }, { event: 'agent_away' }])).toEqual([])
    expect(kinds([{ shopper: '在吗' }, { event: 'agent_away' }, { event: 'agent_back' }])).toEqual([])
    expect(kinds([{ shopper: '在吗' }, { event: 'agent_away' }, { agent: '您好，我接着为您服务' }])).toEqual([])
  })

  test.each(['oos_after_paid', 'undeliverable', 'bad_review', 'mediation', 'return_received'] as const)(
    'the platform opens a case: %s',
    (event) => {
      expect(openAfter([{ shopper: '在吗' }, { event }])).toMatchObject([{ kind: 'case', because: event }])
    },
  )

  test('a store that is gone has no tasks', () => {
    const [event] = log([{ event: 'order_created' }])
    expect(followTasks(emptyTaskFold(), { ...event!, store: 'gone' }, timesOf)).toEqual([])
  })

  test('what is erased and what has long been silent is forgotten', () => {
    const fold = emptyTaskFold()
    follow(log([{ event: 'order_created' }], 'a', 1), fold)
    follow(log([{ event: 'order_created' }], 'b', 2), fold)
    followTasks(
      fold,
      { n: 3, at: BEGIN, store: 's', channel: 'x', conversationId: '', kind: 'erasure', body: { records: [1] } },
      timesOf,
    )
    expect(Object.keys(fold.talks)).toEqual([JSON.stringify(['s', 'taobao', 'b'])])
    follow(log([{ after: 61 * 1440, shopper: '在吗' }], 'c', 4), fold)
    expect(Object.keys(fold.talks)).toEqual([JSON.stringify(['s', 'taobao', 'c'])])
    expect(forget(fold, (n) => n === 4).talks).toEqual({})
  })

  const steps = fc.array(
    fc.oneof(
      fc.constantFrom('在吗', '拍了', '什么时候发货').map((shopper): Step => ({ shopper })),
      fc.constantFrom('30分钟内给您答复', '有货的', '在的', '您稍等').map((agent): Step => ({ agent })),
      fc
        .constantFrom(
          'order_created',
          'order_unpaid',
          'order_paid',
          'tracking_update',
          'agent_away',
          'bad_review' as const,
        )
        .map((event): Step => ({ event })),
      fc.constantFrom('created', 'paid', 'dispatched', 'closed').map((status): Step => ({ status })),
    ),
    { maxLength: 12 },
  )

  test('the same log gives the same tasks, read at once or saved in between', () => {
    fc.assert(
      fc.property(steps, fc.nat(12), (talk, cut) => {
        const events = log(talk)
        const whole = follow(events)
        const fold = emptyTaskFold()
        const first = follow(events.slice(0, cut), fold)
        const second = follow(events.slice(cut), JSON.parse(JSON.stringify(fold)))
        expect([...first, ...second]).toEqual(whole)
      }),
    )
  })

  test('a task is closed only after it was added, and once; at most one of a kind is open but cases', () => {
    fc.assert(
      fc.property(steps, (talk) => {
        const open = new Map<string, string>()
        for (const step of follow(log(talk))) {
          if ('add' in step) {
            expect(open.has(step.add.id)).toBe(false)
            open.set(step.add.id, step.add.kind)
          } else expect(open.delete(step.close)).toBe(true)
        }
        const once = [...open.values()].filter((kind) => kind !== 'case')
        expect(new Set(once).size).toBe(once.length)
      }),
    )
  })
})
