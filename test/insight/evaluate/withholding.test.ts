import { expect, test } from 'vitest'
import { Row } from '../../../src/insight/evaluate/rows.ts'
import { withheldBecause, withholdingOf } from '../../../src/insight/evaluate/withholding.ts'

type Explained = Parameters<typeof withheldBecause>[0]

function explained(tiers: readonly string[], dropped: readonly (readonly [string, string])[] = []): Explained {
  return {
    suggestions: tiers.map((tier) => ({ tier })) as Explained['suggestions'],
    dropped: dropped.map(([scriptId, code]) => ({ scriptId, code })),
  }
}
const isAnswer = (scriptId: string) => scriptId.startsWith('answer')

test('an answer anywhere among the suggestions is an answer, however unsure the reading', () => {
  expect(withheldBecause(explained(['hold', 'answer']), true, isAnswer)).toBeUndefined()
})

test('an unsure reading comes before what is missing', () => {
  expect(withheldBecause(explained(['ask'], [['answer.a', 'lacks:size']]), true, isAnswer)).toBe('unsure')
})

test('an answer for which too little spoke counts as unsure', () => {
  const dropped = [
    ['answer.a', 'lacks:size'],
    ['answer.b', 'abstained'],
  ] as const
  expect(withheldBecause(explained(['hold'], dropped), false, isAnswer)).toBe('unsure')
})

test('lacking: an answer was dropped for something unknown', () => {
  for (const code of ['lacks:product.name', 'unknown:address', 'is:order.state'])
    expect(withheldBecause(explained(['ask'], [['answer.a', code]]), false, isAnswer)).toBe('lacks')
})

test('other: no answer was dropped for that', () => {
  expect(withheldBecause(explained([]), false, isAnswer)).toBe('other')
  expect(withheldBecause(explained(['ask'], [['hold.a', 'lacks:size']]), false, isAnswer)).toBe('other')
  expect(withheldBecause(explained(['ask'], [['answer.a', 'words']]), false, isAnswer)).toBe('other')
  expect(withheldBecause(explained(['ask'], [['answer.a', 'blocked:facts']]), false, isAnswer)).toBe('other')
})

const row = (text: string, intent: string, natural: boolean, weight = 1) => Row.parse({ text, intent, natural, weight })
const why = (text: string) => (text === 'unsure' || text === 'lacks' ? text : undefined)

test('shares by weight, of natural rows that are not other', () => {
  const rows = [
    row('unsure', 'refund', true, 3),
    row('lacks', 'size_fit.recommend', true),
    row('answered', 'greeting', true, 4),
    row('unsure', 'other.unknown', true, 9),
    row('unsure', 'refund', false, 9),
  ]
  expect(withholdingOf(rows, why)).toEqual({
    count: 3,
    natural: true,
    withheld: 0.5,
    because: { unsure: 0.375, lacks: 0.125, other: 0 },
  })
})

test('a set without natural rows is taken whole', () => {
  const rows = [row('unsure', 'refund', false), row('answered', 'refund', false)]
  expect(withholdingOf(rows, why)).toMatchObject({ count: 2, natural: false, withheld: 0.5 })
  expect(withholdingOf([], why)).toMatchObject({ count: 0, withheld: 0 })
})
