import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { HuashuError } from '../../src/sdk/index.ts'
import { gatewayUnderTest, KEY, keyOf } from '../server/gateway-under-test.ts'
import { deskAt } from './desk.ts'
import { proxyTo } from './proxy.ts'

async function shop(options: Parameters<typeof gatewayUnderTest>[0] = {}) {
  const gateway = await gatewayUnderTest(options)
  const proxy = await proxyTo(await gateway.listen())
  return { ...gateway, proxy }
}

describe('a talk', () => {
  test('is opened, added to, checked and answered', async () => {
    const { proxy } = await shop()
    const desk = deskAt(proxy.url)
    const talk = desk.stream.conversation({ store: 'demo', channel: 'taobao', conversationId: 'c1' })
    const answers: string[] = []
    talk.on('answer', ({ suggestions }) => answers.push(suggestions[0]!.text))
    expect((await talk.opened).conversationId).toBe('c1')
    const { duplicate, messageId } = await talk.add({ role: 'shopper', text: '在吗' })
    expect(duplicate).toBe(false)
    expect(await talk.add({ messageId, role: 'shopper', text: '在吗' })).toMatchObject({ duplicate: true })
    expect(answers).toEqual(['re:在吗'])
    await talk.facts({ product: { title: '短袖' } })
    expect((await talk.request('包邮')).suggestions[0]!.text).toBe('re:包邮 about 短袖')
    expect(await talk.check('保证')).toMatchObject({ verdict: 'block' })
    expect(await talk.event({ type: 'order_paid' })).toMatchObject({ duplicate: false })
    const answer = desk.frames('suggestions.ready').at(-1)!
    await talk.feedback({ turnId: answer.turnId, suggestionId: answer.suggestions[0]!.id, action: 'inserted' })
    expect(desk.stream.waiting).toBe(0)
  })

  test('hears only of itself, and nothing once it is closed', async () => {
    const { proxy } = await shop()
    const { stream } = deskAt(proxy.url)
    const one = stream.conversation({ conversationId: 'one' })
    const other = stream.conversation({ conversationId: 'other' })
    const heard: string[] = []
    one.on('answer', ({ conversationId }) => heard.push(conversationId))
    const stop = one.on('stale', () => heard.push('stale'))
    await other.add({ role: 'shopper', text: 'a' })
    await one.add({ role: 'shopper', text: 'b' })
    expect(heard).toEqual(['one'])
    stop()
    one.close()
    await other.add({ role: 'shopper', text: 'c' })
    expect(heard).toEqual(['one'])
  })

  test('a rewrite that cannot be had ends with its reason, and its pieces end', async () => {
    const { proxy } = await shop()
    const { stream } = deskAt(proxy.url)
    const talk = stream.conversation({ conversationId: 'c1' })
    await talk.add({ role: 'shopper', text: 'a' })
    const rewriting = talk.rewrite({ turnId: 't', suggestionId: 's' })
    const pieces: string[] = []
    for await (const piece of rewriting) pieces.push(piece)
    expect(pieces).toEqual([])
    expect(await rewriting.result).toMatchObject({ type: 'rewrite.failed', reason: 'off' })
  })

  test('works with the websocket of the package ws', async () => {
    const { proxy } = await shop()
    const { stream } = deskAt(proxy.url, {}, { WebSocket })
    const talk = stream.conversation({ conversationId: 'c1' })
    expect(await talk.add({ role: 'shopper', text: 'a' })).toMatchObject({ type: 'message.ack' })
  })
})

