import { parse as parseYaml } from 'yaml'
import { HuashuError, LIMITS } from '../../protocol/index.ts'
import {
  JSON_FORMATS,
  type Phrase,
  type PhraseField,
  type PhraseFile,
  readPhraseList,
  readPhraseTable,
  tableFormatOf,
  tableFormats,
} from '../../scripts/index.ts'
import { decodeText, storable, UNREADABLE } from './decode-text.ts'
import { bytesOf, type FileSource, headOf } from './file-source.ts'
import { readTables } from './read-table.ts'

/** The phrases of a file, and what the file was taken for. */
export interface ReadFile extends PhraseFile {
  readonly format: string
  readonly encoding: string
}

export const PHRASE_FORMATS = [...tableFormats(), ...JSON_FORMATS].map(({ id }) => id)

/** More rows than any store has phrases. */
const ROWS = 100_000
const LIST_BYTES = 64 * 1_048_576
/** YAML takes a hundred times as long to read as JSON. */
const YAML_BYTES = 4 * 1_048_576

/**
 * Reads phrases from any of the known formats; `format` says which, else the file does.
 * @throws HuashuError `bad_request` when it is none of them, `too_large`
 */
export async function readPhrases(
  source: FileSource,
  format?: string,
  mapping: Readonly<Partial<Record<PhraseField, string>>> = {},
): Promise<ReadFile> {
  const head = decodeText((await headOf(source)).subarray(0, 2_048)).text
  const isList = format === undefined ? LIST.test(head) : JSON_FORMATS.some(({ id }) => id === format)
  if (isList) {
    const isJson = /^\s*[[{]/.test(head)
    const bytes = await (isJson ? bytesOf(source, LIST_BYTES, 'JSON') : bytesOf(source, YAML_BYTES, 'YAML'))
    const { text, encoding } = decodeText(bytes)
    const found = readPhraseList(parsed(text, isJson), format)
    if (found) return checked({ ...found.file, format: found.format.id, encoding })
    throw new HuashuError('bad_request', 'body: this holds no list of phrases of a known program')
  }
  const { sheets, encoding } = await readTables(source, { rows: ROWS })
  const rows = sheets[0]?.rows ?? []
  const known = tableFormats().find(({ id }) => id === format) ?? tableFormatOf(rows)
  return checked({ ...readPhraseTable(rows, known, mapping), format: known.id, encoding })
}

const LIST = /^\s*(?:[[{]|matches:|(?:#[^\n]*\n\s*)+matches:)/

/** Nothing is cut and nothing guessed: a phrase that cannot be kept as it is is a fault of its row. */
function checked(file: ReadFile): ReadFile {
  const phrases: Phrase[] = []
  const faults = [...file.faults]
  for (const phrase of file.phrases) {
    const clean = cleaned(phrase)
    if (clean.text.length > LIMITS.textChars)
      faults.push({ row: phrase.row, kind: 'too_long', message: `longer than ${LIMITS.textChars} characters` })
    else if (isUnreadable(clean))
      faults.push({ row: phrase.row, kind: 'unreadable', message: `some letters cannot be read as ${file.encoding}` })
    else phrases.push(clean)
  }
  return { ...file, phrases, faults }
}

const isUnreadable = ({ code, title, group, text }: Phrase) =>
  [code, title, group, text].some((one) => one.includes(UNREADABLE))

/** Escapes of JSON and YAML can hide what no database keeps. */
function cleaned({ extra, ...phrase }: Phrase): Phrase {
  const { row, isOff, ...texts } = phrase
  const clean = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, text]) => [storable(name), storable(text)]))
  return { ...phrase, ...clean(texts), extra: clean(extra) }
}

function parsed(text: string, isJson: boolean): unknown {
  try {
    // JSON is YAML, but reading it as such is slow
    return isJson ? JSON.parse(text) : parseYaml(text, { maxAliasCount: 100 })
  } catch (cause) {
    throw new HuashuError('bad_request', `body: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
}
