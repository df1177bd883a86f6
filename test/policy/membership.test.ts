import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedFen, memberFen, standing, standingAt } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'

const POLICY = STORE.member

describe('standing', () => {
  test('by the sum of purchases or by one large purchase', () => {
    expect(standing(POLICY, { totalFen: 0, onceFen: 0 })?.level.id).toBe('basic')
    expect(standing(POLICY, { totalFen: 49_999, onceFen: 0 })?.level.id).toBe('basic')
    expect(standing(POLICY, { totalFen: 50_000, onceFen: 0 })?.level.id).toBe('silver')
    expect(standing(POLICY, { totalFen: 30_000, onceFen: 30_000 })?.level.id).toBe('silver')
    expect(standing(POLICY, { totalFen: 999_999, onceFen: 0 })).toEqual({ level: POLICY.levels[3] })
  })

  test('a level told by the platform stands, and has a gap only when the sum is known', () => {
    expect(standingAt(POLICY, 'gold', undefined)).toEqual({ level: POLICY.levels[2] })
    expect(standingAt(POLICY, 'gold', { totalFen: 200_000, onceFen: 0 })?.next?.gapFen).toBe(300_000)
    expect(standingAt(POLICY, 'gold', { totalFen: 200_000, onceFen: 0 })?.next?.onceFen).toBe(200_000)
    expect(standingAt(POLICY, 'platinum', undefined)).toBeUndefined()
  })

  test('a store without levels has no standing', () => {
    expect(standing({ ...POLICY, levels: [] }, { totalFen: 1, onceFen: 1 })).toBeUndefined()
  })

  test('law: spending the gap reaches the next level, one fen less does not', () => {
    fc.assert(
      fc.property(fc.nat(600_000), (totalFen) => {
        const now = standing(POLICY, { totalFen, onceFen: 0 })!
        if (!now.next) return
        expect(now.next.gapFen).toBeGreaterThan(0)
        expect(standing(POLICY, { totalFen: totalFen + now.next.gapFen, onceFen: 0 })?.level.id).toBe(now.next.level.id)
        expect(standing(POLICY, { totalFen: totalFen + now.next.gapFen - 1, onceFen: 0 })?.level.id).toBe(now.level.id)
      }),
    )
  })
})

test('law: who is further from the next level never pays less', () => {
  fc.assert(
    fc.property(fc.nat(600_000), fc.nat(600_000), fc.nat(100_000), (spent, less, fen) => {
      const pays = (totalFen: number) =>
        memberFen(POLICY, standing(POLICY, { totalFen, onceFen: 0 })!.level, fen, false)
      expect(pays(Math.max(0, spent - less))).toBeGreaterThanOrEqual(pays(spent))
    }),
  )
})

describe('memberFen', () => {
  const silver = POLICY.levels[1]!

  test('takes the discount off regular prices only', () => {
    expect(memberFen(POLICY, silver, 5900, false)).toBe(5782)
    expect(memberFen(POLICY, silver, 5900, true)).toBe(5900)
    expect(memberFen({ ...POLICY, specialPriceDiscounted: true }, silver, 5900, true)).toBe(5782)
  })

  test('law: never above the price, never negative, whole fen', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...POLICY.levels), fc.boolean(), (fen, level, special) => {
        const paid = memberFen(POLICY, level, fen, special)
        expect(Number.isInteger(paid) && paid >= 0 && paid <= fen).toBe(true)
      }),
    )
  })
})

describe('countedFen', () => {
  const lines = [
    { fen: 5900, special: false },
    { fen: 3500, special: true },
  ]
  test('special offers count, postage does not, unless the store says otherwise', () => {
    expect(countedFen(POLICY, lines, 1000)).toBe(9400)
    expect(countedFen({ ...POLICY, specialPriceCounts: false }, lines, 1000)).toBe(5900)
    expect(countedFen({ ...POLICY, shippingCounts: true }, lines, 1000)).toBe(10_400)
  })
})