describe('a lost connection', () => {
  test('cut again and again under a running talk: every message stored once, every answer heard once and in order', async () => {
    const { proxy, gateway } = await shop()
    const desk = deskAt(proxy.url)
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    const ids = Array.from({ length: 60 }, (_, i) => `m${i}`)
    const acks = []
    for (const [i, messageId] of ids.entries()) {
      acks.push(talk.add({ messageId, role: 'shopper', text: `问题${i}` }))
      if (i % 4 === 1) proxy.cut()
      // some are cut while they connect again
      if (i % 8 === 5) await desk.until(() => desk.stream.state === 'ready')
      if (i % 3 === 0) await nextTurn()
    }
    await Promise.all(acks)
    await desk.stream.drained()
    const stored = await gateway.conversations.use(
      { store: 'demo', channel: 'web', conversationId: 'c1' },
      ({ state, seen }) => ({ turns: state.shopperTurns, ids: ids.filter((id) => seen.has(id)).length }),
    )
    expect(stored).toEqual({ turns: 60, ids: 60 })
    const seqs = [...desk.frames('suggestions.ready'), ...desk.frames('suggestions.stale')].map(({ seq }) => seq)
    expect(new Set(seqs).size).toBe(seqs.length)
    const ready = desk.frames('suggestions.ready').map(({ seq }) => seq)
    expect(ready).toEqual([...ready].sort((a, b) => a - b))
    // the last that is heard is what the gateway holds current
    const current = await gateway.conversations.use(
      { store: 'demo', channel: 'web', conversationId: 'c1' },
      (conversation) => conversation.current?.seq,
    )
    expect(ready.at(-1)).toBe(current)
    expect(proxy.taken).toBeGreaterThan(5)
  })

  test('what others add meanwhile is heard afterwards, each once', async () => {
    const { proxy, app } = await shop()
    const desk = deskAt(proxy.url)
    const talk = desk.stream.conversation({ store: 'demo', channel: 'taobao', conversationId: 'c1' })
    await talk.add({ role: 'shopper', text: 'a' })
    proxy.shut(true)
    proxy.cut()
    await desk.until(() => desk.stream.state === 'lost')
    for (const text of ['b', 'c']) {
      const message = { role: 'shopper', text }
      await app.inject({
        method: 'POST',
        url: '/v1/messages',
        payload: { store: 'demo', channel: 'taobao', conversationId: 'c1', message },
      })
    }
    proxy.shut(false)
    await desk.until(() => desk.frames('suggestions.ready').length === 3)
    await talk.check('x')
    expect(desk.frames('suggestions.ready').map(({ suggestions }) => suggestions[0]!.text)).toEqual([
      're:a',
      're:a+b',
      're:a+b+c',
    ])
    const numbered = desk.heard.flatMap((one) =>
      one.kind === 'frame' && 'seq' in one.frame && one.frame.type !== 'conversation.opened' ? [one.frame.seq] : [],
    )
    expect(new Set(numbered).size).toBe(numbered.length)
  })

  test('a talk named by its channel alone is opened again', async () => {
    const { proxy } = await shop()
    const desk = deskAt(proxy.url)
    const talk = desk.stream.conversation({ channel: 'taobao', conversationId: 'c1' })
    await talk.opened
    proxy.cut()
    await desk.until(() => desk.frames('conversation.opened').length === 2)
    await talk.add({ role: 'shopper', text: 'a' })
    expect(desk.frames('suggestions.ready')).toHaveLength(1)
  })

  test('a gateway that starts anew numbers anew: the current answer comes as a snapshot', async () => {
    const first = await shop()
    const desk = deskAt(first.proxy.url)
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    for (const text of ['a', 'b', 'c']) await talk.add({ role: 'shopper', text })
    // the first lives on, else it would close the database that both use
    const second = await gatewayUnderTest({ database: { ...first.database, close: async () => undefined } })
    first.proxy.lead(await second.listen())
    first.proxy.cut()
    await desk.until(() => desk.frames('suggestions.ready').length === 4)
    await talk.add({ role: 'shopper', text: 'd' })
    const answers = desk.frames('suggestions.ready').slice(2)
    expect(answers.map(({ suggestions }) => suggestions[0]!.text)).toEqual(['re:a+b+c', 're:a+b+c', 're:a+b+c+d'])
    expect(answers[1]).toMatchObject({ snapshot: true })
    expect(answers[1]!.seq).toBeLessThan(answers[0]!.seq)
    const [before, after] = desk.frames('session.ready')
    expect(after!.epoch).not.toBe(before!.epoch)
  })

  test('a service gone silent is a lost one, and is connected to anew', async () => {
    const { proxy } = await shop({
      limits: (all) => ({ ...all, stream: { ...all.stream, heartbeatMs: 60 } }),
    })
    const desk = deskAt(proxy.url)
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    await talk.opened
    proxy.silence()
    await desk.until(() => desk.frames('session.ready').length === 2)
    expect(await talk.add({ role: 'shopper', text: 'a' })).toMatchObject({ duplicate: false })
  })

  test('what waits is bounded: more is refused by name, and what was taken gets through', async () => {
    const { proxy } = await shop()
    proxy.shut(true)
    const desk = deskAt(proxy.url, { waiting: 3 })
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    const taken = [1, 2].map((i) => talk.add({ messageId: `m${i}`, role: 'shopper', text: `a${i}` }))
    await expect(talk.add({ role: 'shopper', text: 'b' })).rejects.toMatchObject({ code: 'overloaded' })
    desk.stream.send({ type: 'suggest.request', id: 'r1', conversationId: 'c1' })
    expect(desk.frames('error')).toMatchObject([{ code: 'overloaded', re: 'r1' }])
    proxy.shut(false)
    expect(await Promise.all(taken)).toMatchObject([{ messageId: 'm1' }, { messageId: 'm2' }])
  })

  test('frames wait while the socket is slow, and go out in order', async () => {
    const { proxy } = await shop()
    let buffered = 1_000
    const written: string[] = []
    class Slow extends WebSocket {
      constructor(url: string) {
        super(url)
        Object.defineProperty(this, 'bufferedAmount', { get: () => buffered })
      }
      override send(text: string) {
        written.push(JSON.parse(text).type)
        super.send(text)
      }
    }
    const desk = deskAt(proxy.url, { slowBytes: 999 }, { WebSocket: Slow })
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    await desk.until(() => desk.stream.state === 'ready')
    const added = talk.add({ role: 'shopper', text: 'a' })
    await desk.client.stores()
    expect(written).toEqual(['session.open'])
    buffered = 0
    await added
    expect(written).toEqual(['session.open', 'conversation.open', 'message.add'])
  })
})

