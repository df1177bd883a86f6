import { describe, expect, test } from 'vitest'
import type { ServerFrame } from '../../../src/protocol/index.ts'
import { gatewayUnderTest, type Options } from '../gateway-under-test.ts'
import { openSession, says } from '../socket-client.ts'

async function opened(options: Options = {}) {
  const under = await gatewayUnderTest(options)
  const url = await under.listen()
  return { ...under, url, client: await openSession(url) }
}

/** The frames that are numbered, but for `conversation.opened`, which only repeats the number. */
const numbered = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => ('seq' in frame && frame.type !== 'conversation.opened' ? [frame] : []))

const answersIn = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'suggestions.ready' || frame.type === 'suggestions.stale' ? [frame] : []))

test('who looks on hears all that is shown, and answers go on being made for the agent', async () => {
  const { gateway, client, url } = await opened()
  client.send(says('在吗'))
  const shown = await client.next('suggestions.ready')
  const lead = await openSession(url, { agent: { id: 'lead' }, limit: 1 })
  lead.send({ type: 'conversation.open', conversationId: 'c1', watch: true, id: 'w' })
  expect(await lead.next('conversation.opened')).toMatchObject({ conversationId: 'c1', re: 'w' })
  expect(await lead.next('suggestions.ready')).toMatchObject({ turnId: shown.turnId, snapshot: true })
  client.send(says('多少钱'))
  const [here, there] = await Promise.all([client.next('suggestions.ready'), lead.next('suggestions.ready')])
  expect(there).toEqual(here)
  const deskNow = () =>
    gateway.conversations.use({ store: 'demo', channel: 'web', conversationId: 'c1' }, ({ desk }) => desk.agent?.id)
  expect(await deskNow()).toBe('a1')
  // whoever does not say so takes the seat, and an onlooker who leaves takes nothing away
  lead.send({ type: 'conversation.close', conversationId: 'c1' })
  await lead.next('conversation.closed')
  await client.settle()
  expect(answersIn(client.frames).at(-1)).toMatchObject({ type: 'suggestions.ready', turnId: here.turnId })
  lead.send({ type: 'conversation.open', conversationId: 'c1' })
  await lead.next('conversation.opened', ({ re }) => re === undefined)
  expect(await deskNow()).toBe('lead')
})

test('a search by REST is for who asks: everybody else keeps the answer that was shown', async () => {
  const { app, client, url } = await opened()
  client.send(says('在吗'))
  const shown = await client.next('suggestions.ready')
  const other = await openSession(url)
  other.send({ type: 'conversation.open', conversationId: 'c1' })
  expect(await other.next('suggestions.ready')).toMatchObject({ turnId: shown.turnId, snapshot: true })
  const found = await app.inject({
    method: 'POST',
    url: '/v1/suggestions',
    headers: { host: 'localhost' },
    payload: { conversationId: 'c1', messages: [], query: '发票' },
  })
  expect(found.json()).toMatchObject({ because: 'manual', suggestions: [{ text: 're:发票' }] })
  for (const socket of [client, other]) {
    await socket.settle()
    expect(answersIn(socket.frames).map(({ turnId }) => turnId)).toEqual([shown.turnId])
  }
  // and it is still the current one for who comes later
  const late = await openSession(url)
  late.send({ type: 'conversation.open', conversationId: 'c1' })
  expect(await late.next('suggestions.ready')).toMatchObject({ turnId: shown.turnId, seq: shown.seq })
})

