import { HuashuError } from '../protocol/index.ts'
import type { Appended, Database, LogRecord } from './ports.ts'
import { failSpan, openSpan } from './tracing.ts'

/** The append-only log in front of the database: many records per transaction, none acknowledged before it is durable. */
export interface EventLog {
  /** Resolves once durable. @throws HuashuError `unavailable` when the database refuses: nothing of it was kept. */
  append(record: LogRecord): Promise<Appended>
  /** False while the last write failed. */
  readonly healthy: boolean
  /** Resolves when everything appended so far is durable or refused. */
  flush(): Promise<void>
}

/** Between two transactions, so that a disk's slow sync is paid for many records at once and not for each. */
const GAP_MS = 4

export interface EventLogEvents {
  readonly failed: (error: unknown, records: number) => void
  /** After each transaction. */
  readonly written: (records: readonly LogRecord[], seconds: number) => void
}

export function createEventLog(database: Pick<Database, 'append'>, { failed, written }: EventLogEvents): EventLog {
  let waiting: { record: LogRecord; resolve: (result: Appended) => void; reject: (error: unknown) => void }[] = []
  let isWriting = false
  let appended = 0
  let settled = 0
  let flushing: { upTo: number; resolve: () => void }[] = []
  let healthy = true

  async function write(): Promise<void> {
    const batch = waiting
    waiting = []
    const records = batch.map((entry) => entry.record)
    const begin = performance.now()
    const span = openSpan('log write', () => ({ 'huashu.records': records.length }))
    try {
      const results = await database.append(records)
      healthy = true
      written(records, (performance.now() - begin) / 1000)
      batch.forEach((entry, i) => {
        entry.resolve(results[i]!)
      })
    } catch (cause) {
      healthy = false
      failSpan(span, cause)
      failed(cause, batch.length)
      for (const entry of batch) {
        entry.reject(new HuashuError('unavailable', 'this could not be stored; send it again later', { cause }))
      }
    }
    span.end()
    settled += records.length
    // after those who were told have told on
    for (const { upTo, resolve } of flushing) if (upTo <= settled) setImmediate(resolve)
    flushing = flushing.filter(({ upTo }) => upTo > settled)
  }

  async function writeAll(): Promise<void> {
    isWriting = true
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      await write()
      await new Promise((resolve) => setTimeout(resolve, GAP_MS))
    }
    isWriting = false
  }

  return {
    append(record) {
      return new Promise((resolve, reject) => {
        appended += 1
        waiting.push({ record, resolve, reject })
        if (!isWriting) void writeAll()
      })
    },
    get healthy() {
      return healthy
    },
    flush: () =>
      new Promise((resolve) => {
        if (settled === appended) setImmediate(resolve)
        else flushing.push({ upTo: appended, resolve })
      }),
  }
}
