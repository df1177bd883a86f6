import type { Sheet } from './read-workbook.ts'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Letters that XML cannot hold, or whose line ends its readers change: written as the format's own escapes, as is what looks like one. */
const UNHELD = /_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]/g

/** A workbook whose cells are all text: none of them is ever a formula. A row of one cell is as wide as the table below it. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  // loaded only here: most gateways never write a workbook
  const { default: writeSheets } = await import('write-excel-file/node')
  const written = sheets.map(({ name, rows }) => {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    return {
      sheet: name,
      data: rows.map((row) =>
        row.map((cell) => {
          const columnSpan = row.length === 1 && width > 1 ? { columnSpan: width, wrap: true } : {}
          return cell === '' ? null : { value: held(cell), type: String, ...columnSpan }
        }),
      ),
    }
  })
  return writeSheets(written).toBuffer()
}

const held = (cell: string) => {
  const text = cell.replace(UNHELD, escaped)
  // the writer keeps texts by themselves in a plain object, which knows some already
  return text in {} ? escaped(text[0]!) + text.slice(1) : text
}

const escaped = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
