import { describe, expect, test } from 'vitest'
import { BurstRow, burstScoresOf, ContinuationRow, continuationScoresOf } from '../../../src/insight/index.ts'

describe('continuations', () => {
  const row = (text: string, slots: object = {}) =>
    ContinuationRow.parse({
      before: [{ role: 'agent', text: '身高多少呢' }],
      text,
      continues: ['size_fit.recommend'],
      slots,
    })
  const of = (...topics: string[]) => topics.map((topic) => new Set([topic, 'x.y']))

  test('count where the right topic stands among the suggestions', () => {
    const suggestions: Record<string, ReadonlySet<string>[]> = {
      一: of('size_fit.recommend'),
      二: of('a.b', 'c.d', 'size_fit.recommend'),
      三: of('a.b', 'c.d', 'e.f', 'size_fit.recommend'),
      四: [],
    }
    const scores = continuationScoresOf(
      ['一', '二', '三', '四'].map((text) => row(text)),
      ({ text }) => ({
        suggestions: suggestions[text!]!,
        slots: {},
      }),
    )
    expect(scores).toEqual({ talks: 4, first: 0.25, top3: 0.5, slots: 1 })
  })

  test('count the values that were filled, one of several being enough', () => {
    const rows = [row('165', { height: 165 }), row('一黑一蓝', { colour: ['black', 'blue'] }), row('L', { size: 'L' })]
    const known: Record<string, Record<string, { value: string | number }>> = {
      165: { height: { value: 165 } },
      一黑一蓝: { colour: { value: 'Blue' } },
      L: {},
    }
    const go = ({ text }: ContinuationRow) => ({ suggestions: [], slots: known[text!]! })
    expect(continuationScoresOf(rows, go).slots).toBe(2 / 3)
  })
})

describe('bursts', () => {
  const burst = BurstRow.parse({
    messages: [
      { text: '165', afterMs: 0 },
      { text: '98斤', afterMs: 400 },
      { text: '几天到', afterMs: 9_000 },
    ],
    turns: [[0, 1], [2]],
    intents: [['size_fit.recommend'], ['shipping_time.eta']],
  })

  test('are sent with their pauses, and count when cut and read right', () => {
    const times: number[] = []
    const scores = burstScoresOf([burst], (messages) => {
      times.push(...messages.map(({ at }) => Date.parse(at!)))
      return [
        { messages: [0, 1], families: ['other', 'size_fit'] },
        { messages: [2], families: ['a', 'b', 'c', 'shipping_time'] },
      ]
    })
    expect(times.map((at) => at - times[0]!)).toEqual([0, 400, 9_400])
    expect(scores).toEqual({ bursts: 1, cut: 1, top3: 0.5 })
  })

  test('cut wrongly have no right turn where the cut is wrong', () => {
    const scores = burstScoresOf([burst], () => [
      { messages: [0], families: ['size_fit'] },
      { messages: [1], families: ['size_fit'] },
      { messages: [2], families: ['shipping_time'] },
    ])
    expect(scores).toEqual({ bursts: 1, cut: 0, top3: 0.5 })
  })

  test('whose turns leave a message out are refused', () => {
    expect(BurstRow.safeParse({ ...burst, turns: [[0], [2]] }).success).toBe(false)
    expect(BurstRow.safeParse({ ...burst, intents: [[]] }).success).toBe(false)
  })
})
