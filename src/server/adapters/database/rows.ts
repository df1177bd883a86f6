import { hash } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { LogRecord, PlacedRecord } from '../../ports.ts'
import type { Tables } from './tables.ts'

/** PostgreSQL indexes no text of more than 2,704 bytes; ids of clients may make longer keys, and one such record must not cost the others of its batch. */
const KEY_BYTES = 2_000

/** A record's key as it is stored. */
export function storedKey(key: string): string {
  return Buffer.byteLength(key) > KEY_BYTES ? `sha256:${hash('sha256', key)}` : key
}

export function rowOf(record: LogRecord): Insertable<Tables['events']> {
  const { kind, store, channel, conversationId: conversation, print, at } = record
  return {
    kind,
    store,
    channel,
    conversation,
    key: storedKey(record.key),
    print,
    at,
    body: JSON.stringify(record.body),
  }
}

export function recordOf(row: Selectable<Tables['events']>): LogRecord {
  const { n: _, ...record } = placedOf(row)
  return record
}

export function placedOf({ n, kind, conversation, body, ...rest }: Selectable<Tables['events']>): PlacedRecord {
  return { ...rest, n, kind: kind as LogRecord['kind'], conversationId: conversation, body: JSON.parse(body) }
}
