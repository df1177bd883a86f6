import { describe, expect, test } from 'vitest'
import { MoodRow, moodScoresOf } from '../../../src/insight/evaluate/mood-scores.ts'
import type { Message, State } from '../../../src/protocol/index.ts'

const row = (text: string, fields: object = {}) =>
  MoodRow.parse({ id: text, locale: 'zh', part: 'tune', text, mood: 'calm', register: 'neutral', ...fields })
/** A reader that hears what it is told to. */
const hears =
  (heard: Readonly<Record<string, Partial<State>>>) =>
  (messages: readonly Message[], before: State): State => ({ ...before, ...heard[messages.at(-1)!.text!] })
const type = (id: string, score = 0.6) => ({ id, score, evidence: '' })

describe('moodScoresOf', () => {
  test('counts per label, and leaves the neutral one out of the mean', () => {
    const rows = [row('一', { mood: 'angry' }), row('二', { mood: 'angry' }), row('三'), row('四')]
    const { mood } = moodScoresOf(rows, hears({ 一: { mood: 'angry' }, 三: { mood: 'angry' } }))
    expect(mood.accuracy).toBe(0.5)
    expect(mood.macroF1).toBe(0.5)
    expect(mood.labels).toEqual([
      { label: 'angry', count: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
      { label: 'calm', count: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
    ])
  })
  test('nothing to hear and nothing heard is right', () => {
    const { haggle, buying, types } = moodScoresOf([row('一')], hears({}))
    expect([haggle.accuracy, haggle.macroF1, buying.f1, types.f1]).toEqual([1, 1, 1, 1])
  })
  test('buying and types count from a threshold on, and only types that words tell', () => {
    const rows = [row('一', { buying: true, types: ['T13'] }), row('二', { types: ['T15'] })]
    const { buying, types } = moodScoresOf(
      rows,
      hears({
        一: { buying: 0.6, types: [type('T13'), type('T20'), type('T16', 0.2)] },
        二: { buying: 0.4, types: [type('T13')] },
      }),
    )
    expect(buying).toMatchObject({ count: 1, precision: 1, recall: 1 })
    expect(types).toMatchObject({ count: 2, precision: 0.5, recall: 0.5 })
  })
  test('the talk before a message is told to the reader', () => {
    const before = { mood: 'angry', haggle: 'insist', agent: '抱歉' }
    moodScoresOf([row('一', { before })], (messages, state) => {
      expect(messages).toEqual([
        { role: 'agent', text: '抱歉' },
        { role: 'shopper', text: '一' },
      ])
      expect(state).toMatchObject({ mood: 'angry', rung: 2, about: [{ name: 'price_haggle.insist' }] })
      return state
    })
    expect.assertions(2)
  })
  test('an unknown label is refused', () => {
    expect(MoodRow.safeParse({ ...row('一'), mood: 'furious' }).success).toBe(false)
    expect(MoodRow.safeParse({ ...row('一'), note: '' }).success).toBe(false)
  })
})
