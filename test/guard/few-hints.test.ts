import { describe, expect, test } from 'vitest'
import type { Level, Rule } from '../../src/guard/context.ts'
import { type Found, fewHints } from '../../src/guard/few-hints.ts'

const found = (id: string, ofRule: Level, level: Level): Found => {
  const rule: Rule = { id, level: ofRule, says: { zh: '', en: '', ko: '' }, find: () => [] }
  return { rule, warning: { rule: id, level, start: 0, end: 1, says: '' } }
}
const ids = (all: readonly Found[]) => fewHints(all).map(({ rule }) => rule)

describe('at most two hints', () => {
  test('two stay', () => {
    expect(ids([found('R23', 'hint', 'hint'), found('R31', 'hint', 'hint')])).toEqual(['R23', 'R31'])
  })
  test('of more, those of rules that block or warn elsewhere, then the first', () => {
    const all = [
      found('R23', 'hint', 'hint'),
      found('R31', 'hint', 'hint'),
      found('R49', 'warn', 'hint'),
      found('R124', 'block', 'hint'),
    ]
    expect(ids(all)).toEqual(['R49', 'R124'])
    expect(ids(all.slice(0, 3))).toEqual(['R23', 'R49'])
  })
  test('blocks and warnings are never cut', () => {
    const serious = ['R01', 'R05', 'R13'].map((id) => found(id, 'warn', 'warn'))
    const all = [
      ...serious,
      found('R19', 'block', 'block'),
      found('R23', 'hint', 'hint'),
      found('R31', 'hint', 'hint'),
      found('R32', 'hint', 'hint'),
    ]
    expect(ids(all)).toEqual(['R01', 'R05', 'R13', 'R19', 'R23', 'R31'])
  })
  test('what the lead raised counts as what it is now', () => {
    expect(ids(['R22', 'R23', 'R31'].map((id) => found(id, 'hint', id === 'R22' ? 'warn' : 'hint')))).toHaveLength(3)
  })
})
