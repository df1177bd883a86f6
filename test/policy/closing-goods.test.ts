import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingGoods } from '../../src/policy/index.ts'

const one = (id: string, fen: number, companion = false) => ({ id, fen, companion })

describe('closingGoods', () => {
  test('the cheapest companion that closes the gap, else the cheapest of all', () => {
    const shelf = [one('dear', 9000), one('socks', 2500), one('belt', 4000, true), one('shoes', 8900, true)]
    expect(closingGoods(2000, shelf)?.id).toBe('belt')
    expect(closingGoods(5000, shelf)?.id).toBe('shoes')
    expect(closingGoods(8950, shelf)?.id).toBe('dear')
    expect(closingGoods(2500, shelf.slice(0, 2))?.id).toBe('socks')
  })

  test('nothing to close, nothing that closes', () => {
    expect(closingGoods(0, [one('socks', 2500)])).toBeUndefined()
    expect(closingGoods(2501, [one('socks', 2500, true)])).toBeUndefined()
    expect(closingGoods(1, [])).toBeUndefined()
  })

  test('law: what is named closes the gap, and nothing of its kind does so for less', () => {
    const goods = fc.record({ id: fc.string(), fen: fc.integer({ min: 1, max: 9000 }), companion: fc.boolean() })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.array(goods), (gap, shelf) => {
        const found = closingGoods(gap, shelf)
        const closing = shelf.filter(({ fen }) => fen >= gap)
        expect(found === undefined).toBe(closing.length === 0)
        if (!found) return
        expect(found.companion).toBe(closing.some(({ companion }) => companion))
        for (const other of closing)
          if (other.companion === found.companion) expect(other.fen).toBeGreaterThanOrEqual(found.fen)
      }),
    )
  })
})
