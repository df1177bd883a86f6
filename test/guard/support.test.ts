import { expect, test } from 'vitest'
import { judge, knownValue } from '../../src/guard/support.ts'
import { draft, factsOf } from './shipped-guard.ts'

test('what the data supports passes, what it contradicts blocks, everywhere', () => {
  for (const kind of ['draft', 'fill', 'rewrite'] as const) {
    expect(judge('supported', { ...draft, kind })).toBeUndefined()
    expect(judge('contradicted', { ...draft, kind })?.level).toBe('block')
  }
})
test('what nobody knows is a warning to a person and a block to what the service offers', () => {
  expect(judge('unknown', draft)?.level).toBe('warn')
  expect(judge('unknown', { ...draft, kind: 'fill' })?.level).toBe('block')
})
test('where no such data is kept a person gets a hint', () => {
  expect(judge('unkept', draft)?.level).toBe('hint')
  expect(judge('unkept', { ...draft, kind: 'fill' })?.level).toBe('block')
})
test('a fact has a value or nobody knows it', () => {
  expect(knownValue({ ...draft, facts: factsOf({ 'stock.left': 3 }) }, 'stock.left')).toBe(3)
  expect(knownValue(draft, 'stock.left')).toBeUndefined()
})
