import { describe, expect, onTestFinished, test } from 'vitest'
import { createTimers } from '../../../src/server/adapters/jobs-timers.ts'
import { keepTasks } from '../../../src/server/jobs/tasks.ts'
import { createLogger } from '../../../src/server/observe.ts'
import { gatewayUnderTest, KEY, keyOf } from '../gateway-under-test.ts'
import { connect, OPEN } from '../socket-client.ts'

const BEGIN = Date.parse('2026-11-23T10:00:00+08:00')
const MINUTE = 60_000
const headers = { authorization: `Bearer ${KEY}` }

/** A gateway with tasks, whose clock is moved by hand. */
async function desk(options: Parameters<typeof gatewayUnderTest>[0] = {}) {
  const time = { now: BEGIN }
  const clock = { now: () => time.now }
  const under = await gatewayUnderTest({ clock, ...options })
  const jobs = createTimers(clock, createLogger('silent'))
  const tasks = keepTasks(under.gateway, jobs)
  onTestFinished(() => tasks.close())
  const store = under.gateway.engine.defaultStore
  let events = 0
  return {
    ...under,
    jobs,
    tasks,
    time,
    store,
    async say(role: 'shopper' | 'agent', text: string, conversationId = 'c') {
      events += 1
      const message = { messageId: `m${events}`, role, text }
      const body = {
        store,
        channel: 'web',
        conversationId,
        message,
        ...(role === 'agent' ? { agent: { id: 'a1' } } : {}),
      }
      const { statusCode } = await under.app.inject({ method: 'POST', url: '/v1/messages', headers, payload: body })
      expect(statusCode).toBe(202)
    },
    async report(type: string, conversationId = 'c') {
      events += 1
      const at = new Date(time.now).toISOString()
      const body = { eventId: `e${events}`, store, channel: 'web', conversationId, type, at, data: {} }
      const { statusCode } = await under.app.inject({ method: 'POST', url: '/v1/events', headers, payload: body })
      expect(statusCode).toBe(202)
    },
    async open(query = '') {
      await tasks.caughtUp()
      const { json } = await under.app.inject({ method: 'GET', url: `/v1/tasks${query}`, headers })
      return json().tasks as {
        id: string
        kind: string
        dueAt: string
        nextAt: string
        raised: number
        agent?: string
      }[]
    },
    async change(id: string, payload: object, more = {}) {
      return under.app.inject({ method: 'PATCH', url: `/v1/tasks/${id}`, headers: { ...headers, ...more }, payload })
    },
  }
}

