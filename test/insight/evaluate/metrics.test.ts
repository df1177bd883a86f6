import { describe, expect, test } from 'vitest'
import { abstentionOf, accuracyOf, byRowWeight } from '../../../src/insight/evaluate/metrics.ts'
import { outcome } from './outcomes.ts'

describe('accuracyOf', () => {
  const outcomes = [
    outcome('refund', ['refund', 'other', 'payment']), // strict, lenient, top-3
    outcome('refund.apply', ['payment', 'other', 'invoice'], 0.5, { alt: ['payment'] }), // lenient, top-3
    outcome('invoice', ['other', 'payment', 'invoice']), // top-3 only
    outcome('greeting', ['other', 'payment', 'refund', 'greeting']), // fourth place does not count
  ]

  test('counts strict, lenient and top-3', () => {
    expect(accuracyOf(outcomes)).toEqual({ count: 4, strict: 0.25, lenient: 0.5, top3: 0.75 })
  })

  test('an alternative among the first three counts for top-3', () => {
    const second = outcome('refund', ['other', 'payment', 'invoice'], 0.5, { alt: ['payment.problem'] })
    expect(accuracyOf([second])).toEqual({ count: 1, strict: 0, lenient: 0, top3: 1 })
  })

  test('several topics of one family take one place', () => {
    expect(outcome('greeting', ['other', 'other', 'refund', 'greeting']).top3).toBe(true)
  })

  test('weights count a row several times', () => {
    const weighted = [outcome('refund', ['refund'], 0.5, { weight: 3 }), outcome('refund', ['other'])]
    expect(accuracyOf(weighted, byRowWeight)).toEqual({ count: 2, strict: 0.75, lenient: 0.75, top3: 0.75 })
    expect(accuracyOf(weighted).strict).toBe(0.5)
  })

  test('nothing read is wrong, nothing measured is 0', () => {
    expect(accuracyOf([outcome('refund', [])])).toEqual({ count: 1, strict: 0, lenient: 0, top3: 0 })
    expect(accuracyOf([])).toEqual({ count: 0, strict: 0, lenient: 0, top3: 0 })
  })
})

test('abstentionOf answers at the threshold and above it', () => {
  const outcomes = [
    outcome('refund', ['refund'], 0.9),
    outcome('refund', ['payment'], 0.5, { alt: ['payment'] }),
    outcome('refund', ['other'], 0.5),
    outcome('refund', ['refund'], 0.49),
    outcome('refund', ['other'], 0.1),
  ]
  expect(abstentionOf(outcomes, 0.5)).toEqual({ threshold: 0.5, coverage: 0.6, strict: 1 / 3, lenient: 2 / 3 })
  expect(abstentionOf(outcomes, 0.95)).toEqual({ threshold: 0.95, coverage: 0, strict: 0, lenient: 0 })
})
