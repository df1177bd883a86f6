import { describe, expect, test } from 'vitest'
import { gatewayUnderTest, temporaryFolder } from '../gateway-under-test.ts'
import { openSession, says } from '../socket-client.ts'

describe('resume', () => {
  test('with the same epoch replays what was missed, in order', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const [first, other] = [await openSession(url), await openSession(url)]
    first.send(says('你好'))
    const seen = await first.next('suggestions.ready')
    first.socket.terminate()
    other.send(says('多少钱'))
    await other.next('suggestions.ready')
    other.send(says('包邮吗'))
    await other.settle()
    const back = await openSession(url, { resume: { 'demo/web/c1': { epoch: first.ready.epoch, seq: seen.seq } } })
    await back.settle()
    const missed = back.frames.flatMap((frame) => ('seq' in frame ? [[frame.type, frame.seq]] : []))
    expect(missed).toEqual([
      ['conversation.status', 2],
      ['suggestions.stale', 3],
      ['suggestions.ready', 4],
      ['conversation.status', 5],
      ['suggestions.stale', 6],
      ['suggestions.ready', 7],
      ['conversation.status', 8],
    ])
    other.send(says('在吗'))
    expect(await back.next('suggestions.ready', ({ seq }) => seq === 10)).toBeTruthy()
  })

  test('with nothing missed brings nothing, and what comes next', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const first = await openSession(url)
    first.send(says('你好'))
    const { seq } = await first.next('conversation.status')
    const back = await openSession(url, { resume: { c1: { epoch: first.ready.epoch, seq } } })
    await back.settle()
    expect(back.frames.map(({ type }) => type)).toEqual(['session.ready', 'pong'])
    first.send(says('在吗'))
    await back.next('suggestions.ready')
  })

  test('with another epoch brings one snapshot of the answer and one of the status', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const first = await openSession(url)
    first.send(says('你好'))
    const [ready, status] = [await first.next('suggestions.ready'), await first.next('conversation.status')]
    const back = await openSession(url, { resume: { c1: { epoch: 'before the restart', seq: 9 } } })
    await back.settle()
    expect(back.frames.filter((frame) => 'seq' in frame)).toEqual([
      { ...ready, snapshot: true },
      { ...status, snapshot: true },
    ])
  })

  test('of more than is kept brings one snapshot', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const first = await openSession(url)
    const said = Array.from({ length: 40 }, (_, i) => says(`第${i}句`))
    for (const message of said) first.send(message)
    await first.settle()
    const back = await openSession(url, { resume: { c1: { epoch: first.ready.epoch, seq: 1 } } })
    expect(await back.next('suggestions.ready')).toMatchObject({ snapshot: true, messageId: said.at(-1)!.messageId })
  })

  test('after a restart brings the state and one snapshot from the log', async () => {
    const dataDir = temporaryFolder()
    const before = await gatewayUnderTest({ dataDir })
    const first = await openSession(await before.listen())
    first.send(says('你好', { messageId: 'r1' }))
    first.send(says('您好', { messageId: 'r2', role: 'agent' }))
    first.send(says('多久发货', { messageId: 'r3' }))
    for (let i = 0; i < 3; i += 1) await first.next('message.ack')
    const live = first.frames.findLast((frame) => frame.type === 'suggestions.ready')!
    await before.close()

    const after = await gatewayUnderTest({ dataDir })
    const back = await openSession(await after.listen(), {
      resume: { c1: { epoch: first.ready.epoch, seq: live.seq } },
    })
    const snapshot = await back.next('suggestions.ready')
    expect(snapshot).toMatchObject({ snapshot: true, messageIds: ['r3'], state: live.state })
    await back.settle()
    expect(back.frames.filter((frame) => frame.type === 'suggestions.ready')).toHaveLength(1)
    back.send(says('多久发货', { messageId: 'r3' }))
    expect(await back.next('message.ack')).toMatchObject({ duplicate: true })
  })

  test('of a store the session may not touch is refused', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const back = await openSession(url, { stores: ['demo'], resume: { 'other/web/c1': { epoch: 'x', seq: 1 } } })
    expect(await back.next('error')).toMatchObject({ code: 'forbidden' })
  })
})
