import type { Generated } from 'kysely'

/**
 * The tables, in the subset that SQLite and PostgreSQL share: text and integers, times as epoch milliseconds, JSON as text, ids made by the
 * program.
 */
export interface Tables {
  events: {
    n: Generated<number>
    kind: string
    store: string
    channel: string
    conversation: string
    key: string
    print: string
    at: number
    body: string
  }
  documents: { n: Generated<number>; kind: string; id: string; version: number; body: string }
  grants: { sha256: string; body: string; expires_at: number }
}
