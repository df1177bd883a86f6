import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldBy, readPhraseTable, tableFormatOf, tableFormats, writePhraseTable } from '../../../src/scripts/index.ts'
import { phrases } from './phrases.ts'

const format = (id: string) => tableFormats().find((one) => one.id === id)!

describe.each(tableFormats())('$id', (table) => {
  test.each(['csv', 'xlsx'] as const)('what is written is read again, whole, as %s', (file) => {
    fc.assert(
      fc.property(phrases, (list) => {
        const above = table.above === undefined ? 0 : 1
        const { phrases: read, faults } = readPhraseTable(writePhraseTable(list, table, file), table)
        expect(faults).toEqual([])
        expect(read).toEqual(list.map((one) => heldBy(table, { ...one, row: one.row + above })))
      }),
    )
  })

  test('no cell that is written is a formula', () => {
    fc.assert(
      fc.property(phrases, (list) => {
        for (const cell of writePhraseTable(list, table).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  test('is told by its own heading, also in what we write', () => {
    if (table.known.length > 0) expect(tableFormatOf([['导出于今天'], table.known[0]!])).toBe(table)
    expect(tableFormatOf(writePhraseTable([], table))).toBe(table)
  })
})

test.each([
  ['快捷短语编码,快捷短语,快捷短语分组'],
  ['快捷编码,快捷短语,快捷短语分组'],
  ['快捷短语分组,快捷短语,快捷编码'],
  ['登记日期,分组,快捷编码,快捷短语,是否加入团队'],
])('千牛 with the heading %s', (heading) => {
  const names = heading.split(',')
  const cells: Record<string, string> = {
    快捷短语编码: 'zx',
    快捷编码: 'zx',
    快捷短语: '在的&#44;亲&#13;您说',
    快捷短语分组: '问候',
    分组: '问候',
    是否加入团队: '是',
  }
  expect(tableFormatOf([names]).id).toBe('qianniu')
  const { phrases: read } = readPhraseTable([names, names.map((name) => cells[name] ?? '')], format('qianniu'))
  expect(read).toMatchObject([{ row: 2, code: 'zx', text: '在的,亲\n您说', group: '问候' }])
  if (names.includes('是否加入团队')) expect(read[0]!.extra).toEqual({ 是否加入团队: '是' })
})

test('a missing group is empty, a row without text is a fault with its number, an empty row nothing', () => {
  const rows = [
    ['快捷编码', '快捷短语'],
    ['a', '在的'],
    ['', ''],
    ['b', ' '],
  ]
  expect(readPhraseTable(rows, format('qianniu'))).toMatchObject({
    phrases: [{ row: 2, code: 'a', group: '' }],
    faults: [{ row: 4, kind: 'empty', column: '快捷短语', message: 'it has no text' }],
  })
})

test('columns of any name can be named', () => {
  const rows = [
    ['用语', '键'],
    ['在的', 'z'],
  ]
  expect(readPhraseTable(rows, format('table')).faults).toEqual([
    { row: 1, kind: 'no_text_column', message: 'no column holds the text: there are 用语, 键' },
  ])
  expect(readPhraseTable(rows, format('table'), { text: '用语', code: '键' }).phrases).toMatchObject([
    { text: '在的', code: 'z' },
  ])
})

test('a program that reads by place finds its columns where they belong, whatever stands behind them', () => {
  const phrase = {
    code: '',
    title: '在吗',
    group: '问候',
    text: '在的',
    language: '',
    isOff: false,
    extra: { 标题: '别的' },
  }
  expect(writePhraseTable([phrase], format('bytedesk'))).toEqual([
    ['分类', '类型', '标题', '内容', '标题'],
    ['问候', 'TEXT', '在吗', '在的', '别的'],
  ])
})

test('columns of one name are told apart, and one without a name is kept', () => {
  const rows = [
    ['text', '备注', '备注', ''],
    ['在的', 'a', 'b', 'c'],
  ]
  expect(readPhraseTable(rows, format('table')).phrases[0]!.extra).toEqual({
    备注: 'a',
    '备注 2': 'b',
    'column 4': 'c',
  })
})
