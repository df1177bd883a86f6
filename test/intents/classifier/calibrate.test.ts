import { describe, expect, test } from 'vitest'
import { confidenceOf, fitCalibration, logit, type Scored } from '../../../src/intents/classifier/calibrate.ts'

/** Messages whose likeliest family has `share` and is right in `hits` of ten. */
const held = (share: number, hits: number): Scored[] =>
  Array.from({ length: 10 }, (_, i) => ({
    shares: [share, (1 - share) / 2, (1 - share) / 2],
    right: new Set([i < hits ? 0 : 1]),
  }))

describe('fitCalibration', () => {
  test('brings boasting shares down to what they are worth', () => {
    const calibration = fitCalibration([...held(0.9, 5), ...held(0.6, 4)])
    expect(confidenceOf(0.9, calibration)).toBeGreaterThan(0.4)
    expect(confidenceOf(0.9, calibration)).toBeLessThan(0.6)
  })
  test('lifts modest ones', () => {
    const calibration = fitCalibration([...held(0.5, 9), ...held(0.6, 10), ...held(0.4, 9)])
    expect(confidenceOf(0.6, calibration)).toBeGreaterThan(0.8)
  })
  test('a larger share is never less sure', () => {
    const calibration = fitCalibration([...held(0.9, 9), ...held(0.6, 6), ...held(0.4, 3)])
    const confidences = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => confidenceOf(share, calibration))
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b))
  })
  // the fit takes Newton steps of any length and runs away from some honest data: share 0.95 comes out as confidence 1
  test('holds still on shares that are right more often than not', () => {
    const calibration = fitCalibration([...held(0.95, 6), ...held(0.9, 5), ...held(0.5, 3)])
    expect(confidenceOf(0.95, calibration)).toBeLessThan(0.8)
  })
  test('stays finite when every held-out reading was right, or there is none', () => {
    for (const scored of [held(0.9, 10), []]) {
      const { slope, offset } = fitCalibration(scored)
      expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true)
    }
  })
})

test('without calibration a share is its own confidence', () => {
  for (const share of [0.01, 0.5, 0.99]) expect(confidenceOf(share, { slope: 1, offset: 0 })).toBeCloseTo(share, 9)
})

test('logit is finite at both ends', () => {
  expect(Number.isFinite(logit(0)) && Number.isFinite(logit(1))).toBe(true)
  expect(logit(0.5)).toBe(0)
})
