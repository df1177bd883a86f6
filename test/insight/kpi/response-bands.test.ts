import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTime, emptyHistogram } from '../../../src/insight/kpi/histogram.ts'
import { responseBands } from '../../../src/insight/kpi/response-bands.ts'

const histogramOf = (times: readonly number[]) => {
  const histogram = emptyHistogram()
  for (const ms of times) addTime(histogram, ms, 1)
  return histogram
}

describe('the bands of response times', () => {
  test('there are none without a time', () => {
    expect(responseBands(undefined)).toEqual([])
    expect(responseBands(emptyHistogram())).toEqual([])
  })
  test('a limit belongs to its own band', () => {
    const bands = responseBands(histogramOf([0, 10_000, 10_001, 45_000, 300_000, 9_999_000]))
    expect(bands.filter(({ turns }) => turns > 0)).toEqual([
      { withinSec: 10, turns: 2 },
      { withinSec: 20, turns: 1 },
      { withinSec: 45, turns: 1 },
      { withinSec: 300, turns: 1 },
      { turns: 1 },
    ])
  })
  test('every turn is in exactly one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 }), (times) => {
        const bands = responseBands(histogramOf(times))
        expect(bands.reduce((sum, { turns }) => sum + turns, 0)).toBe(times.length)
        expect(bands.every(({ turns }) => turns >= 0)).toBe(true)
      }),
    )
  })
})
