import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type FileSource, sourceOfBytes } from '../../../src/server/import/file-source.ts'
import { readPhrases } from '../../../src/server/import/read-phrases.ts'
import { readTables } from '../../../src/server/import/read-table.ts'

const LIMITS = { rows: 100 }
const MB = 1_048_576

/** A file that is made while it is read; `taken` counts its bytes. */
function made(size: number, piece: Buffer, first = Buffer.alloc(0)) {
  const source = {
    size,
    taken: 0,
    async *chunks() {
      for (let at = first.length; at < size; at += piece.length) {
        const chunk = at === first.length ? Buffer.concat([first, piece]) : piece
        source.taken += chunk.length
        yield chunk
      }
    },
  }
  return source satisfies FileSource
}

/** The same bytes in pieces of so many. */
const inPieces = (bytes: Buffer, size: number): FileSource => ({
  size: bytes.length,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

describe('a file of 200 MB', () => {
  const heading = Buffer.from('text,code\n')

  test('with more rows than a store has phrases is refused when they are counted, without being kept', async () => {
    const source = made(200 * MB, Buffer.from('在的亲，您说,z\n'.repeat(3_000)), heading)
    await expect(readPhrases(source)).rejects.toMatchObject({
      code: 'too_large',
      message: 'body: more than 100000 rows; split it',
    })
    // once for what it is encoded in, and then as far as the rows go
    expect(source.taken).toBeLessThan(205 * MB)
  }, 30_000)

  test('with a quote that is never closed is refused soon, by its row', async () => {
    const source = made(200 * MB, Buffer.from('a,b\n'.repeat(16_000)), Buffer.from('text,code\nx,y\n"z,'))
    await expect(readTables(source, LIMITS)).rejects.toThrow(
      'body: row 3 does not end: a quote is opened in it and not closed',
    )
  }, 30_000)

  test.each([
    ['a list', '[{"short_code":"a","content":"', 'JSON of 200 MB; 64 MB can be read'],
    ['YAML', 'matches:\n  - trigger: a', 'YAML of 200 MB; 4 MB can be read'],
    ['a workbook', 'PK\u0003\u0004', 'a workbook of 200 MB; 64 MB can be read'],
  ])('that is %s is refused before it is read', async (_, first, message) => {
    const source = made(200 * MB, Buffer.alloc(1_000, 'a'), Buffer.from(first))
    await expect(readPhrases(source)).rejects.toThrow(message)
    expect(source.taken).toBeLessThan(MB)
  })

  test('is more than a table may be at 300', async () => {
    await expect(readPhrases(made(300 * MB, heading))).rejects.toThrow(
      'a table of 300 MB; 256 MB can be read, split it',
    )
  })
})

describe('in pieces that end anywhere', () => {
  const text = '短语,编码\r\n"第一,行\r\n还是""第一""行😊",a\r第二行,b\n最后，无换行,𠮷\r\n'
  const rows = [
    ['短语', '编码'],
    ['第一,行\r\n还是"第一"行😊', 'a'],
    ['第二行', 'b'],
    ['最后，无换行', '𠮷'],
  ]
  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('%s is read as if it were whole', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') })
    for (const size of [1, 2, 3, 7, 1_000])
      expect(await readTables(inPieces(bytes, Math.max(size, encoding.startsWith('utf-16') ? 2 : 1)), LIMITS)).toEqual({
        sheets: [{ name: '', rows }],
        encoding,
      })
  })
})

describe('a file with letters that mean nothing', () => {
  const whole = Array.from({ length: 30 }, (_, i) => `第${i}条话术，在的亲,c${i}`).join('\n')
  test('keeps the rows that can be read, and names the others', async () => {
    const bytes = Buffer.from(`text,code\n${whole}\n坏的,x\n`)
    bytes[bytes.lastIndexOf(Buffer.from('坏')) + 1] = 0x41
    const { encoding, phrases, faults } = await readPhrases(sourceOfBytes(bytes))
    expect([encoding, phrases.length, faults]).toEqual([
      'utf-8',
      30,
      [{ row: 32, kind: 'unreadable', message: 'some letters cannot be read as utf-8' }],
    ])
  })

  test('with the mark of UTF-8 is taken for nothing else', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFtext\n在\n'), Buffer.from([0xc4, 0xfa, 0xba, 0xc3])])
    expect(await readPhrases(sourceOfBytes(bytes))).toMatchObject({ phrases: [{ text: '在' }], faults: [{ row: 3 }] })
  })
})

test.each([
  [
    'a workbook of old Excel',
    Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
    /old Excel \(\.xls\); open it and save it as/,
  ],
  ['a web page', Buffer.from('<html><table><tr><td>快捷短语</td></tr></table></html>'), /web page/],
])('%s under the name of a table is refused by what it is', async (_, bytes, message) => {
  await expect(readPhrases(sourceOfBytes(bytes))).rejects.toThrow(message)
})
