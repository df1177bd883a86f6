import { expect, test } from 'vitest'
import { kpisCsv } from '../../../src/server/kpis/kpis-csv.ts'

const row = (key: string) => ({ key, figures: { enquiries: 3 } })

test('a row per key and one for the total, the columns named after the figures', () => {
  const [head, first, total, end] = kpisCsv({
    by: 'agent',
    rows: [{ key: 'amy', figures: { enquiries: 3, answerRate: 0.5, sales: { amount: '59.90', currency: 'CNY' } } }],
    total: { enquiries: 3 },
  }).split('\r\n')
  expect(head).toMatch(/^\ufeffrow,key,enquiries,answered,answerRate,/)
  const columns = head!.slice(1).split(',')
  const cells = first!.split(',')
  expect(cells.length).toBe(columns.length)
  expect(Object.fromEntries(columns.map((name, i) => [name, cells[i]]))).toMatchObject({
    row: 'agent',
    key: 'amy',
    enquiries: '3',
    answered: '',
    answerRate: '0.5',
    sales: '59.90',
  })
  expect(total).toMatch(/^total,,3,/)
  expect(end).toBe('')
})

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['＝1+1', "'＝1+1"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['小美', '小美'],
])('the id %j is written as %s', (key, cell) => {
  const [, rest] = kpisCsv({ by: 'agent', rows: [row(key)], total: {} }).split('\r\nagent,')
  expect(rest!.startsWith(`${cell},3,`)).toBe(true)
})

test('a negative figure is a number, not a formula', () => {
  const csv = kpisCsv({ by: 'agent', rows: [{ key: 'amy', figures: { timeSavedMeanMs: -5 } }], total: {} })
  expect(csv).toContain(',-5,')
})
