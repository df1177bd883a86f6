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
  /** Whose conversations they are: written with the facts that name a shopper, gone with the last record. */
  shoppers: { store: string; shopper: string; channel: string; conversation: string }
  folds: { name: string; version: number; n: number; body: string }
  tasks: {
    id: string
    store: string
    kind: string
    channel: string
    conversation: string
    agent: string | null
    due_at: number
    state: string
    version: number
    body: string
  }
  documents: { n: Generated<number>; kind: string; id: string; version: number; body: string }
  grants: { sha256: string; body: string; expires_at: number }
  /** Every version that versioned documents have had, in the order in which they were written. */
  versions: {
    n: Generated<number>
    kind: string
    id: string
    version: number
    at: number
    author: string
    body: string
  }
}

/** Every table with the columns that name a row of it, in the order in which they are copied. */
export const KEYS: { readonly [T in keyof Tables]: readonly (keyof Tables[T] & string)[] } = {
  events: ['n'],
  shoppers: ['store', 'shopper', 'channel', 'conversation'],
  folds: ['name'],
  tasks: ['id'],
  documents: ['n'],
  grants: ['sha256'],
  versions: ['n'],
}
/** The tables whose rows the database numbers. */
export const NUMBERED = ['events', 'documents', 'versions'] as const
export type NumberedTable = (typeof NUMBERED)[number]
