import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces, ROWS } from '../../../src/server/adapters/database/insert-rows.ts'

test('rows go into statements of few sizes, all of them and in their order', () => {
  fc.assert(
    fc.property(fc.nat(2_000), (count) => {
      const rows = Array.from({ length: count }, (_, i) => i)
      const made = [...pieces(rows)]
      expect(made.flat()).toEqual(rows)
      // powers of two up to the most
      expect(made.filter(({ length }) => length === 0 || ROWS % length !== 0)).toEqual([])
    }),
  )
})
