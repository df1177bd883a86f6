import { expect, test } from 'vitest'
import { confusionOf, worstConfusions } from '../../../src/insight/evaluate/confusion.ts'
import { outcome } from './outcomes.ts'

const outcomes = [
  outcome('refund', ['refund'], 0.9),
  outcome('refund', ['payment'], 0.3, { text: 'less sure' }),
  outcome('refund', ['payment'], 0.8, { text: 'surer' }),
  outcome('refund', ['payment'], 0.9, { alt: ['payment'], text: 'excused' }),
  outcome('greeting', ['other'], 0.4, { text: 'hello' }),
  outcome('greeting', []),
]

test('counts labels down and readings across', () => {
  const { labels, counts } = confusionOf(outcomes)
  const at = (label: string, read: string) => counts[labels.indexOf(label)]![labels.indexOf(read)]
  expect(labels).toHaveLength(24)
  expect(counts).toHaveLength(23)
  expect(at('refund', 'refund')).toBe(1)
  expect(at('refund', 'payment')).toBe(3)
  expect(at('payment', 'refund')).toBe(0)
  expect(at('greeting', '(none)')).toBe(1)
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(6)
})

test('a family that is none of the 23 counts as nothing read', () => {
  const { labels, counts } = confusionOf([outcome('refund', ['weather'])])
  expect(counts[labels.indexOf('refund')]![labels.indexOf('(none)')]).toBe(1)
})

test('worst confusions: excused ones left out, most frequent first, surest example first', () => {
  const worst = worstConfusions(outcomes)
  expect(worst[0]).toEqual({
    expected: 'refund',
    read: 'payment',
    count: 2,
    examples: [
      { text: 'surer', confidence: 0.8 },
      { text: 'less sure', confidence: 0.3 },
    ],
  })
  expect(worst.map(({ expected, read }) => `${expected}>${read}`)).toEqual([
    'refund>payment',
    'greeting>(none)',
    'greeting>other',
  ])
  expect(worstConfusions(outcomes, 1)).toHaveLength(1)
})
