import { Worker } from 'node:worker_threads'
import { HuashuError } from '../../protocol/index.ts'
import type { TableLimits } from './read-table.ts'

/** A table of a workbook, its cells as text. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** What the thread that reads is given, and what it says. */
export interface WorkbookGiven {
  readonly bytes: Uint8Array
  readonly limits: TableLimits
}
export type WorkbookSaid =
  | { readonly sheets: Sheet[] }
  | { readonly code: 'bad_request' | 'too_large'; message: string }

/** A workbook is small and what it unfolds to may not be: whatever a file makes the reader do ends here. */
const HEAP_MB = 768
const READ_MS = 60_000

/** Whether a file is a workbook (a zip), by its first bytes. */
export function isWorkbook(head: Buffer): boolean {
  return head.length > 4 && head.readUInt32LE(0) === 0x04034b50
}

/**
 * The sheets of a workbook; formulas give what they came to when the file was saved. It is read in a thread of its own, beside live conversations and within
 * bounds. @throws HuashuError `bad_request` when it is no workbook, `too_large` when it unfolds to more than a person's work
 */
export async function readWorkbook(bytes: Buffer, limits: TableLimits): Promise<Sheet[]> {
  const given: WorkbookGiven = { bytes, limits }
  const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const { promise, resolve, reject } = Promise.withResolvers<WorkbookSaid>()
  const tooMuch = (cause?: unknown) =>
    reject(
      new HuashuError('too_large', 'body: this workbook takes more to read than a person can have put in', { cause }),
    )
  const timer = setTimeout(tooMuch, READ_MS)
  thread.once('message', resolve)
  thread.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : reject(error),
  )
  try {
    const said = await promise
    if ('sheets' in said) return said.sheets
    throw new HuashuError(said.code, said.message)
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
