import { goodsOfTable, type RawCard, type RowFault } from '../../policy/index.ts'
import { parseJson } from '../parse-json.ts'
import { decodeText } from './decode-text.ts'
import { readTable } from './read-table.ts'

/** The cards of a file, not checked yet, and what in it could not be read. */
export interface GoodsFile {
  readonly cards: readonly RawCard[]
  readonly faults: readonly RowFault[]
  readonly unknown: readonly string[]
}

/** Reads CSV, a workbook, or one JSON card per line. @throws HuashuError `bad_request`, `too_large` */
export async function readGoods(bytes: Buffer, mapping: Readonly<Record<string, string>>): Promise<GoodsFile> {
  if (/^\s*\{/.test(decodeText(bytes.subarray(0, 1_024)).text)) return ofLines(decodeText(bytes).text)
  return goodsOfTable((await readTable(bytes)).rows, mapping)
}

function ofLines(text: string): GoodsFile {
  const cards: RawCard[] = []
  const faults: RowFault[] = []
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    try {
      cards.push({ row: i + 1, card: parseJson(line, '') as Record<string, unknown> })
    } catch (error) {
      faults.push({ row: i + 1, path: '', message: (error as Error).message })
    }
  }
  return { cards, faults, unknown: [] }
}
