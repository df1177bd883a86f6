import { expect, test } from 'vitest'
import { robustnessOf } from '../../../src/insight/evaluate/robustness.ts'
import { Row } from '../../../src/insight/evaluate/rows.ts'

const rows = [
  Row.parse({ text: '在吗', intent: 'greeting' }),
  Row.parse({ text: '退款', intent: 'payment', alt: ['refund.where'] }),
]
const reading = (family: string) => [{ name: `${family}.x`, family, confidence: 0.9 }]

test('a reader whom nothing disturbs loses nothing', () => {
  const result = robustnessOf(rows, 'zh', (text) => reading(/[退推腿]/.test(text) ? 'refund' : 'greeting'))
  expect(result).toMatchObject({ count: 2, clean: 1, disturbed: 1 })
})

test('a reader of exact texts loses everything, in every kind', () => {
  const exact = new Map(rows.map((row) => [row.text, row.intent === 'payment' ? 'refund' : 'greeting']))
  const { kinds, ...all } = robustnessOf(rows, 'zh', (text) => reading(exact.get(text) ?? 'other'))
  expect(all).toEqual({ count: 2, clean: 1, disturbed: 0 })
  for (const kind of kinds) expect(kind.disturbed).toBe(0)
})

test('a kind counts the messages in which it has a place; all kinds count each message once', () => {
  const { kinds, ...all } = robustnessOf(rows, 'zh', (text) => reading(/^[a-z]+$/.test(text) ? 'other' : 'greeting'))
  expect(kinds.find(({ kind }) => kind === 'initials')).toEqual({ kind: 'initials', count: 1, clean: 1, disturbed: 0 })
  expect(kinds.find(({ kind }) => kind === 'emoji')).toEqual({ kind: 'emoji', count: 2, clean: 0.5, disturbed: 0.5 })
  expect(all.clean).toBe(0.5)
  // 在吗: one kind of its several takes the reading away
  const places = kinds.filter(({ kind }) => !['full width', 'traditional'].includes(kind)).length
  expect(all.disturbed).toBeCloseTo((places + 1 - 1) / (places + 1) / 2)
})

test('no messages, no shares', () => {
  expect(robustnessOf([], 'en', () => [])).toMatchObject({ count: 0, clean: 0, disturbed: 0 })
})
