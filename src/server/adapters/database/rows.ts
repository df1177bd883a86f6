import { hash } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { LogRecord } from '../../ports.ts'
import type { Tables } from './tables.ts'

/** A record as it is stored: its body is a JSON text. */
export type StoredRecord = Omit<LogRecord, 'body'> & { readonly body: string }
export type PlacedStoredRecord = StoredRecord & { readonly n: number }

/** PostgreSQL indexes no text of more than 2,704 bytes; ids of clients may make longer keys, and one such record must not cost the others of its batch. */
const KEY_BYTES = 2_000

/** A record's key as it is stored. */
export function storedKey(key: string): string {
  return Buffer.byteLength(key) > KEY_BYTES ? `sha256:${hash('sha256', key)}` : key
}

export function storedOf(record: LogRecord): StoredRecord {
  return { ...record, body: JSON.stringify(record.body) }
}

/** The record with what its body says. */
export function toldOf<R extends StoredRecord>(record: R): Omit<R, 'body'> & { readonly body: unknown } {
  return { ...record, body: JSON.parse(record.body) as unknown }
}

export function rowOf({
  kind,
  store,
  channel,
  conversationId,
  key,
  print,
  at,
  body,
}: StoredRecord): Insertable<Tables['events']> {
  return { kind, store, channel, conversation: conversationId, key: storedKey(key), print, at, body }
}

export function recordOf(row: Selectable<Tables['events']>): StoredRecord {
  const { n: _, ...record } = placedOf(row)
  return record
}

export function placedOf({ n, kind, conversation, ...rest }: Selectable<Tables['events']>): PlacedStoredRecord {
  return { ...rest, n, kind: kind as LogRecord['kind'], conversationId: conversation }
}
