import { rowsOfCsv } from '../csv.ts'

/** One thing to be answered: a body of `POST /v1/suggestions/batch` without what is the same for all. */
export interface BatchMessage {
  /** What is shown of it. */
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface ReadMessages {
  readonly messages: readonly BatchMessage[]
  /** Lines that could not be read, from 1. */
  readonly bad: readonly number[]
}

const TEXT_COLUMN = /^(?:text|message|content|消息|内容|메시지|내용)$/i

/** Reads what somebody has pasted or uploaded: JSON lines, a CSV table with a column of texts, else one message per line. */
export function readMessages(source: string, name = ''): ReadMessages {
  const lines = source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ text: text.trim(), line: i + 1 }))
    .filter(({ text }) => text !== '')
  if (/\.(?:jsonl|ndjson)$/i.test(name) || (lines.length > 0 && lines[0]!.text.startsWith('{'))) return ofJson(lines)
  if (/\.csv$/i.test(name)) return { messages: ofCsv(source).map(plain), bad: [] }
  return { messages: lines.map(({ text }) => plain(text)), bad: [] }
}

const plain = (text: string): BatchMessage => ({ text, body: { messages: [{ role: 'shopper', text }] } })

/** The column with a heading we know, else the first one. */
function ofCsv(source: string): string[] {
  const rows = rowsOfCsv(source)
  const column = rows[0]?.findIndex((cell) => TEXT_COLUMN.test(cell.trim())) ?? -1
  const texts = column >= 0 ? rows.slice(1).map((row) => row[column]) : rows.map((row) => row[0])
  return texts.map((text) => (text ?? '').trim()).filter((text) => text !== '')
}

/** `{"text": …}`, `{"q": …}` or a whole body with `messages`. */
function ofJson(lines: readonly { text: string; line: number }[]): ReadMessages {
  const messages: BatchMessage[] = []
  const bad: number[] = []
  for (const { text, line } of lines) {
    const message = ofObject(parsed(text))
    if (message) messages.push(message)
    else bad.push(line)
  }
  return { messages, bad }
}

function ofObject(value: unknown): BatchMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('messages' in value && Array.isArray(value.messages)) {
    const last: unknown = value.messages.at(-1)
    const text = typeof last === 'object' && last !== null && 'text' in last ? String(last.text) : ''
    return { text, body: { ...value } }
  }
  const text = 'text' in value ? value.text : 'q' in value ? value.q : undefined
  return typeof text === 'string' && text.trim() !== '' ? plain(text) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
