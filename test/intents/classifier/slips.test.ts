import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/intents/classifier/seeded.ts'
import { withSlips } from '../../../src/intents/classifier/slips.ts'

/** The part of a text that is missing, over many draws. */
function missing(text: string): number {
  const random = seeded(1)
  const drawn = Array.from({ length: 400 }, () => withSlips(text, random).length)
  return 1 - drawn.reduce((a, b) => a + b, 0) / drawn.length / text.length
}

describe('withSlips', () => {
  test('leaves characters out and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer(), (text, seed) => {
        const kept = [...withSlips(text, seeded(seed))]
        let at = 0
        for (const character of text) if (character === kept[at]) at += 1
        expect(at).toBe(kept.length)
      }),
      { numRuns: 200 },
    )
  })
  test('about one Han character in ten, one Latin letter in thirty', () => {
    expect(missing('这件衣服会不会缩水')).toBeCloseTo(0.1, 1)
    expect(missing('which size should i take')).toBeLessThan(0.06)
  })
  test('Korean loses its spaces before its syllables', () => {
    expect(missing('감사합니다')).toBeLessThan(0.05)
    expect(missing('이 옷 은 커요')).toBeGreaterThan(0.12)
  })
  test('particles and marks go first', () => {
    expect(missing('啊呀呢吧，。！？')).toBeGreaterThan(0.2)
  })
  test('leaves short texts alone', () => {
    expect(missing('有货吗')).toBe(0)
  })
})
