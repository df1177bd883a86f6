import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Warning } from '../../src/protocol/index.ts'
import { applyFix, markedText } from '../../src/ui/marked-text.ts'

const warning = (start: number, end: number, fix?: string): Warning => ({
  ...{ rule: 'R', level: 'warn', start, end, says: '' },
  ...(fix === undefined ? {} : { fix }),
})
const cases = fc.string({ unit: 'grapheme', maxLength: 30 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(fc.tuple(fc.nat(text.length + 2), fc.nat(text.length + 2)), { maxLength: 6 }),
    fix: fc.string({ maxLength: 5 }),
  }),
)

describe('a text with its warnings', () => {
  test('is whole again when its pieces are joined, and marks no place twice', () => {
    fc.assert(
      fc.property(cases, ({ text, spans }) => {
        const pieces = markedText(
          text,
          spans.map(([start, end]) => warning(start, end)),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
        const marked = pieces.flatMap((piece) => piece.warning ?? [])
        expect(new Set(marked).size).toBe(marked.length)
      }),
    )
  })

  test('a fix replaces exactly its span; what is left over still stands on the same words', () => {
    fc.assert(
      fc.property(cases, ({ text, spans, fix }) => {
        const all = spans.map(([start, end]) => warning(Math.min(start, text.length), Math.min(end, text.length), fix))
        const sound = all.filter(({ start, end }) => start < end)
        if (sound.length === 0) return
        const { start, end } = sound[0]!
        const fixed = applyFix(text, sound, 0)
        expect(fixed.text).toBe(text.slice(0, start) + fix + text.slice(end))
        const apart = sound.slice(1).filter((other) => other.end <= start || other.start >= end)
        expect(fixed.warnings.map((left) => fixed.text.slice(left.start, left.end))).toEqual(
          apart.map((other) => text.slice(other.start, other.end)),
        )
      }),
    )
  })

  test('without a fix it stays as it is', () => {
    expect(applyFix('abc', [warning(0, 1)], 0)).toEqual({ text: 'abc', warnings: [warning(0, 1)] })
    expect(applyFix('abc', [], 3)).toEqual({ text: 'abc', warnings: [] })
  })
})
