import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addHistogram,
  addTime,
  countOf,
  countWithin,
  emptyHistogram,
  meanOf,
  quantileOf,
} from '../../../src/insight/kpi/histogram.ts'

const of = (times: readonly number[]) => {
  const histogram = emptyHistogram()
  for (const ms of times) addTime(histogram, ms, 1)
  return histogram
}
const times = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 1, maxLength: 60 })

describe('the histogram of times', () => {
  test('knows the mean exactly and any quantile within half a second, above 300 s within 1 %', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const histogram = of(list)
        expect(meanOf(histogram)).toBe(list.reduce((sum, ms) => sum + ms, 0) / list.length)
        const exact = [...list].sort((a, b) => a - b)[Math.max(1, Math.ceil(share * list.length)) - 1]!
        // above 300 s a whole second is rounded up to before the step of 2 %
        const error = exact <= 300_000 ? 500 : exact * 0.01 + 1_000
        expect(Math.abs(quantileOf(histogram, share)! - exact)).toBeLessThanOrEqual(error + 1e-6)
      }),
    )
  })
  test('knows exactly how many are within a limit of whole seconds up to 300', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400_000)), fc.integer({ min: 1, max: 300 }), (list, limit) => {
        expect(countWithin(of(list), limit)).toBe(list.filter((ms) => ms <= limit * 1_000).length)
      }),
    )
  })
  test('two are added as if their times had been in one, and what is taken away was never there', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        const sum = of(a)
        addHistogram(sum, of(b))
        const both = of([...a, ...b])
        expect([sum.sum, new Map([...sum.bins].sort())]).toEqual([both.sum, new Map([...both.bins].sort())])
        for (const ms of b) addTime(sum, ms, -1)
        expect(countOf(sum)).toBe(a.length)
        expect(sum.sum).toBe(of(a).sum)
      }),
    )
  })
  test('without times there is no mean and no quantile', () => {
    expect([meanOf(emptyHistogram()), quantileOf(emptyHistogram(), 0.5)]).toEqual([undefined, undefined])
  })
})
