import { describe, expect, test } from 'vitest'
import { clauseOf, isAsked, isConditional, languagesOf } from '../../../src/guard/statements/clause.ts'

describe('clauses', () => {
  test('end at marks, but not at those between digits', () => {
    const text = '邮费8.5元,满1,000包邮。好'
    expect(clauseOf(text, { from: 2, to: 3 })).toBe('邮费8.5元,')
    expect(clauseOf(text, { from: 8, to: 9 })).toBe('满1,000包邮。')
  })
  test.each(['能发吗', '有没有货', '好不好', '오늘 되나요'])('ask: %s', (clause) => {
    expect(isAsked(clause)).toBe(true)
  })
  test.each(['如果没货', '满99包邮', '定制的不退', 'if you order'])('hold for a case: %s', (clause) => {
    expect(isConditional(clause)).toBe(true)
  })
  test('a plain statement neither asks nor depends', () => {
    expect(isAsked('今天发货')).toBe(false)
    expect(isConditional('今天发货')).toBe(false)
  })
  test('the script tells the language', () => {
    expect([languagesOf('今天'), languagesOf('오늘'), languagesOf('today'), languagesOf('12')]).toEqual([
      ['zh'],
      ['ko'],
      ['en'],
      [],
    ])
  })
})
