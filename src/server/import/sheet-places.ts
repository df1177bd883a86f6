import { HuashuError } from '../../protocol/index.ts'
import type { TableLimits } from './read-table.ts'

/** More columns than any table of phrases or goods has. */
const COLUMNS = 1_000

const PLACED = /<(?:[\w.-]+:)?(?:row|c)\b((?:[^>"']|"[^"]*"|'[^']*')*)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Looks at where the rows and cells of a sheet (XML) say that they stand: a reader fills up everything before, so that one cell may ask for billions.
 * @throws HuashuError `bad_request`, `too_large`
 */
export function checkPlaces(sheet: Uint8Array, { rows }: TableLimits): void {
  for (const [, attributes] of Buffer.from(sheet).toString('latin1').matchAll(PLACED)) {
    for (const [, name, double, single] of attributes!.matchAll(ATTRIBUTE))
      if (name === 'r') checkPlace(double ?? single!, rows)
  }
}

function checkPlace(place: string, rows: number): void {
  const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? []
  if (digits === undefined)
    throw new HuashuError('bad_request', `body: the workbook has a cell at "${place.slice(0, 20)}"`)
  if (Number(digits) > rows) throw new HuashuError('too_large', `body: more than ${rows} rows; split it`)
  if (columnOf(letters!) > COLUMNS) throw new HuashuError('too_large', `body: more than ${COLUMNS} columns`)
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
