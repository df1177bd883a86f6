import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields } from '../../../src/scripts/index.ts'

test('names what changed, what came and what went by its path', () => {
  const before = { note: 'a', wordings: [{ open: '在', short: '在' }], tier: 'ask' }
  const after = {
    note: 'a',
    wordings: [
      { open: '在', short: '在呢' },
      { open: 'x', short: 'x' },
    ],
  }
  expect(changedFields(before, after)).toEqual([
    { path: 'wordings.0.short', before: '在', after: '在呢' },
    { path: 'wordings.1', after: { open: 'x', short: 'x' } },
    { path: 'tier', before: 'ask' },
  ])
})

test('nothing changed exactly when both are the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(changedFields(a, structuredClone(a))).toEqual([])
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(changedFields({ a }, { a: b })).not.toEqual([])
    }),
  )
})
