import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { HuashuError } from '../../protocol/index.ts'
import { type Encoding, encodingOf, storable, textOf } from './decode-text.ts'
import { bytesOf, checkSize, type FileSource, headOf } from './file-source.ts'
import { isWorkbook, readWorkbook, type Sheet } from './read-workbook.ts'

/** The tables of a file, those without rows left out, and what kind of file that is. */
export interface Tables {
  readonly sheets: readonly Sheet[]
  readonly encoding: string
}

/** What a table may hold; a file that holds more is refused where that shows. */
export interface TableLimits {
  readonly rows: number
}

/** Rows are kept as they come and nothing else is, so that this bounds the memory as well. */
const CSV_BYTES = 256 * 1_048_576
const WORKBOOK_BYTES = 64 * 1_048_576
/** A row that does not end: somewhere a quote was opened and never closed. */
const ROW_CHARS = 1_048_576

/** Reads CSV (commas, semicolons or tabs), in pieces, or a workbook. @throws HuashuError `bad_request`, `too_large` */
export async function readTables(source: FileSource, limits: TableLimits): Promise<Tables> {
  const head = await headOf(source)
  const other = otherKind(head)
  if (other) throw new HuashuError('bad_request', `body: ${other}; open it and save it as .xlsx or CSV`)
  if (isWorkbook(head)) {
    const sheets = await readWorkbook(await bytesOf(source, WORKBOOK_BYTES, 'a workbook'), limits)
    return { sheets: sheets.filter(({ rows }) => rows.length > 0), encoding: 'xlsx' }
  }
  checkSize(source.size, CSV_BYTES, 'a table')
  const encoding = await encodingOf(source)
  const rows = await rowsOf(source, encoding, delimiterOf(new TextDecoder(encoding).decode(head)), limits)
  return { sheets: rows.length > 0 ? [{ name: '', rows }] : [], encoding }
}

/** What programs save under the name of a table. */
function otherKind(head: Buffer): string | undefined {
  if (head.length > 4 && head.readUInt32BE(0) === 0xd0cf11e0) return 'this is a workbook of old Excel (.xls)'
  return /^\s*<(?:!doctype|html|table|\?xml)/i.test(head.toString('latin1')) ? 'this is a web page' : undefined
}

function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const times = (mark: string) => heading.split(mark).length
  return [',', '\t', ';'].toSorted((a, b) => times(b) - times(a))[0]!
}

async function rowsOf(
  source: FileSource,
  encoding: Encoding,
  delimiter: string,
  limits: TableLimits,
): Promise<string[][]> {
  const options: Options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: ROW_CHARS,
  }
  const rows: string[][] = []
  const keep = new Writable({
    objectMode: true,
    write(record: string[], _, done) {
      rows.push(record.map(storable))
      const isFull = rows.length > limits.rows
      done(isFull ? new HuashuError('too_large', `body: more than ${limits.rows} rows; split it`) : null)
    },
  })
  try {
    await pipeline(Readable.from(textOf(source, encoding)), parse(options), keep)
  } catch (cause) {
    throw cause instanceof CsvError ? new HuashuError('bad_request', `body: ${said(cause)}`, { cause }) : cause
  }
  return rows
}

function said({ code, message, records }: CsvError): string {
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return isOpen ? `row ${Number(records) + 1} does not end: a quote is opened in it and not closed` : message
}
