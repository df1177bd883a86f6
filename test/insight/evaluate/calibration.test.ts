import { expect, test } from 'vitest'
import { calibrationOf } from '../../../src/insight/evaluate/calibration.ts'
import { outcome } from './outcomes.ts'

test('expected calibration error by hand', () => {
  // bin 15 (14/15..1]: confidences 0.96 and 0.98, one right: |0.97 - 0.5| = 0.47, two of four
  // bin 8 (7/15..8/15]: confidence 0.5, right by an alternative: |0.5 - 1| = 0.5, one of four
  // bin 1 (0..1/15]: confidence 0, wrong: 0, one of four
  const { ece, bins } = calibrationOf([
    outcome('refund', ['refund'], 0.96),
    outcome('refund', ['other'], 0.98),
    outcome('refund', ['payment'], 0.5, { alt: ['payment'] }),
    outcome('refund', []),
  ])
  expect(ece).toBeCloseTo((2 * 0.47 + 0.5) / 4, 12)
  expect(bins).toHaveLength(15)
  expect(bins.map((bin) => bin.count)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2])
  expect(bins[14]!.confidence).toBeCloseTo(0.97, 12)
  expect(bins[14]!.lenient).toBe(0.5)
})

test('an edge belongs to the lower bin, 1 to the last', () => {
  const counts = calibrationOf([outcome('refund', ['refund'], 0.2), outcome('refund', ['refund'], 1)]).bins
  expect(counts[2]!.count).toBe(1)
  expect(counts[14]!.count).toBe(1)
})

test('no messages, no error', () => {
  expect(calibrationOf([]).ece).toBe(0)
})
