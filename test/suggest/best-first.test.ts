import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestFirst } from '../../src/suggest/best-first.ts'

test('gives every place once, in the order a sort would', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-1, 0, 0.5, 2, 3.25), { maxLength: 40 }), (scores) => {
      const best = new BestFirst(scores, (a, b) => a < b)
      const given = scores.map(() => best.next())
      const sorted = scores.map((_, place) => place).sort((a, b) => scores[b]! - scores[a]! || a - b)
      expect(given).toEqual(sorted)
      expect(best.next()).toBeUndefined()
    }),
  )
})
