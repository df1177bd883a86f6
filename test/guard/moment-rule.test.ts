import { expect, test } from 'vitest'
import { readText } from '../../src/guard/checked-text.ts'
import { compileLists } from '../../src/guard/lists.ts'
import { momentRule } from '../../src/guard/moment-rule.ts'
import { draft, shippedLists } from './shipped-guard.ts'

const text = readText('您好', 'zh', compileLists(shippedLists))
const says = { zh: '', en: '', ko: '' }

test('the moment is asked for once per talk, and anew when anything known of it changes', () => {
  let asked = 0
  const rule = momentRule({
    id: 'R00',
    level: 'hint',
    says,
    moment: ({ waiting }) => {
      asked += 1
      return waiting === '在吗'
    },
    find: () => [{ start: 0, end: 1 }],
  })
  const talk = { ...draft, waiting: '在吗' }
  expect(rule.find(text, talk)).toHaveLength(1)
  expect(rule.find(text, { ...talk, printed: [] })).toHaveLength(1)
  expect(asked).toBe(1)
  expect(rule.find(text, { ...talk, waiting: '好的' })).toEqual([])
  expect(rule.find(text, { ...talk, first: true })).toHaveLength(1)
  expect(asked).toBe(3)
})

test('a stored script stands in no talk, and nothing is said of nothing', () => {
  const rule = momentRule({ id: 'R00', level: 'hint', says, moment: () => true, find: () => [{ start: 0, end: 1 }] })
  expect(rule.find(text, { ...draft, kind: 'script' })).toEqual([])
  expect(rule.find(readText(' ', 'zh', compileLists(shippedLists)), draft)).toEqual([])
})
