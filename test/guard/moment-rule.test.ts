import { expect, test } from 'vitest'
import { readText } from '../../src/guard/checked-text.ts'
import { compileLists } from '../../src/guard/lists.ts'
import { momentRule } from '../../src/guard/moment-rule.ts'
import { draft, shippedLists } from './shipped-guard.ts'

const text = readText('您好', 'zh', compileLists(shippedLists))
const says = { zh: '', en: '', ko: '' }

const always = { id: 'R00', level: 'hint', says, moment: () => true, find: () => [{ start: 0, end: 1 }] } as const

test('a rule speaks in its moment alone', () => {
  const rule = momentRule({ ...always, moment: ({ waiting }) => waiting === '在吗' })
  expect(rule.find(text, { ...draft, waiting: '在吗' })).toHaveLength(1)
  expect(rule.find(text, { ...draft, waiting: '好的' })).toEqual([])
})

test('a script on offer was chosen for its moment, unless the lead has raised the rule', () => {
  const rule = momentRule(always)
  const fill = { ...draft, kind: 'fill' } as const
  expect(rule.find(text, fill)).toEqual([])
  expect(rule.find(text, { ...fill, settings: { raise: { R00: 'warn' }, allow: [] } })).toHaveLength(1)
})

test('a stored script stands in no talk, and nothing is said of nothing', () => {
  const rule = momentRule(always)
  expect(rule.find(text, { ...draft, kind: 'script' })).toEqual([])
  expect(rule.find(readText(' ', 'zh', compileLists(shippedLists)), draft)).toEqual([])
})