describe('tasks', () => {
  test('a promise comes up when it is due, twice, in the conversation; telling something settles it', async () => {
    const { say, open, app, jobs, time, tasks } = await desk()
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const agent = await connect(url)
    agent.send(OPEN)
    await agent.next('session.ready')
    agent.send({ type: 'conversation.open', channel: 'web', conversationId: 'c' })
    await agent.next('conversation.opened')
    await say('shopper', '还有货吗')
    await say('agent', '我问下仓库，30分钟内给您答复')
    const [task] = await open()
    expect(task).toMatchObject({
      kind: 'promise',
      agent: 'a1',
      raised: 0,
      dueAt: new Date(BEGIN + 30 * MINUTE).toISOString(),
    })

    await jobs.schedule(task!.id, time.now)
    await agent.settle()
    expect(agent.frames.filter(({ type }) => type === 'nudge.ready')).toEqual([])

    time.now += 30 * MINUTE
    await jobs.schedule(task!.id, time.now)
    const nudge = await agent.next('nudge.ready')
    expect(nudge).toMatchObject({ nudgeId: `${task!.id}.0`, kind: 'promise', level: 'amber', conversationId: 'c' })
    expect(nudge.dueAt).toBe(task!.dueAt)
    await expect
      .poll(() => open())
      .toMatchObject([{ raised: 1, nextAt: new Date(time.now + 5 * MINUTE).toISOString() }])

    time.now += 5 * MINUTE
    await jobs.schedule(task!.id, time.now)
    expect(await agent.next('nudge.ready')).toMatchObject({ nudgeId: `${task!.id}.1`, level: 'red' })

    await say('agent', '仓库说有货的，今天可以发出')
    await tasks.caughtUp()
    expect(await open()).toEqual([])
    expect(await open('?state=done')).toMatchObject([{ id: task!.id }])
  })

  test('an unpaid order is mentioned once a day, with what could be said', async () => {
    const { report, open, app, jobs, time } = await desk()
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const agent = await connect(url)
    agent.send(OPEN)
    await agent.next('session.ready')
    agent.send({ type: 'conversation.open', channel: 'web', conversationId: 'c' })
    await agent.next('conversation.opened')
    await report('order_created')
    await report('order_unpaid')
    const unpaid = (await open('?kind=unpaid'))[0]!
    await jobs.schedule(unpaid.id, time.now)
    const nudge = await agent.next('nudge.ready', ({ kind }) => kind === 'unpaid')
    expect(nudge.level).toBe('info')
    expect(nudge.suggestion?.text).toBeTruthy()
    await expect
      .poll(async () => (await open('?kind=unpaid'))[0]?.nextAt)
      .toBe(new Date(BEGIN + 1440 * MINUTE).toISOString())
  })

  test('a dismissed reminder does not come again', async () => {
    const { say, open, app, jobs, time } = await desk()
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const agent = await connect(url)
    agent.send(OPEN)
    await agent.next('session.ready')
    agent.send({ type: 'conversation.open', channel: 'web', conversationId: 'c' })
    await say('agent', '30分钟内给您答复')
    const [task] = await open()
    time.now += 30 * MINUTE
    await jobs.schedule(task!.id, time.now)
    const { nudgeId } = await agent.next('nudge.ready')
    agent.send({ type: 'nudge.dismiss', nudgeId })
    await expect.poll(() => open('?state=dismissed')).toMatchObject([{ id: task!.id }])
    expect(await open()).toEqual([])
  })

  test('who names no version ticks off a task that a reminder changes at the same moment', async () => {
    const { report, open, change, gateway } = await desk()
    await report('bad_review')
    const [task] = await open()
    const { database } = gateway
    const kept = database.changeTask
    let between = 0
    database.changeTask = async (changed) => {
      between += 1
      if (between === 1) await kept.call(database, { ...changed, state: 'open' })
      return kept.call(database, changed)
    }
    expect((await change(task!.id, { state: 'done' })).statusCode).toBe(200)
    expect((await database.tasks({}, 10)).map(({ state }) => state)).toEqual(['done'])
    expect((await change(task!.id, { state: 'open' }, { 'if-match': '"0"' })).statusCode).toBe(412)
  })
  test('what was ticked off stays so, also when the log is read again from the beginning', async () => {
    const { report, open, change, gateway, tasks } = await desk()
    await report('bad_review')
    const [task] = await open()
    expect((await change(task!.id, { state: 'done' })).statusCode).toBe(200)
    await tasks.close()
    const again = keepTasks(
      { ...gateway, database: { ...gateway.database, fold: async () => undefined } },
      createTimers(gateway.clock, createLogger('silent')),
    )
    onTestFinished(() => again.close())
    await again.caughtUp()
    expect((await gateway.database.tasks({}, 10)).map(({ id, state }) => [id, state])).toEqual([[task!.id, 'done']])
  })
})

