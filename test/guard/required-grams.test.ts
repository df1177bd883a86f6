import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFilter } from '../../src/guard/gram-filter.ts'
import { requiredGrams, requiredSets } from '../../src/guard/required-grams.ts'

const gramsOf = (source: string) => {
  const grams = requiredGrams(source)
  return grams && [...grams].sort()
}

test('words, alternatives and optional parts', () => {
  expect(gramsOf('保证')).toEqual(['保证'])
  expect(gramsOf('保证|绝对')).toEqual(['保证', '绝对'])
  expect(gramsOf('(?:已经)?退款')).toEqual(['退款'])
  expect(gramsOf('[加+]微')).toEqual(['+微', '加微'])
  expect(gramsOf('款?')).toBeUndefined()
  expect(gramsOf('保证|.')).toBeUndefined()
})
test('look-arounds, escapes and classes promise nothing', () => {
  expect(gramsOf('(?<!不)肯(?=定)')).toEqual(['肯'])
  expect(gramsOf('\\bno\\.')).toEqual(['no'])
  expect(gramsOf('[^,。]{0,6}')).toBeUndefined()
  expect(gramsOf('\\ue000v')).toEqual(['v'])
})
test('every match contains a required gram', () => {
  const atom = fc.constantFrom('a', 'b', 'c', '[ab]', '(?:a|bc)', '(?:ab)?', 'c*', 'b+', '.', '(?!b)', '(?:a|b)')
  const source = fc
    .array(
      fc.array(atom, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('|'))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
  fc.assert(
    fc.property(source, text, (expression, word) => {
      const grams = requiredGrams(expression)
      const match = new RegExp(expression).exec(word)
      if (match && grams) expect([...grams].some((gram) => match[0].includes(gram))).toBe(true)
      const sets = requiredSets(expression)
      if (match) expect(sets.every((set) => [...set].some((gram) => match[0].includes(gram)))).toBe(true)
      if (match) expect(createFilter([[], sets])(word)).toContain(1)
    }),
    { numRuns: 1000 },
  )
})
test('of a phrase with two ends both are needed', () => {
  expect(requiredSets('好评[^。]{0,9}返现').map((set) => [...set])).toEqual(
    expect.arrayContaining([['好评'], ['返现']]),
  )
  const mayMatch = createFilter([requiredSets('好评[^。]{0,9}返现'), requiredSets('高仿'), requiredSets('.')])
  expect(mayMatch('谢谢您的好评')).toEqual([2])
  expect(mayMatch('好评就有返现')).toEqual([0, 2])
})
