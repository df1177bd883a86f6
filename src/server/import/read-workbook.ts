import { HuashuError } from '../../protocol/index.ts'

/** What a workbook may unfold to: a small file that holds gigabytes of zeros is none that a person has made. */
const UNPACKED_BYTES = 256 * 1_048_576
const RATIO = 200

/** Whether a file is a workbook (a zip). */
export function isWorkbook(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
}

/**
 * The cells of a workbook's first sheet that has any, as text; formulas give what they came to when the file was saved.
 * @throws HuashuError `bad_request` when it is no workbook, `too_large` when it unfolds to more than a person's work
 */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const size = unpackedSize(bytes)
  if (size > UNPACKED_BYTES || size > bytes.length * RATIO)
    throw new HuashuError('too_large', `body: the workbook unfolds to ${Math.round(size / 1_048_576)} MB`)
  // loaded only here: most gateways never see a workbook
  const { default: readSheets } = await import('read-excel-file/node')
  const sheets = await readSheets(bytes).catch((cause: unknown) => {
    throw new HuashuError('bad_request', 'body: this workbook cannot be read: is it an .xlsx file?', { cause })
  })
  const first = sheets.find(({ data }) => data.length > 0)
  return (first?.data ?? []).map((row) => row.map(cellText))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const ENTRY = 0x02014b50
const END = 0x06054b50

/** What the files in a zip say they unfold to, by its directory. @throws HuashuError `bad_request` when there is none */
function unpackedSize(zip: Buffer): number {
  const broken = () => new HuashuError('bad_request', 'body: this workbook is broken off')
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw broken()
  let at = zip.readUInt32LE(end + 16)
  let size = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw broken()
    size += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return size
}
