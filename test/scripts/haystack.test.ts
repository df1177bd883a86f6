import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHaystack } from '../../src/scripts/haystack.ts'

test('finds every place in every text, and nothing across two of them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '发'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (texts, needle) => {
      const expected = texts.flatMap((one, owner) =>
        [...one].flatMap((_, at) => (needle !== '' && one.startsWith(needle, at) ? [[owner, at]] : [])),
      )
      const found: number[][] = []
      createHaystack(texts).find(needle, (owner, offset) => found.push([owner, offset]))
      expect(found).toEqual(expected)
    }),
  )
})
