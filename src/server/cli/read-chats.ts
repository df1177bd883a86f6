import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { chatsOfRows, type MinedChat, PastChat, parseRows, readTranscript } from '../../insight/index.ts'
import { decodeText } from '../import/decode-text.ts'
import { UsageError } from './usage-error.ts'

const FAULTS_SHOWN = 20

/**
 * Past chats of a file: `.jsonl` as `huashu replay` reads it, `.csv` or `.tsv` with one message per row, anything else as a plain-text export of 千牛 or 京东.
 * `bytes` = the file as it is. @throws UsageError naming the lines that cannot be read
 */
export async function readChats(
  file: string,
  agents: readonly string[],
): Promise<{ readonly chats: readonly MinedChat[]; readonly bytes: Buffer }> {
  const bytes = await readFile(file)
  const { chats, faults } = chatsIn(decodeText(bytes).text, file, new Set(agents))
  if (faults.length > 0) throw new UsageError(faults.slice(0, FAULTS_SHOWN).join('\n'))
  if (chats.length === 0) throw new UsageError(`${file}: no chats`)
  return { chats, bytes }
}

function chatsIn(
  text: string,
  file: string,
  agents: ReadonlySet<string>,
): { chats: readonly MinedChat[]; faults: readonly string[] } {
  const kind = extname(file).toLowerCase()
  const prefix = basename(file, extname(file))
  if (kind === '.jsonl' || kind === '.ndjson') {
    const { rows, faults } = parseRows(text, PastChat)
    return { chats: rows, faults: faults.map(({ line, message }) => `${file}:${line}: ${message}`) }
  }
  if (kind === '.csv' || kind === '.tsv') {
    const { chats, faults } = chatsOfRows(rowsOf(text, file, kind === '.tsv'), prefix)
    return { chats, faults: faults.map(({ row, message }) => `${file}: row ${row}: ${message}`) }
  }
  const { chats, faults } = readTranscript(text, prefix, agents)
  return {
    chats,
    faults: faults.map((line) => `${file}:${line}: nobody’s line: a heading is “nick 2026-11-22 10:00:00”`),
  }
}

function rowsOf(text: string, file: string, hasTabs: boolean): string[][] {
  try {
    return parse(text, {
      delimiter: hasTabs ? '\t' : ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
  } catch (cause) {
    throw new UsageError(`${file}: ${(cause as Error).message}`, { cause })
  }
}
