import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../src/server/import/read-workbook.ts'
import { checkPlaces } from '../../../src/server/import/sheet-places.ts'
import { unzipped } from '../../../src/server/import/unzipped.ts'
import { writeWorkbook } from '../../../src/server/import/write-workbook.ts'

const LIMITS = { rows: 1_000 }
const read = (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes), LIMITS)

/** A workbook of one sheet, whose XML is given. */
function workbook(sheet: string): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      }).map(([file, xml]) => [file, strToU8(xml)]),
    ),
  )
}
const cell = (at: string, inner: string) => `<row r="${at.slice(1)}"><c r="${at}" ${inner}</c></row>`

test('all cells come back as they went, whatever is in them, and none is a formula', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      '+1',
      '-',
      '@x',
      "'=1",
      '_x000D_',
      'a\r\nb',
      ' a ',
      '\t',
      '<b>&"',
      '\u0007',
      '\u0085',
      '😊',
      '1e3',
      '长'.repeat(5_000),
    ),
  )
  const rows = fc.sample(fc.array(text, { minLength: 3, maxLength: 3 }), { numRuns: 150, seed: 7 })
  const kept = rows.map((row) => row.map((one) => one.toWellFormed().replaceAll('\u0000', '')))
  const [heading, second] = [
    ['a', 'b', 'c'],
    [
      ['x', 'y'],
      ['1', '2'],
    ],
  ]
  const bytes = await writeWorkbook([
    { name: '话术', rows: [heading, ...kept] },
    { name: '尺码表', rows: second },
  ])
  for (const [, file] of unzipped(bytes)) expect(Buffer.from(file).toString()).not.toMatch(/<f[ >]/)
  const sheets = await read(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['话术', '尺码表'])
  const filled = sheets[0]!.rows.map((row) => [...row, '', '', ''].slice(0, 3))
  expect(filled).toEqual([heading, ...kept])
  expect(sheets[1]!.rows).toEqual(second)
})

/** A zip whose directory lists its one file, two megabytes of zeros, so many times, and says that each has a hundred bytes. */
function bomb(times: number): Buffer {
  const zip = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(2_000_000) }))
  const [directory, end] = [zip.indexOf('PK\u0001\u0002'), zip.indexOf('PK\u0005\u0006')]
  // before the file, and in the directory
  for (const at of [22, directory + 24]) zip.writeUInt32LE(100, at)
  const entry = zip.subarray(directory, end)
  const last = Buffer.from(zip.subarray(end))
  for (const at of [8, 10]) last.writeUInt16LE(times, at)
  return Buffer.concat([zip.subarray(0, directory), ...Array.from({ length: times }, () => entry), last])
}

describe('a hostile workbook', () => {
  test('that unfolds to gigabytes is refused while it unfolds, whatever it says of its size', () => {
    expect(bomb(1_000).length).toBeLessThan(200_000)
    expect(() => unzipped(bomb(1_000))).toThrow('unfolds to more than 128 MB')
    expect(() => unzipped(bomb(3_000))).toThrow('unfolds to more than 128 MB')
    expect(unzipped(bomb(1)).get('xl/worksheets/sheet1.xml')).toHaveLength(2_000_000)
  })

  test.each([
    ['a row far down', '<row r="999999999">', 'bad_request'],
    ['a row beyond the limit', cell('A1001', '><v>1</v>'), 'too_large'],
    ['a cell far right', '<row r="1"><x:c  s="1"  r = \'XFD1\'>', 'too_large'],
    ['a place in disguise', `<row foo=">" bar=' r="1" ' r="1e9">`, 'bad_request'],
    ['a place spelt out', '<row r="&#57;99999">', 'bad_request'],
  ])('with %s is refused', (_, sheet, code) => {
    expect(() => checkPlaces(strToU8(sheet), LIMITS)).toThrow(expect.objectContaining({ code }))
    expect(() => checkPlaces(strToU8(cell('ALL1000', 's="2"><v>1</v>')), LIMITS)).not.toThrow()
  })

  test('is refused by name when it is broken off, none, or not to be understood', async () => {
    const none = Buffer.from(zipSync({ 'a.txt': strToU8('nothing here') }))
    const mixed = workbook('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>')
    await expect(read(mixed)).rejects.toMatchObject({ code: 'bad_request', message: /cannot be read/ })
    await expect(read(none)).rejects.toMatchObject({ code: 'bad_request', message: /cannot be read/ })
    expect(() => unzipped(none.subarray(0, 40))).toThrow(/broken off/)
  })
})

test('a formula is what it came to', async () => {
  const sheet = `${cell('A1', 't="str"><f>1+1</f><v>2</v>')}${cell('A2', 't="inlineStr"><is><t>&amp;</t></is>')}`
  expect((await read(workbook(sheet)))[0]!.rows).toEqual([['2'], ['&']])
})
