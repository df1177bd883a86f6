import { parentPort, workerData } from 'node:worker_threads'
import { zipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { HuashuError } from '../../protocol/index.ts'
import { storable } from './decode-text.ts'
import type { Sheet, WorkbookGiven, WorkbookSaid } from './read-workbook.ts'
import { checkPlaces } from './sheet-places.ts'
import { unzipped } from './unzipped.ts'

async function read({ bytes, limits }: WorkbookGiven): Promise<Sheet[]> {
  const files = unzipped(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  for (const [name, file] of files) if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) checkPlaces(file, limits)
  // handed on as a zip that says of itself what it is: the reader believes what stands before each file
  const plain = zipSync(Object.fromEntries(files), { level: 0 })
  const sheets = await readSheets(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength), { trim: false })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : storable(String(cell))
}

function faultOf(error: unknown): WorkbookSaid {
  if (error instanceof HuashuError && error.code === 'too_large') return { code: 'too_large', message: error.message }
  if (error instanceof HuashuError) return { code: 'bad_request', message: error.message }
  return { code: 'bad_request', message: 'body: this workbook cannot be read: is it an .xlsx file?' }
}

parentPort!.postMessage(await read(workerData as WorkbookGiven).then((sheets): WorkbookSaid => ({ sheets }), faultOf))
