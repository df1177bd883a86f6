import { stringify as csv } from 'csv-stringify/sync'
import { stringify as yaml } from 'yaml'
import { HuashuError } from '../../protocol/index.ts'
import { JSON_FORMATS, type Phrase, tableFormats, writePhraseList, writePhraseTable } from '../../scripts/index.ts'
import type { NumberedEdit } from '../library/stored-edit.ts'

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/**
 * A store's own phrases as a file of another program: those that came from a file as they came, unless they were changed since; tables with a mark, so that
 * spreadsheets read them as UTF-8. @throws HuashuError `bad_request` for a format that nobody knows
 */
export function exportPhrases(edits: ReadonlyMap<string, NumberedEdit>, format: string): ExportedFile {
  const phrases = [...edits].flatMap(([id, edit]) => phraseOf(id, edit) ?? [])
  const list = JSON_FORMATS.find(({ id }) => id === format)
  if (list) {
    const written = writePhraseList(phrases, list)
    return format === 'espanso'
      ? { name: 'huashu.yml', type: 'application/yaml', text: yaml(written, { lineWidth: 0 }) }
      : { name: `${format}.json`, type: 'application/json', text: JSON.stringify(written, null, 2) }
  }
  const table = tableFormats().find(({ id }) => id === format)
  if (!table) throw new HuashuError('bad_request', `query.format: no format "${format}"`)
  const text = `\uFEFF${csv(writePhraseTable(phrases, table), { record_delimiter: '\r\n' })}`
  return { name: `${format}.csv`, type: 'text/csv', text }
}

/** A script of the store's own as a phrase; one that the pack has, too, or that is out of use, is none. */
function phraseOf(id: string, { edit, source }: NumberedEdit): Omit<Phrase, 'row'> | undefined {
  const script = edit.draft ?? edit.script
  if (!script || edit.retired || edit.base) return undefined
  const text = script.wordings[0]!.short
  const known = source?.phrase ?? { code: id, title: '', group: '', language: '', isOff: false, extra: {} }
  return { ...known, text: source?.template === text ? source.phrase.text : text }
}
