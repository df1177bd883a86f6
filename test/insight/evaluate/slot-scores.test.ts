import { expect, test } from 'vitest'
import { SlotRow, slotScoresOf } from '../../../src/insight/index.ts'
import type { Entity } from '../../../src/protocol/index.ts'

const entity = (slot: string, value: string | number, text: string, unit?: string): Entity => ({
  slot,
  value,
  text,
  start: 0,
  end: text.length,
  messageIndex: 0,
  ...(unit === undefined ? {} : { unit }),
})
const row = (text: string, ...slots: object[]) => SlotRow.parse({ text, slots })

test('counts what was found, missed and invented, per slot and per message', () => {
  const rows = [
    row(
      'L码 两件',
      { slot: 'size', value: 'L', text: 'L码' },
      { slot: 'quantity', value: 2, text: '两件', unit: '件' },
    ),
    row('在吗'),
    row('要l', { slot: 'size', value: 'l', text: 'l' }),
  ]
  const read: Record<string, Entity[]> = {
    'L码 两件': [entity('size', 'L', 'L码'), entity('quantity', 2, '两件')],
    在吗: [],
    要l: [entity('size', 'L', 'l')],
  }
  expect(slotScoresOf(rows, ({ text }) => read[text]!)).toEqual({
    messages: 3,
    precision: 2 / 3,
    recall: 2 / 3,
    f1: 2 / 3,
    whole: 2 / 3,
    slots: [
      { slot: 'quantity', found: 0, missed: 1, invented: 1 },
      { slot: 'size', found: 2, missed: 0, invented: 0 },
    ],
  })
})

test('a value in other words is another value', () => {
  const rows = [row('要L码', { slot: 'size', value: 'L', text: 'L码' })]
  expect(slotScoresOf(rows, () => [entity('size', 'L', 'L')]).f1).toBe(0)
})

test('nothing at all is no division by zero', () => {
  expect(slotScoresOf([], () => [])).toMatchObject({ messages: 0, precision: 0, recall: 0, f1: 0, whole: 0 })
})
