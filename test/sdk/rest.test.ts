import { describe, expect, test } from 'vitest'
import { type BatchLine, createClient, createPanelSource, HuashuError } from '../../src/sdk/index.ts'
import type { PanelSource } from '../../src/ui/source.ts'
import { gatewayUnderTest, KEY, keyOf } from '../server/gateway-under-test.ts'
import { deskAt } from './desk.ts'

const line = (i: number): BatchLine => ({ id: i, messages: [{ role: 'shopper', text: `问题${i}` }] })

describe('calls', () => {
  test('answer with what the wire says', async () => {
    const { listen } = await gatewayUnderTest({ keys: [keyOf({ roles: ['agent', 'lead'] })] })
    const client = createClient({ url: await listen(), token: async () => KEY })
    const messages = [{ role: 'shopper' as const, text: '在吗' }]
    expect((await client.suggest({ messages })).suggestions[0]!.text).toBe('re:在吗')
    expect((await client.intents({ texts: ['在吗'] })).results).toHaveLength(1)
    expect(await client.check({ text: '保证' })).toMatchObject({ verdict: 'block' })
    const talk = { store: 'demo', channel: 'taobao', conversationId: 'c1' }
    expect(await client.addMessage({ ...talk, message: { messageId: 'm1', role: 'shopper', text: 'a' } })).toEqual({
      messageId: 'm1',
      duplicate: false,
    })
    const at = '2026-11-22T10:00:00Z'
    expect(await client.addEvent({ ...talk, eventId: 'e1', type: 'order_paid', at })).toMatchObject({ eventId: 'e1' })
    expect(await client.addFeedback({ eventId: 'f1', turnId: 't', action: 'shown', at })).toMatchObject({
      matched: false,
    })
    expect((await client.scripts({ q: '发货', limit: 1 })).scripts).toHaveLength(1)
    expect((await client.products({ store: 'other' })).products[0]).toMatchObject({ id: 'other-1' })
    expect(await client.policies()).toMatchObject({ id: 'demo' })
    expect((await client.stores()).stores.map(({ id }) => id)).toEqual(['demo', 'other'])
    expect((await client.slots()).slots.length).toBeGreaterThan(10)
    const task = await client.addTask({ conversationId: 'c1', dueAt: at, text: '回电' })
    expect((await client.changeTask(task.id, { state: 'done' })).state).toBe('done')
    expect((await client.tasks({ state: 'done' })).tasks.map(({ id }) => id)).toEqual([task.id])
    expect((await client.taskBoard()).store).toBe('demo')
    expect((await client.ticket({ agent: { id: 'a1' } })).ticket).not.toBe('')
    const { code } = await client.startPairing()
    const { token } = await client.claimPairing({ code, agent: { id: 'a2' } })
    expect(token.length).toBeGreaterThan(20)
  })

  test('fail with the code, the status and the field', async () => {
    const { listen } = await gatewayUnderTest()
    const client = createClient({ url: await listen() })
    const failure = await client.suggest({ messages: [] }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(HuashuError)
    expect(failure).toMatchObject({ code: 'bad_request', status: 400, details: [{ path: 'body.messages' }] })
    await expect(client.policies({ store: 'nowhere' })).rejects.toMatchObject({ code: 'unknown_store', status: 404 })
    await expect(client.request('v1/nothing')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a service that is not there is unavailable, and an abort rejects with its reason', async () => {
    const { listen, close } = await gatewayUnderTest()
    const client = createClient({ url: await listen() })
    await expect(client.stores({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    await close()
    await expect(client.stores()).rejects.toMatchObject({ code: 'unavailable', isPassing: true })
  })

  test('what is no answer of the service has the nearest code', async () => {
    const client = createClient({
      url: 'http://x',
      fetch: async () => new Response('<h1>Bad gateway', { status: 502 }),
    })
    await expect(client.stores()).rejects.toMatchObject({ code: 'unavailable', status: 502 })
  })

  test('a path in the address is kept', async () => {
    const asked: string[] = []
    const client = createClient({
      url: 'https://shop.example/huashu',
      fetch: async (url) => {
        asked.push(String(url))
        return new Response('{"scripts":[]}')
      },
    })
    await client.scripts({ q: '包邮', store: undefined })
    expect(asked).toEqual(['https://shop.example/huashu/v1/scripts?q=%E5%8C%85%E9%82%AE'])
  })
})

describe('a batch', () => {
  test('of any size is answered in order, a bad line by itself, and lines are read only as answers are taken', async () => {
    const { listen } = await gatewayUnderTest()
    const client = createClient({ url: await listen() })
    let read = 0
    function* lines() {
      for (let i = 1; i <= 1_000; i += 1) {
        read = i
        yield i === 500 ? ({ id: i } as BatchLine) : line(i)
      }
    }
    let count = 0
    for await (const result of client.suggestBatch(lines())) {
      count += 1
      expect(result).toMatchObject({ id: count, line: count })
      expect('error' in result).toBe(count === 500)
      expect(read).toBeLessThanOrEqual(count + 400)
    }
    expect(count).toBe(1_000)
  })

  test('stops where its reader stops, or its signal', async () => {
    const { listen } = await gatewayUnderTest()
    const client = createClient({ url: await listen() })
    let read = 0
    async function* lines() {
      for (;;) {
        read += 1
        yield line(read)
      }
    }
    for await (const _ of client.suggestBatch(lines())) break
    expect(read).toBe(200)
    const stop = new AbortController()
    const answers = client.suggestBatch(lines(), { signal: stop.signal })
    const run = async () => {
      for await (const _ of answers) stop.abort(new Error('enough'))
    }
    await expect(run()).rejects.toThrow('enough')
  })

  test('as a whole fails with its code', async () => {
    const { listen } = await gatewayUnderTest({ keys: [keyOf()] })
    const client = createClient({ url: await listen() })
    const run = async () => {
      for await (const _ of client.suggestBatch([line(1)])) expect.unreachable()
    }
    await expect(run()).rejects.toMatchObject({ code: 'unauthorized' })
  })
})

describe('behind a panel', () => {
  test('a client and its stream are what the panel asks for', async () => {
    const { listen } = await gatewayUnderTest()
    const desk = deskAt(await listen())
    await desk.until(() => desk.stream.state === 'ready')
    const source: PanelSource = createPanelSource(desk.client, desk.stream)
    const heard: string[] = []
    const stop = source.listen((one) => heard.push(one.kind === 'frame' ? one.frame.type : one.state))
    source.send({ type: 'message.add', conversationId: 'c1', messageId: 'm1', role: 'shopper', text: 'a' })
    await desk.until(() => desk.frames('message.ack').length === 1)
    expect(heard[0]).toBe('ready')
    expect(heard).toContain('suggestions.ready')
    expect(await source.request('/v1/scripts?q=发货&limit=1')).toMatchObject({ scripts: [{ id: 'zh.demo.1' }] })
    await expect(source.request('/v1/check', { body: {} })).rejects.toMatchObject({ code: 'bad_request' })
    stop()
    const before = heard.length
    await desk.stream.ask({ type: 'draft.check', conversationId: 'c1', draftId: 'd1', text: 'x' })
    expect(heard.length).toBe(before)
  })
})
