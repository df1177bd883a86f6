import { HuashuError } from '../protocol/index.ts'
import type { Appended, Database, LogRecord } from './ports.ts'

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

export function createEventLog(database: Database, failed: (error: unknown, records: number) => void): EventLog {
  let waiting: { record: LogRecord; resolve: (result: Appended) => void; reject: (error: unknown) => void }[] = []
  let isWriting = false
  let appended = 0
  let settled = 0
  let flushing: { upTo: number; resolve: () => void }[] = []
  let healthy = true

  async function write(): Promise<void> {
    const records = waiting
    waiting = []
    try {
      const results = await database.append(records.map((entry) => entry.record))
      healthy = true
      records.forEach((entry, i) => {
        entry.resolve(results[i]!)
      })
    } catch (cause) {
      healthy = false
      failed(cause, records.length)
      for (const entry of records) {
        entry.reject(new HuashuError('unavailable', 'this could not be stored; send it again later', { cause }))
      }
    }
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
