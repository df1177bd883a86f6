import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDifference, gainOf, type SavedDifference } from '../../../src/insight/trial/difference.ts'

/** Numbers that only look random, the same in every run (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

describe('the e-variable of a pair', () => {
  test('is expected to be 1 at the most when the difference is true, whatever the shares and whatever they were taken for', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: -98, max: 98 }), share, (a, b, hundredths, at) => {
        const d = hundredths / 100
        // a pair of true shares that are d apart
        const first = Math.max(0, -d) + at * (1 - Math.abs(d))
        const second = first + d
        let expected = 0
        for (const x of [true, false])
          for (const y of [true, false])
            expected += (x ? first : 1 - first) * (y ? second : 1 - second) * Math.exp(gainOf(a, b, d, x, y))
        expect(expected).toBeLessThanOrEqual(1 + 1e-6)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('looked at after every outcome', () => {
  test('two equal shares are told apart in one of twenty trials at the most', () => {
    const draw = drawn(7)
    for (const truth of [0.08, 0.35, 0.5]) {
      let alarms = 0
      const RUNS = 700
      for (let run = 0; run < RUNS; run += 1) {
        let [log, ones, others] = [0, 0, 0]
        for (let pairs = 0; pairs < 300; pairs += 1) {
          const [x, y] = [draw() < truth, draw() < truth]
          log += gainOf((ones + 0.5) / (pairs + 1), (others + 0.5) / (pairs + 1), 0, x, y)
          ones += Number(x)
          others += Number(y)
          if (log >= Math.log(20)) {
            alarms += 1
            break
          }
        }
      }
      expect(alarms / RUNS).toBeLessThanOrEqual(0.05)
    }
  })

  test('the truth stays inside, and a real difference is found', () => {
    const draw = drawn(11)
    const RUNS = 40
    let lost = 0
    let found = 0
    let at = 0
    for (let run = 0; run < RUNS; run += 1) {
      const difference = createDifference(0.05)
      let isLost = false
      for (let i = 0; i < 400; i += 1) {
        difference.add(0, draw() < 0.35)
        difference.add(1, draw() < 0.55)
        if (i % 20 === 19) {
          const { low, high } = difference.report()
          isLost ||= low > 0.2 || high < 0.2
        }
      }
      const { larger, low, high, pairs } = difference.report()
      lost += Number(isLost)
      found += Number(larger === 1)
      expect(larger).not.toBe(0)
      expect(low).toBeLessThan(high)
      at += pairs
    }
    expect(at).toBe(RUNS * 400)
    expect(lost / RUNS).toBeLessThanOrEqual(0.05)
    expect(found / RUNS).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a difference', () => {
  const outcomes = fc.array(fc.tuple(fc.constantFrom(0 as const, 1 as const), fc.boolean()), { maxLength: 40 })
  const fed = (list: readonly (readonly [0 | 1, boolean])[], saved?: SavedDifference) => {
    const difference = createDifference(0.05, saved)
    for (const [side, outcome] of list) difference.add(side, outcome)
    return difference
  }

  test('goes on from what was saved, to the bit', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(40), (list, cut) => {
        const first = JSON.parse(JSON.stringify(fed(list.slice(0, cut)).saved())) as SavedDifference
        expect(JSON.stringify(fed(list.slice(cut), first).saved())).toBe(JSON.stringify(fed(list).saved()))
      }),
      { numRuns: 60 },
    )
  })

  test('only pairs count, in the order in which they came', () => {
    const { pairs, difference, low, high, larger } = fed([
      [0, true],
      [0, false],
      [1, true],
    ]).report()
    expect([pairs, difference, larger]).toEqual([1, 0, undefined])
    expect([low < -0.9, high > 0.9]).toEqual([true, true])
  })

  test('turned round it is the same the other way', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const one = fed(list).report()
        const other = fed(list.map(([side, outcome]) => [side === 0 ? 1 : 0, outcome] as const)).report()
        expect(other.difference).toBeCloseTo(-one.difference, 9)
        expect(other.low).toBeCloseTo(-one.high, 9)
      }),
      { numRuns: 40 },
    )
  })

  test('what was excluded stays excluded', () => {
    const difference = createDifference(0.05)
    for (let i = 0; i < 30; i += 1) {
      difference.add(0, false)
      difference.add(1, true)
    }
    expect(difference.report().larger).toBe(1)
    for (let i = 0; i < 60; i += 1) {
      difference.add(0, true)
      difference.add(1, false)
    }
    expect(difference.report().larger).toBe(1)
  })
})
