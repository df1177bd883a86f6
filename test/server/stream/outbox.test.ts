import { describe, expect, test, vi } from 'vitest'
import type { Push } from '../../../src/server/ports.ts'
import { createOutbox } from '../../../src/server/stream/outbox.ts'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { openSession, says } from '../socket-client.ts'

function outbox() {
  const sink = {
    bufferedAmount: 0,
    sent: [] as string[],
    send: (frame: string | Buffer) => void sink.sent.push(frame.toString()),
    terminate: vi.fn(),
    cork: vi.fn(),
    uncork: vi.fn(),
  }
  const dropped = vi.fn()
  const box = createOutbox(sink, { slowBytes: 100, hardBytes: 1_000, retryMs: 5 }, dropped)
  const push = (type: 'ready' | 'stale', turnId: string, topic = 't') => {
    const made: Push = { topic, type: `suggestions.${type}`, turnId, seq: 1, frame: Buffer.from(`${type} ${turnId}`) }
    box.push(made, made.frame)
  }
  const recover = async () => {
    sink.bufferedAmount = 0
    await vi.waitFor(() => expect(sink.sent.length).toBeGreaterThan(0), { timeout: 10_000 })
    await new Promise((resolve) => setTimeout(resolve, 15))
    box.close()
    return sink.sent
  }
  return { sink, box, dropped, push, recover }
}

describe('a socket that is not slow', () => {
  test('gets everything at once', () => {
    const { push, sink } = outbox()
    push('ready', '1')
    push('stale', '1')
    expect(sink.sent).toEqual(['ready 1', 'stale 1'])
  })

  test('gets the frames of one moment in one write', async () => {
    const { push, box, sink } = outbox()
    push('stale', '1')
    push('ready', '2')
    box.send({ type: 'pong' })
    expect(sink.cork).toHaveBeenCalledOnce()
    expect(sink.uncork).not.toHaveBeenCalled()
    await new Promise(setImmediate)
    expect(sink.uncork).toHaveBeenCalledOnce()
    push('stale', '2')
    await new Promise(setImmediate)
    expect(sink.cork).toHaveBeenCalledTimes(2)
    expect(sink.uncork).toHaveBeenCalledTimes(2)
  })
})

describe('a slow socket', () => {
  test('gets the newest answer of each conversation, after hearing that the one it shows is stale', async () => {
    const { push, sink, dropped, recover } = outbox()
    push('ready', '1')
    sink.sent.length = 0
    sink.bufferedAmount = 101
    push('stale', '1')
    for (let i = 2; i <= 9; i += 1) {
      push('ready', `${i}`)
      push('stale', `${i}`)
    }
    push('ready', '10')
    push('ready', 'a', 'other')
    expect(sink.sent).toEqual([])
    expect(await recover()).toEqual(['stale 1', 'ready 10', 'ready a'])
    expect(dropped).toHaveBeenCalledTimes(8)
  })

  test('hears that its answer is stale even when none follows', async () => {
    const { push, sink, recover } = outbox()
    push('ready', '1')
    sink.sent.length = 0
    sink.bufferedAmount = 101
    push('stale', '1')
    push('ready', '2')
    push('stale', '2')
    expect(await recover()).toEqual(['stale 1'])
  })

  test('gets acks and errors all the same, until it is given up', () => {
    const { box, sink } = outbox()
    sink.bufferedAmount = 999
    box.send({ type: 'message.ack' })
    expect(sink.sent).toEqual(['{"type":"message.ack"}'])
    sink.bufferedAmount = 1_001
    box.send({ type: 'message.ack' })
    expect(sink.terminate).toHaveBeenCalledOnce()
  })
})

test('a client that stops reading gets every ack and, for each conversation, the newest answer', async () => {
  const { listen, gateway } = await gatewayUnderTest({
    limits: (l) => ({ ...l, stream: { ...l.stream, outbox: { slowBytes: 65_536, hardBytes: 1e9, retryMs: 5 } } }),
  })
  const client = await openSession(await listen())
  client.socket.pause()
  const sent = Array.from({ length: 4_000 }, (_, i) =>
    says(`第${i}句${'长'.repeat(200)}`, { conversationId: `c${i % 2}` }),
  )
  for (const message of sent) client.send(message)
  await vi.waitFor(
    async () => expect((await gateway.metrics.droppedFrames.get()).values[0]?.value).toBeGreaterThan(10),
    { timeout: 8_000, interval: 50 },
  )
  client.socket.resume()
  for (let i = 0; i < sent.length; i += 1) await client.next('message.ack')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await client.settle()
  for (const last of sent.slice(-2)) {
    const newest = client.frames.findLast(
      (frame) => frame.type === 'suggestions.ready' && frame.conversationId === last.conversationId,
    )
    expect(newest).toMatchObject({ messageId: last.messageId })
  }
  const answers = client.frames.filter((frame) => frame.type === 'suggestions.ready')
  expect(answers.length).toBeLessThan(sent.length)
}, 20_000)
