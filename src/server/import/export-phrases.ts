import { stringify as csv } from 'csv-stringify/sync'
import { stringify as yaml } from 'yaml'
import { HuashuError } from '../../protocol/index.ts'
import {
  asExtra,
  BETWEEN,
  JSON_FORMATS,
  meaningOf,
  type Phrase,
  tableFormats,
  textIn,
  writePhraseList,
  writePhraseTable,
} from '../../scripts/index.ts'
import type { NumberedEdit } from '../library/stored-edit.ts'
import { WORKBOOK_TYPE, writeWorkbook } from './write-workbook.ts'

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** Tables get a mark, so that spreadsheets read them as UTF-8. */
export const csvBytes = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${csv([...rows], { record_delimiter: '\r\n' })}`)

/**
 * A store's own phrases as a file of another program: those that came from a file as they came, unless they were changed since. `file` = the kind of a table,
 * absent = what its program reads. @throws HuashuError `bad_request` for a format that nobody knows
 */
export async function exportPhrases(
  edits: ReadonlyMap<string, NumberedEdit>,
  format: string,
  file?: 'csv' | 'xlsx',
): Promise<ExportedFile> {
  const list = JSON_FORMATS.find(({ id }) => id === format)
  const table = tableFormats().find(({ id }) => id === format)
  if (!list && !table) throw new HuashuError('bad_request', `query.format: no format "${format}"`)
  const phrases = [...edits].flatMap(([id, edit]) => phraseOf(id, edit, format) ?? [])
  if (list) {
    const written = writePhraseList(phrases, list)
    return format === 'espanso'
      ? textFile('huashu.yml', 'application/yaml', yaml(written, { lineWidth: 0 }))
      : textFile(`${format}.json`, 'application/json', JSON.stringify(written, null, 2))
  }
  const kind = file ?? table!.file ?? 'csv'
  const rows = writePhraseTable(phrases, table!, kind)
  if (kind === 'csv') return { name: `${format}.csv`, type: 'text/csv; charset=utf-8', bytes: csvBytes(rows) }
  return { name: `${format}.xlsx`, type: WORKBOOK_TYPE, bytes: await writeWorkbook([{ name: 'huashu', rows }]) }
}

const textFile = (name: string, type: string, text: string): ExportedFile => ({
  name,
  type: `${type}; charset=utf-8`,
  bytes: Buffer.from(text),
})

/** A script of the store's own as a phrase of a format; one that the pack has, too, or that is out of use, is none. */
function phraseOf(id: string, { edit, source }: NumberedEdit, format: string): Omit<Phrase, 'row'> | undefined {
  const script = edit.draft ?? edit.script
  if (!script || edit.retired || edit.base) return undefined
  const said = script.wordings.map(({ short }) => short)
  if (!source) {
    const code = script.code ?? id
    return { code, title: '', group: '', language: '', isOff: false, extra: {}, text: textIn(format, said) }
  }
  const { phrase, template } = source
  const isUnchanged = template === said.join(BETWEEN)
  const text =
    isUnchanged && source.format === format
      ? phrase.text
      : textIn(format, isUnchanged ? meaningOf(source.format, phrase).texts : said)
  return { ...phrase, code: script.code ?? phrase.code, text, extra: extraIn(format, source.format, phrase.extra) }
}

/** What stood beside a phrase in a table is text wherever it goes. */
function extraIn(format: string, cameFrom: string, extra: Phrase['extra']): Phrase['extra'] {
  const isList = (id: string) => JSON_FORMATS.some((one) => one.id === id)
  if (!isList(format) || isList(cameFrom)) return extra
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, asExtra(value)]))
}
