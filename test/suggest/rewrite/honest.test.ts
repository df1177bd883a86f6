import { expect, test } from 'vitest'
import { PAIRS, refusalOf } from './pairs.ts'

/** Of honest rewrites at least so many are accepted: over all, and in each language. */
const FLOOR = 0.9

test('200 honest rewrites: zh 130, en 40, ko 30, no two alike', () => {
  const count = (locale: string) => PAIRS.filter((pair) => pair.locale === locale).length
  expect([count('zh'), count('en'), count('ko')]).toEqual([130, 40, 30])
  expect(new Set(PAIRS.map(({ from }) => from)).size).toBe(200)
  expect(PAIRS.filter(({ from, to }) => from === to)).toEqual([])
})

test.each(['zh', 'en', 'ko', ''])(`of the honest rewrites (%s) at least ${FLOOR} are accepted`, (locale) => {
  const pairs = PAIRS.filter((pair) => locale === '' || pair.locale === locale)
  const refused = pairs.flatMap(({ from, to, ...pair }) => {
    const reason = refusalOf(from, to, pair.locale, { tone: pair.tone })
    return reason === undefined ? [] : [`${reason}: ${from} -> ${to}`]
  })
  expect(1 - refused.length / pairs.length, refused.join('\n')).toBeGreaterThanOrEqual(FLOOR)
})
