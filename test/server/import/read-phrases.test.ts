import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { sourceOfBytes } from '../../../src/server/import/file-source.ts'
import { readPhrases as read } from '../../../src/server/import/read-phrases.ts'

type How = Parameters<typeof read> extends [unknown, ...infer Rest] ? Rest : never
const readPhrases = (bytes: Buffer, ...how: How) => read(sourceOfBytes(bytes), ...how)

const CSV =
  '快捷短语编码,快捷短语,快捷短语分组\r\nzx,在的亲😊&#44;您说,问候\nfh,"明天""准时""发&#13;货",发货\r,,\n长,' +
  '长'.repeat(430) +
  ',\n'
const EXPECTED = [
  { row: 2, code: 'zx', text: '在的亲😊,您说', group: '问候' },
  { row: 3, code: 'fh', text: '明天"准时"发\n货', group: '发货' },
  { row: 5, code: '长', text: '长'.repeat(430), group: '' },
]

describe('a 千牛 file with mixed line ends, quotes, empty cells, long texts and emoji', () => {
  test.each([
    ['utf-8', Buffer.from(CSV)],
    ['utf-8', Buffer.from(`\uFEFF${CSV}`)],
    ['gb18030', iconv.encode(CSV, 'gb18030')],
    ['utf-16le', iconv.encode(CSV, 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode(CSV, 'utf-16le')],
    ['utf-16be', iconv.encode(CSV, 'utf-16be', { addBOM: true })],
  ])('in %s', async (encoding, bytes) => {
    expect(await readPhrases(bytes)).toMatchObject({ format: 'qianniu', encoding, phrases: EXPECTED, faults: [] })
  })
})

test('tabs and semicolons separate, too', async () => {
  for (const mark of ['\t', ';'])
    expect((await readPhrases(Buffer.from(`text${mark}code\nhello, you${mark}h`))).phrases).toMatchObject([
      { text: 'hello, you', code: 'h' },
    ])
})

describe('a workbook', () => {
  test('is read by its first sheet; a formula is what it came to', async () => {
    const cells = [
      ['分类', '类型', '标题', '内容'],
      ['问候', 'text', '在吗', '在的哦'],
      ['价格', 'text', '价', 59],
    ]
    const bytes = await writeExcelFile(cells.map((row) => row.map((value) => ({ value })))).toBuffer()
    expect(await readPhrases(bytes)).toMatchObject({
      format: 'bytedesk',
      encoding: 'xlsx',
      phrases: [{ group: '问候', title: '在吗', text: '在的哦', extra: { 类型: 'text' } }, { text: '59' }],
    })
  })
})

test('YAML and JSON are told from tables', async () => {
  expect(await readPhrases(Buffer.from('matches:\n  - trigger: ":hi"\n    replace: "您好"\n'))).toMatchObject({
    format: 'espanso',
    phrases: [{ code: ':hi', text: '您好' }],
  })
  expect(await readPhrases(Buffer.from('[{"short_code":"a","content":"在"}]'))).toMatchObject({ format: 'chatwoot' })
  await expect(readPhrases(Buffer.from('{"short_code":'))).rejects.toMatchObject({ code: 'bad_request' })
  await expect(readPhrases(Buffer.from('{"a":1}'))).rejects.toThrow(/no list of phrases/)
})

test('a table without a column of texts says which columns there are', async () => {
  const { phrases, faults } = await readPhrases(Buffer.from('甲,乙\n1,2\n'))
  expect([phrases, faults]).toMatchObject([[], [{ row: 1, message: 'no column holds the text: there are 甲, 乙' }]])
  expect((await readPhrases(Buffer.from('甲,乙\n1,2\n'), 'table', { text: '乙' })).phrases).toMatchObject([
    { text: '2' },
  ])
})

test('what no message holds is a fault, and what no database keeps is left out', async () => {
  const json = JSON.stringify([
    { short_code: 'a', content: '长'.repeat(5_001) },
    { short_code: 'b\u0000', content: '在\u0000的' },
  ])
  expect(await readPhrases(Buffer.from(json))).toMatchObject({
    phrases: [{ row: 2, code: 'b', text: '在的' }],
    faults: [{ row: 1, kind: 'too_long', message: 'longer than 5000 characters' }],
  })
})
