import { parse } from 'csv-parse/sync'
import { HuashuError } from '../../protocol/index.ts'
import { decodeText } from './decode-text.ts'
import { isWorkbook, readWorkbook } from './read-workbook.ts'

/** A table as a file has it, and what kind of file that is. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly encoding: string
}

/** More rows than any store has phrases or goods. */
const ROWS = 100_000

/** Reads CSV (commas, semicolons or tabs) or a workbook. @throws HuashuError `bad_request`, `too_large` */
export async function readTable(bytes: Buffer): Promise<Table> {
  const table = isWorkbook(bytes) ? { rows: await readWorkbook(bytes), encoding: 'xlsx' } : csvOf(decodeText(bytes))
  if (table.rows.length > ROWS) throw new HuashuError('too_large', `body: more than ${ROWS} rows`)
  return table
}

function csvOf({ text, encoding }: ReturnType<typeof decodeText>): Table {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = ([',', '\t', ';'] as const).toSorted(
    (a, b) => heading.split(b).length - heading.split(a).length,
  )[0]!
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: ROWS + 1,
  }
  try {
    return { rows: parse(text, options) as string[][], encoding }
  } catch (cause) {
    throw new HuashuError('bad_request', `body: ${(cause as Error).message}`, { cause })
  }
}
