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
import { decodeText, storable } from './decode-text.ts'
import { readTable } from './read-table.ts'

/** The phrases of a file, and what the file was taken for. */
export interface ReadFile extends PhraseFile {
  readonly format: string
  readonly encoding: string
}

export const PHRASE_FORMATS = [...tableFormats(), ...JSON_FORMATS].map(({ id }) => id)

/**
 * Reads phrases from any of the known formats; `format` says which, else the file does.
 * @throws HuashuError `bad_request` when it is none of them, `too_large`
 */
export async function readPhrases(
  bytes: Buffer,
  format?: string,
  mapping: Readonly<Partial<Record<PhraseField, string>>> = {},
): Promise<ReadFile> {
  const isList = format === undefined ? looksLikeList(bytes) : JSON_FORMATS.some(({ id }) => id === format)
  if (isList) {
    const { text, encoding } = decodeText(bytes)
    const found = readPhraseList(parsed(text), format)
    if (found) return checked({ ...found.file, format: found.format.id, encoding })
    throw new HuashuError('bad_request', 'body: this holds no list of phrases of a known program')
  }
  const { rows, encoding } = await readTable(bytes)
  const known = tableFormats().find(({ id }) => id === format) ?? tableFormatOf(rows[0] ?? [])
  return checked({ ...readPhraseTable(rows, known, mapping), format: known.id, encoding })
}

/** A text that is longer than any message is a fault of its row: nothing is cut. */
function checked(file: ReadFile): ReadFile {
  const [fitting, long] = [true, false].map((fits) =>
    file.phrases.filter(({ text }) => text.length <= LIMITS.textChars === fits),
  ) as [Phrase[], Phrase[]]
  const fault = { kind: 'too_long', message: `longer than ${LIMITS.textChars} characters` } as const
  return {
    ...file,
    phrases: fitting.map(cleaned),
    faults: [...file.faults, ...long.map(({ row }) => ({ row, ...fault }))],
  }
}

/** Escapes of JSON and YAML can hide what no database keeps. */
function cleaned({ extra, ...phrase }: Phrase): Phrase {
  const { row, isOff, ...texts } = phrase
  const clean = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, text]) => [storable(name), storable(text)]))
  return { ...phrase, ...clean(texts), extra: clean(extra) }
}

function looksLikeList(bytes: Buffer): boolean {
  return /^\s*(?:[[{]|matches:|(?:#[^\n]*\n\s*)+matches:)/.test(decodeText(bytes.subarray(0, 2_048)).text)
}

function parsed(text: string): unknown {
  try {
    // JSON is YAML, but reading it as such is slow
    return /^\s*[[{]/.test(text) ? JSON.parse(text) : parseYaml(text, { maxAliasCount: 100 })
  } catch (cause) {
    throw new HuashuError('bad_request', `body: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
}