describe('a shopper message', () => {
  test('is answered at once and acknowledged by id', async () => {
    const { client } = await opened()
    client.send(says('在吗', { messageId: 'm-1', id: 'f-1' }))
    const ready = await client.next('suggestions.ready')
    expect(ready).toMatchObject({
      conversationId: 'c1',
      messageId: 'm-1',
      messageIds: ['m-1'],
      because: 'message',
      seq: 1,
    })
    expect(ready.suggestions[0]!.text).toBe('re:在吗')
    expect(ready.timings.totalMs).toBeGreaterThan(0)
    expect(await client.next('message.ack')).toMatchObject({ messageId: 'm-1', duplicate: false, re: 'f-1' })
  })

  test('continues a burst: the newer answer covers all of it, after the older one went stale', async () => {
    const { client } = await opened()
    const [first, second] = [says('你好'), says('多少钱')]
    client.send(first)
    const old = await client.next('suggestions.ready')
    client.send(second)
    expect(await client.next('suggestions.stale')).toMatchObject({
      turnId: old.turnId,
      because: 'newer_message',
      seq: 3,
    })
    expect(await client.next('suggestions.ready')).toMatchObject({
      messageIds: [first.messageId, second.messageId],
      messageId: second.messageId,
      seq: 4,
      state: { rung: 2 },
    })
  })

  test('begins a new turn after eight messages, and still every message is covered', async () => {
    const { client } = await opened()
    const sent = Array.from({ length: 9 }, (_, i) => says(`第${i}句`))
    for (const message of sent) client.send(message)
    await client.settle()
    const answers = client.frames.filter((frame) => frame.type === 'suggestions.ready')
    // those that come while an answer is due are answered together
    expect(answers.map(({ messageIds }) => messageIds.length).slice(-2)).toEqual([8, 1])
    expect(new Set(answers.flatMap(({ messageIds }) => messageIds))).toEqual(
      new Set(sent.map(({ messageId }) => messageId)),
    )
    expect(answers.at(-1)!.state.rung).toBe(9)
  })

  test('begins a new turn beyond 600 characters', async () => {
    const { client } = await opened()
    client.send(says('长'.repeat(400)))
    client.send(says('长'.repeat(201)))
    await client.settle()
    expect(
      client.frames.filter((frame) => frame.type === 'suggestions.ready').map(({ messageIds }) => messageIds.length),
    ).toEqual([1, 1])
  })

  test('sent twice is acknowledged twice and answered once', async () => {
    const { client } = await opened()
    const message = says('在吗')
    client.send(message)
    client.send(message)
    expect(await client.next('message.ack')).toMatchObject({ duplicate: false })
    expect(await client.next('message.ack')).toMatchObject({ duplicate: true })
    expect(numbered(client.frames)).toHaveLength(2)
  })

  test('under an id that stands for another message is refused', async () => {
    const { client } = await opened()
    client.send(says('在吗', { messageId: 'same' }))
    client.send(says('不在', { messageId: 'same', id: 'f' }))
    expect(await client.next('error')).toMatchObject({ code: 'id_conflict', re: 'f' })
    client.send(says('不在', { messageId: 'same', conversationId: 'c2' }))
    expect(await client.next('message.ack', ({ duplicate }) => !duplicate)).toBeTruthy()
  })

  test('reaches every socket of the conversation and no other', async () => {
    const { client, url } = await opened()
    const [colleague, stranger] = [await openSession(url), await openSession(url)]
    colleague.send({ type: 'conversation.open', conversationId: 'c1' })
    await colleague.next('conversation.opened')
    stranger.send({ type: 'conversation.open', conversationId: 'c1', channel: 'jd' })
    await stranger.next('conversation.opened')
    client.send(says('在吗'))
    const [mine, theirs] = [await client.next('suggestions.ready'), await colleague.next('suggestions.ready')]
    expect(theirs).toEqual(mine)
    await stranger.settle()
    expect(numbered(stranger.frames)).toEqual([])
  })

  test('is answered in its own order: each answer after the stale of the one before, numbered without a gap', async () => {
    const { client } = await opened()
    for (let i = 0; i < 40; i += 1) client.send(says(`第${i}句`, { role: i % 5 === 4 ? 'agent' : 'shopper' }))
    await client.settle()
    const frames = numbered(client.frames)
    expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, i) => i + 1))
    let current: string | undefined
    for (const { type, turnId } of answersIn(frames)) {
      if (type === 'suggestions.stale') expect(turnId).toBe(current)
      else expect(current).toBeUndefined()
      current = type === 'suggestions.ready' ? turnId : undefined
    }
  })
})

