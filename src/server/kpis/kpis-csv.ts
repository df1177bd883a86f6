import { KpiFigures, type KpiRow, type KpisResult } from '../../protocol/index.ts'

const FIGURES = Object.keys(KpiFigures.shape) as (keyof KpiFigures)[]
/** With this in front, spreadsheets read UTF-8 as such. */
const BOM = '\ufeff'
/** What spreadsheets take for the beginning of a formula, in the wide forms of Chinese keyboards too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A result as CSV (RFC 4180): a row per key, the last one the total. Shares 0..1, times in milliseconds, money as decimals of the store's currency. */
export function kpisCsv({ by, rows, total }: Pick<KpisResult, 'by' | 'rows' | 'total'>): string {
  const lines = [
    ['row', 'key', ...FIGURES],
    ...rows.map((row) => [by, ...cellsOf(row)]),
    ['total', ...cellsOf({ key: '', figures: total })],
  ]
  return `${BOM}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function cellsOf({ key, figures }: KpiRow): string[] {
  const values = FIGURES.map((name) => {
    const value = figures[name]
    if (value === undefined) return ''
    return typeof value === 'object' ? value.amount : String(value)
  })
  return [textCell(key), ...values]
}

/** Ids come from outside: one that would be calculated when the file is opened is made a text. */
function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
