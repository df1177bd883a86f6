import { describe, expect, test } from 'vitest'
import { applyFixes, isAwkward } from '../../src/guard/fix.ts'

const warning = (start: number, end: number, fix?: string) =>
  ({ rule: 'R01', level: 'warn', start, end, says: '', ...(fix === undefined ? {} : { fix }) }) as const

describe('fixes', () => {
  test('take the place of their spans; what overlaps an earlier one waits', () => {
    expect(applyFixes('保证明天到', [warning(0, 2, '尽量'), warning(1, 4, '后天')])).toBe('尽量明天到')
    expect(applyFixes('保证明天到', [warning(0, 2)])).toBe('保证明天到')
  })
  test('begin with a capital where they replace one at the beginning of a sentence', () => {
    expect(applyFixes('Guaranteed. Fine', [warning(0, 10, 'usually')])).toBe('Usually. Fine')
    expect(applyFixes('It is Guaranteed', [warning(6, 16, 'usually')])).toBe('It is usually')
  })
  test.each(['好的，，明天', '，好的', '哦，好的', '好的，'])('leave something awkward: %s', (text) => {
    expect(isAwkward(text, [])).toBe(true)
  })
  test('are awkward when one stands twice, fine when not', () => {
    expect(isAwkward('尽量为您尽快，尽量为您', ['尽量为'])).toBe(true)
    expect(isAwkward('尽量为您安排', ['尽量为'])).toBe(false)
  })
})
