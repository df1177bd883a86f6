import { expect, test } from 'vitest'
import { createAnswerTally } from '../../bench/answer-tally.ts'
import { replayChats } from '../../bench/replay-chats.ts'
import { sendBatch } from '../../bench/send-batch.ts'
import type { Answer } from '../../src/protocol/index.ts'
import { gatewayUnderTest } from '../server/gateway-under-test.ts'

const answer = (fields: object) =>
  ({ abstained: false, suggestions: [{ tier: 'answer' }], timings: { totalMs: 2 }, ...fields }) as unknown as Answer

test('answers are counted, and broken promises of the wire are named', () => {
  const tally = createAnswerTally()
  expect(tally.add(answer({}))).toBeUndefined()
  expect(tally.add(answer({ abstained: true, suggestions: [{ tier: 'hold' }] }))).toBeUndefined()
  expect(tally.add(answer({ abstained: true, suggestions: [], gap: 'no_script' }))).toBeUndefined()
  expect(tally.add(answer({ abstained: true }))).toMatch(/^abstained/)
  expect(tally.add(answer({ abstained: true, suggestions: [] }))).toBe('neither suggestions nor a gap')
  expect(tally.figures()).toMatchObject({
    answers: 5,
    withAnswer: 0.4,
    withAnything: 0.6,
    gaps: { no_script: 1 },
    p50Ms: 2,
  })
})

test('chats are replayed message by message; what is refused is a fault', async () => {
  const { listen } = await gatewayUnderTest()
  const faults: string[] = []
  const turns = [
    { role: 'shopper', text: '在吗' },
    { role: 'agent', text: '在的' },
    { role: 'shopper', text: '528105689823多少钱' },
    { role: 'shopper', text: '长'.repeat(5_001) },
  ] as const
  const figures = await replayChats(await listen(), [{ id: 'c1', turns }], (what) => faults.push(what))
  expect(figures).toMatchObject({ chats: 1, messages: 4, answers: 2, productIds: { found: 1 } })
  expect(faults).toEqual([expect.stringMatching(/^c1-3: bad_request/)])
})

test('a batch is held against the wire; a bad line is a fault', async () => {
  const { listen } = await gatewayUnderTest()
  const faults: string[] = []
  const figures = await sendBatch(await listen(), ['在吗', ' ', '多少钱'], (what) => faults.push(what))
  expect(figures).toMatchObject({ lines: 3, answers: 2 })
  expect(faults).toEqual([expect.stringMatching(/^batch line 2: bad_request/)])
})
