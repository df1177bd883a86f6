import { expect, test } from 'vitest'
import { macroF1Of, scoreFamilies } from '../../../src/insight/evaluate/by-family.ts'
import { byRowWeight } from '../../../src/insight/evaluate/metrics.ts'
import { outcome } from './outcomes.ts'

// refund: 3 labelled, 2 of them read; greeting: 1 labelled and read, plus 1 refund read as it; payment: read once, never labelled
const outcomes = [
  outcome('refund', ['refund']),
  outcome('refund', ['refund']),
  outcome('refund', ['greeting']),
  outcome('greeting', ['greeting']),
  outcome('invoice', ['payment'], 0.5, { alt: ['payment'] }),
]
const of = (family: string) => scoreFamilies(outcomes).find((score) => score.family === family)

test('precision, recall, F1 and support per family', () => {
  expect(of('refund')).toEqual({ family: 'refund', support: 3, read: 2, precision: 1, recall: 2 / 3, f1: 0.8 })
  expect(of('greeting')).toEqual({ family: 'greeting', support: 1, read: 2, precision: 0.5, recall: 1, f1: 2 / 3 })
  expect(of('payment')).toEqual({ family: 'payment', support: 0, read: 1, precision: 0, recall: 0, f1: 0 })
  expect(of('other')).toEqual({ family: 'other', support: 0, read: 0, precision: 0, recall: 0, f1: 0 })
})

test('macro-F1 over the families present and over all 23; alternatives do not count', () => {
  const macro = macroF1Of(scoreFamilies(outcomes))
  expect(macro.families).toBe(3)
  expect(macro.present).toBeCloseTo((0.8 + 2 / 3 + 0) / 3, 12)
  expect(macro.all).toBeCloseTo((0.8 + 2 / 3) / 23, 12)
})

test('weights enter support and F1', () => {
  const weighted = [outcome('refund', ['refund'], 0.5, { weight: 3 }), outcome('refund', ['other'])]
  const refund = scoreFamilies(weighted, byRowWeight).find((score) => score.family === 'refund')
  expect(refund).toEqual({ family: 'refund', support: 4, read: 3, precision: 1, recall: 0.75, f1: 6 / 7 })
})