describe('/v1/tasks', () => {
  test('a note can be made, put off, given away and ticked off; versions are kept apart', async () => {
    const { app, open, change } = await desk()
    const dueAt = new Date(BEGIN + 60 * MINUTE).toISOString()
    const note = { taskId: 'n1', conversationId: 'c', channel: 'web', dueAt, text: '发货后告诉顾客单号' }
    const make = (payload: object) => app.inject({ method: 'POST', url: '/v1/tasks', headers, payload })
    const made = await make(note)
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ id: 'note:demo:n1', kind: 'note', state: 'open', text: note.text })
    expect((await make(note)).statusCode).toBe(201)
    expect((await make({ ...note, text: '别的事' })).statusCode).toBe(409)
    expect((await make({ ...note, taskId: 'n2', dueAt: 'soon' })).statusCode).toBe(400)
    expect((await make({ ...note, taskId: 'n2', text: ' ' })).statusCode).toBe(400)

    const { etag } = made.headers
    const later = new Date(BEGIN + 120 * MINUTE).toISOString()
    const moved = await change('note:demo:n1', { dueAt: later, agent: 'a2' }, { 'if-match': etag })
    expect(moved.json()).toMatchObject({ dueAt: later, nextAt: later, agent: 'a2' })
    expect((await change('note:demo:n1', { state: 'done' }, { 'if-match': etag })).statusCode).toBe(412)
    expect((await change('note:demo:n1', {})).statusCode).toBe(400)
    expect((await change('note:demo:n1', { state: 'done' })).statusCode).toBe(200)
    expect(await open()).toEqual([])
    expect((await change('nothing', { state: 'done' })).statusCode).toBe(404)
  })

  test('lists in the order in which they come up, page by page', async () => {
    const { app } = await desk()
    for (let i = 0; i < 5; i += 1) {
      const dueAt = new Date(BEGIN + (5 - i) * MINUTE).toISOString()
      const payload = {
        taskId: `${i}`,
        conversationId: 'c',
        channel: 'web',
        dueAt,
        text: `note ${i}`,
        agent: i % 2 ? 'odd' : 'even',
      }
      await app.inject({ method: 'POST', url: '/v1/tasks', headers, payload })
    }
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { json } = await app.inject({ method: 'GET', url: `/v1/tasks?limit=2${cursor}`, headers })
      const page = json() as { tasks: { id: string }[]; cursor?: string }
      ids.push(...page.tasks.map(({ id }) => id))
      if (page.cursor === undefined) break
      cursor = `&cursor=${page.cursor}`
    }
    expect(ids).toEqual([4, 3, 2, 1, 0].map((i) => `note:demo:${i}`))
    const { json } = await app.inject({ method: 'GET', url: '/v1/tasks?agent=odd', headers })
    expect(json().tasks.map(({ id }: { id: string }) => id)).toEqual(['note:demo:3', 'note:demo:1'])
    expect((await app.inject({ method: 'GET', url: '/v1/tasks?cursor=x', headers })).statusCode).toBe(400)
  })

  test('the board shows what is open by kind, and scripts and offers that end', async () => {
    const { app, report, open } = await desk()
    await report('order_created', 'silent one')
    await report('bad_review', 'angry one')
    await open()
    const { json, statusCode } = await app.inject({ method: 'GET', url: '/v1/tasks/board', headers })
    expect(statusCode).toBe(200)
    const board = json()
    expect(Object.keys(board.tasks).sort()).toEqual(['case', 'silent', 'unpaid'])
    expect(board.tasks.case).toMatchObject([{ because: 'bad_review', conversationId: 'angry one' }])
    expect(board.more).toEqual([])
  })

  test('a key sees and changes the tasks of its own stores only', async () => {
    const other = 'another-key'
    const { app, open, report, change } = await desk({ keys: [keyOf(), keyOf({ stores: ['elsewhere'] }, other)] })
    await report('bad_review')
    const [task] = await open()
    const foreign = { authorization: `Bearer ${other}` }
    expect((await app.inject({ method: 'GET', url: `/v1/tasks/${task!.id}`, headers: foreign })).statusCode).toBe(404)
    expect((await change(task!.id, { state: 'done' }, foreign)).statusCode).toBe(404)
    expect((await app.inject({ method: 'GET', url: '/v1/tasks' })).statusCode).toBe(401)
  })
})
