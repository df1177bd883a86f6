import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFilter } from '../../src/guard/gram-filter.ts'
import { requiredSpots, type Spot } from '../../src/guard/required-spots.ts'

/** Whether a gram begins between two places of a text. */
const occurs = (text: string, gram: string, from: number, to: number) => {
  const at = text.indexOf(gram, from)
  return at >= 0 && at <= to
}
const gramsOf = (source: string) => {
  const rarest = requiredSpots(source)[0]
  return rarest && [...rarest.grams].sort()
}
/** The places of a spot, as `from-to`. */
const placesOf = (source: string) =>
  requiredSpots(source).map(({ grams, from, to }) => `${[...grams].join('')} ${from}-${to}`)

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
test('a spot tells how far behind the beginning of a match it begins', () => {
  expect(placesOf('好评.{0,9}返现')).toEqual(['好评 0-0', '返现 2-11'])
  expect(placesOf('(?:再)?送[^。]*礼品')).toEqual(['礼品 1-Infinity', '送 0-1'])
  expect(placesOf('^(?:亲){2,3}款')).toEqual(['亲款 1-2'])
})
test('every match has each spot in its place', () => {
  const atom = fc.constantFrom(
    ...[
      'a',
      'b',
      'c',
      '[ab]',
      '(?:a|bc)',
      '(?:ab)?',
      'c*',
      'b+',
      '.',
      '(?!b)',
      '(?:a|b)',
      '(?:ab?c){1,2}',
      'a{2}',
      '^',
      '.{0,3}',
    ],
  )
  const source = fc
    .array(
      fc.array(atom, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('|'))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
  fc.assert(
    fc.property(source, text, (expression, word) => {
      const match = new RegExp(expression).exec(word)
      if (!match) return
      const spots = requiredSpots(expression)
      const stands = ({ grams, from, to }: Spot) => [...grams].some((gram) => occurs(match[0], gram, from, to))
      expect(spots.every(stands)).toBe(true)
      expect(createFilter([[], spots])(word)).toContain(1)
    }),
    { numRuns: 1000 },
  )
})
test('of a phrase with two ends both are needed', () => {
  expect(requiredSpots('好评[^。]{0,9}返现').map(({ grams }) => [...grams])).toEqual(
    expect.arrayContaining([['好评'], ['返现']]),
  )
  const mayMatch = createFilter([requiredSpots('好评[^。]{0,9}返现'), requiredSpots('高仿'), requiredSpots('.')])
  expect(mayMatch('谢谢您的好评')).toEqual([2])
  expect(mayMatch('好评就有返现').sort()).toEqual([0, 2])
})