describe('stopping', () => {
  test('a signal takes a frame back that was not sent, and rejects with its reason', async () => {
    const { proxy, gateway } = await shop()
    proxy.shut(true)
    const { stream } = deskAt(proxy.url)
    const talk = stream.conversation({ conversationId: 'c1' })
    const stop = new AbortController()
    const added = talk.add({ messageId: 'm1', role: 'shopper', text: 'a' }, stop.signal)
    stop.abort(new Error('changed my mind'))
    await expect(added).rejects.toThrow('changed my mind')
    await expect(talk.check('x', AbortSignal.abort())).rejects.toThrow('aborted')
    proxy.shut(false)
    await talk.opened
    await stream.drained()
    const wasThere = await gateway.conversations.use(
      { store: 'demo', channel: 'web', conversationId: 'c1' },
      ({ seen }) => seen.has('m1'),
    )
    expect(wasThere).toBe(false)
  })

  test('a closed stream rejects what waits, and takes no more', async () => {
    const { proxy } = await shop()
    proxy.shut(true)
    const stop = new AbortController()
    const { stream } = deskAt(proxy.url, { signal: stop.signal })
    const talk = stream.conversation({ conversationId: 'c1' })
    const added = talk.add({ role: 'shopper', text: 'a' })
    stop.abort()
    await expect(added).rejects.toBeInstanceOf(HuashuError)
    await expect(talk.check('x')).rejects.toMatchObject({ code: 'unavailable' })
    expect(stream.state).toBe('closed')
  })
})

describe('who may come in', () => {
  test('a token gets a ticket for each connection', async () => {
    const { proxy } = await shop({ keys: [keyOf()] })
    const desk = deskAt(proxy.url, {}, { token: KEY })
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    await talk.opened
    proxy.cut()
    await desk.until(() => desk.frames('session.ready').length === 2)
    await talk.add({ role: 'shopper', text: 'a' })
  })

  test('a wrong key is refused for good, by its code', async () => {
    const { proxy } = await shop({ keys: [keyOf()] })
    const desk = deskAt(proxy.url, {}, { token: 'wrong' })
    const talk = desk.stream.conversation({ conversationId: 'c1' })
    await expect(talk.opened).rejects.toMatchObject({ code: 'unauthorized' })
    expect(desk.stream.state).toBe('refused')
    expect(desk.heard.at(-1)).toEqual({ kind: 'connection', state: 'refused' })
    await expect(desk.client.stores()).rejects.toMatchObject({ code: 'unauthorized', status: 401 })
  })

  test('a ticket that has grown too old is asked for once more, then it is over', async () => {
    const { proxy } = await shop({ keys: [keyOf()] })
    let asked = 0
    const ticket = () => {
      asked += 1
      return 'old'
    }
    const desk = deskAt(proxy.url, { ticket })
    await desk.until(() => desk.stream.state === 'refused')
    expect(asked).toBe(2)
    expect(desk.stream.fault).toMatchObject({ code: 'unauthorized' })
  })

  test('a store that may not be touched ends it at once', async () => {
    const { proxy } = await shop({ keys: [keyOf({ stores: ['demo'] })] })
    const desk = deskAt(proxy.url, { stores: ['other'] }, { token: KEY })
    await desk.until(() => desk.stream.state === 'refused')
    expect(desk.stream.fault).toMatchObject({ code: 'forbidden' })
    expect(desk.frames('session.ready')).toEqual([])
  })

  test('what a frame is refused for comes with code and details', async () => {
    const { proxy } = await shop()
    const { stream } = deskAt(proxy.url)
    const talk = stream.conversation({ store: 'nowhere', conversationId: 'c1' })
    await expect(talk.opened).rejects.toMatchObject({ code: 'unknown_store' })
    await expect(talk.add({ role: 'shopper', text: ' ' })).rejects.toMatchObject({
      code: 'bad_request',
      details: [{ path: 'frame.text' }],
    })
  })
})