describe('an agent message', () => {
  test('is answered with what is still open', async () => {
    const { client } = await opened()
    client.send(says('多久发货'))
    const asked = await client.next('suggestions.ready')
    client.send(says('稍等哦', { role: 'agent' }))
    expect(await client.next('suggestions.stale')).toMatchObject({ turnId: asked.turnId, because: 'agent_replied' })
    expect((await client.next('suggestions.ready')).because).toBe('agent_reply')
  })

  test('that leaves nothing to do only makes the answer stale', async () => {
    const { client } = await opened()
    client.send(says('多久发货'))
    await client.next('suggestions.ready')
    client.send(says('今天就发', { role: 'agent' }))
    await client.next('suggestions.stale')
    await client.settle()
    expect(client.frames.filter((frame) => frame.type === 'suggestions.ready')).toHaveLength(1)
  })

  test('ends a burst', async () => {
    const { client } = await opened()
    client.send(says('你好'))
    client.send(says('您好', { role: 'agent' }))
    const next = says('多少钱')
    client.send(next)
    expect(
      (await client.next('suggestions.ready', ({ messageId }) => messageId === next.messageId)).messageIds,
    ).toEqual([next.messageId])
  })
})

test.each(['bot', 'system'])('a %s line is kept, but neither ends a burst nor brings an answer', async (role) => {
  const { client } = await opened()
  const [first, second] = [says('你好'), says('多少钱')]
  client.send(first)
  await client.next('suggestions.ready')
  client.send(says('机器人为您服务', { role }))
  client.send(second)
  await client.settle()
  const answers = client.frames.filter((frame) => frame.type === 'suggestions.ready')
  expect(answers.map(({ messageIds }) => messageIds)).toEqual([[first.messageId], [first.messageId, second.messageId]])
  await client.next('message.ack')
  await client.next('message.ack')
  await client.next('message.ack')
})

describe('opening a conversation', () => {
  const history = [
    { role: 'shopper', text: '你好' },
    { role: 'agent', text: '您好' },
    { role: 'shopper', text: '多久发货', messageId: 'h3' },
  ]

  test('with a history in which the shopper waits brings an answer at once', async () => {
    const { client } = await opened()
    client.send({ type: 'conversation.open', id: 'o', conversationId: 'c1', history })
    const open = await client.next('conversation.opened')
    expect(open).toMatchObject({ re: 'o', seq: 0, state: { rung: 2 } })
    expect(await client.next('suggestions.ready')).toMatchObject({ messageId: 'h3', because: 'message' })
  })

  test('again, with the same history, neither counts it twice nor numbers a new answer', async () => {
    const { client, url } = await opened()
    client.send({ type: 'conversation.open', conversationId: 'c1', history })
    const ready = await client.next('suggestions.ready')
    const second = await openSession(url)
    second.send({ type: 'conversation.open', conversationId: 'c1', history })
    expect(await second.next('conversation.opened')).toMatchObject({ seq: 2, state: { rung: 2 } })
    expect(await second.next('suggestions.ready')).toEqual({ ...ready, snapshot: true })
    await client.settle()
    expect(numbered(client.frames)).toHaveLength(2)
  })

  test('when the agent spoke last brings none', async () => {
    const { client } = await opened()
    client.send({ type: 'conversation.open', conversationId: 'c1', history: history.slice(0, 2) })
    await client.next('conversation.opened')
    await client.settle()
    expect(client.frames.some((frame) => frame.type === 'suggestions.ready')).toBe(false)
  })

  test('and closing it: the answer goes stale for the last socket, then nothing comes any more', async () => {
    const { client, url } = await opened()
    client.send(says('在吗'))
    await client.next('suggestions.ready')
    client.send({ type: 'conversation.close', conversationId: 'c1' })
    expect(await client.next('suggestions.stale')).toMatchObject({ because: 'closed' })
    await client.next('conversation.closed')
    const other = await openSession(url)
    other.send(says('还在吗'))
    await other.next('suggestions.ready')
    await client.settle()
    expect(numbered(client.frames)).toHaveLength(3)
  })
})

