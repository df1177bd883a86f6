/** What spreadsheets take for the beginning of a formula, in the wide forms of Chinese keyboards too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Rows as CSV (RFC 4180). A cell that would be calculated when the file is opened is made a text: `'` stands before it. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The rows of a CSV text, quoted cells and all; an unfinished quote ends with the text. Empty lines are no rows. */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const end = () => {
    row.push(cell)
    cell = ''
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  const source = text.replace(/^\ufeff/, '')
  for (let i = 0; i < source.length; i += 1) {
    const letter = source[i]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (source[i + 1] === '"') {
        cell += '"'
        i += 1
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') end()
    else if (letter !== '\r') cell += letter
  }
  if (cell !== '' || row.length > 0) end()
  return rows
}
