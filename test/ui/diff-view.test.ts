import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffView } from '../../src/ui/diff-view.ts'

const diffs = fc.array(
  fc.record({
    op: fc.constantFrom('same' as const, 'add' as const, 'remove' as const),
    text: fc.string({ maxLength: 4 }),
  }),
)
const side = (diff: readonly { op: string; text: string }[], without: string) =>
  diff
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('')

test('shows both texts whole, in pieces as few as can be, what goes before what comes', () => {
  fc.assert(
    fc.property(diffs, (diff) => {
      const view = diffView(diff)
      expect(side(view, 'add')).toBe(side(diff, 'add'))
      expect(side(view, 'remove')).toBe(side(diff, 'remove'))
      view.forEach((piece, index) => {
        const next = view[index + 1]
        expect(piece.text).not.toBe('')
        expect(next?.op).not.toBe(piece.op)
        if (piece.op === 'add') expect(next?.op).not.toBe('remove')
      })
    }),
  )
})