describe('facts, events, requests', () => {
  test('facts are merged, acknowledged, and answer the waiting shopper again', async () => {
    const { client } = await opened()
    client.send({
      type: 'facts.update',
      id: 'f0',
      conversationId: 'c1',
      facts: { product: { id: 'p', title: '短袖' }, note: 1 },
    })
    expect(await client.next('facts.ack')).toMatchObject({ re: 'f0', conversationId: 'c1' })
    client.send(says('多少钱'))
    expect((await client.next('suggestions.ready')).suggestions[0]!.text).toBe('re:多少钱 about 短袖')
    client.send({ type: 'facts.update', conversationId: 'c1', facts: { product: { title: '长裤' }, note: null } })
    expect(await client.next('suggestions.stale')).toMatchObject({ because: 'facts_changed' })
    expect(await client.next('suggestions.ready')).toMatchObject({
      because: 'facts',
      suggestions: [{ text: 're:多少钱 about 长裤' }],
    })
  })

  test('facts of the wrong shape are refused and change nothing', async () => {
    const { client } = await opened()
    client.send({ type: 'facts.update', id: 'f', conversationId: 'c1', facts: { stock: { a: 'many' } } })
    expect(await client.next('error')).toMatchObject({
      code: 'bad_request',
      re: 'f',
      details: [{ path: 'facts.stock.a' }],
    })
  })

  test('an event is acknowledged once and answered once', async () => {
    const { client } = await opened()
    const event = {
      type: 'event.add',
      conversationId: 'c1',
      eventId: 'e1',
      event: 'order_paid',
      at: '2026-11-22T10:00:00+08:00',
    }
    client.send({ ...event, id: 'x' })
    expect(await client.next('event.ack')).toMatchObject({ eventId: 'e1', duplicate: false, re: 'x' })
    expect(await client.next('suggestions.ready')).toMatchObject({
      because: 'event',
      suggestions: [{ text: 're:event:order_paid' }],
    })
    client.send(event)
    expect(await client.next('event.ack')).toMatchObject({ duplicate: true })
    client.send({ ...event, event: 'order_created', id: 'y' })
    expect(await client.next('error')).toMatchObject({ code: 'id_conflict', re: 'y' })
    await client.settle()
    expect(client.frames.filter((frame) => frame.type === 'suggestions.ready')).toHaveLength(1)
  })

  test('an event without a script leaves the answer as it is', async () => {
    const { client } = await opened()
    client.send(says('在吗'))
    client.send({
      type: 'event.add',
      conversationId: 'c1',
      eventId: 'e2',
      event: 'rating_given',
      at: '2026-11-22T10:00:00+08:00',
    })
    await client.next('event.ack')
    expect(numbered(client.frames)).toHaveLength(2)
  })

  test('a request brings an answer with the id of the asker, for the others without', async () => {
    const { client, url } = await opened()
    const other = await openSession(url)
    other.send({ type: 'conversation.open', conversationId: 'c1' })
    await other.next('conversation.opened')
    client.send({ type: 'suggest.request', id: 'q', conversationId: 'c1', query: '包邮' })
    expect(await client.next('suggestions.ready')).toMatchObject({
      re: 'q',
      because: 'manual',
      suggestions: [{ text: 're:包邮' }],
    })
    expect((await other.next('suggestions.ready')).re).toBeUndefined()
  })

  test('a draft is checked', async () => {
    const { client } = await opened()
    client.send({ type: 'draft.check', id: 'd', conversationId: 'c1', draftId: 'd1', text: '保证明天到' })
    expect(await client.next('draft.checked')).toMatchObject({
      re: 'd',
      draftId: 'd1',
      verdict: 'block',
      warnings: [{ rule: 'R03' }],
    })
  })

  test('feedback is acknowledged once durable, matched by its turn', async () => {
    const { client, database } = await opened()
    client.send(says('在吗'))
    const { turnId } = await client.next('suggestions.ready')
    const feedback = {
      type: 'feedback.add',
      eventId: 'fb',
      turnId,
      suggestionId: `${turnId}.1`,
      action: 'sent',
      at: '2026-11-22T10:00:00+08:00',
    }
    client.send({ ...feedback, id: 'k' })
    expect(await client.next('feedback.ack')).toMatchObject({ eventId: 'fb', re: 'k' })
    client.send(feedback)
    await client.next('feedback.ack')
    const record = await database.find(JSON.stringify(['feedback', 'demo', 'fb']))
    expect(record).toMatchObject({ conversationId: 'c1', body: { matched: true, action: 'sent', agent: { id: 'a1' } } })
  })

  test('a message on which the pipeline fails is kept and acknowledged; the next one is answered', async () => {
    const { client, logged } = await opened()
    client.send(says('boom'))
    await client.next('message.ack')
    client.send(says('您好', { role: 'agent', conversationId: 'c2' }))
    client.send(says('在吗', { conversationId: 'c2' }))
    await client.next('suggestions.ready')
    expect(logged.some((line) => line.includes('pipeline failed'))).toBe(true)
  })
})
