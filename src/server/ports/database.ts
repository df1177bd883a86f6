import type { Role } from '../../protocol/index.ts'

/** Which conversation: ids are unique within store and channel. */
export interface Talk {
  readonly store: string
  readonly channel: string
  readonly conversationId: string
}

/** One line of the event log. `key` is unique for ever; `print` tells whether a second record with the same key says the same. */
export interface LogRecord extends Talk {
  readonly kind: 'message' | 'facts' | 'event' | 'answer' | 'feedback' | 'read' | 'erasure'
  readonly key: string
  readonly print: string
  /** Arrival, epoch milliseconds. */
  readonly at: number
  readonly body: unknown
}

/** `n` = its place in the log: grows from record to record, without being dense. */
export type PlacedRecord = LogRecord & { readonly n: number }

/** `duplicate` = the same was there already, `conflict` = something else was there under that key and stays. */
export type Appended = 'appended' | 'duplicate' | 'conflict'

/** A token given to a paired extension; `sha256` of the token, the token itself is never kept. */
export interface Grant {
  readonly sha256: string
  /** The key it was given under (its sha256), or `open`. */
  readonly parent: string
  readonly agent: { readonly id: string; readonly name?: string | undefined }
  readonly roles: readonly Role[]
  readonly expiresAt: number
}

/** What people write and change. Its version grows by one with each save, from 1. */
export interface StoredDocument {
  readonly kind:
    | 'correction'
    | 'learning'
    | 'proposal'
    | 'fact'
    | 'script'
    | 'policy'
    | 'product'
    | 'stock'
    | 'import'
    | 'store'
    | 'rewrite'
    | 'trial'
  readonly id: string
  readonly version: number
  readonly body: unknown
}

/** `place` = where it stands in the order in which documents were first saved; it stays. */
export type PlacedDocument = StoredDocument & { readonly place: number }

/** A version of a document whose every version is kept; `at` in epoch milliseconds, `author` = who wrote it. */
export interface DocumentVersion extends StoredDocument {
  readonly at: number
  readonly author: string
}

/** `n` = its place among the versions of all documents: in the order of their commits, without being dense. */
export type PlacedVersion = DocumentVersion & { readonly n: number }

/** A saved fold of the log: everything up to and including place `n`, as this `version` of its code folds it; `body` is JSON. */
export interface SavedFold {
  readonly name: string
  readonly version: number
  readonly n: number
  readonly body: unknown
}

/** What a fold that is saved must be able to do. Retention waits until it has read what is to go. */
export interface KeptFold {
  readonly name: string
  /**
   * The saved body without what came from records whose text is gone: no text and no conversation id of theirs may be left, counts stay. A fold can
   * tell them by the places they had in the log. Pure.
   */
  forget(body: unknown, isGone: (n: number) => boolean): unknown
}

export type TaskState = 'open' | 'done' | 'dismissed'

/** Something an agent should do for a conversation, at `dueAt` (epoch milliseconds). Its version grows by one with each change, from 1. */
export interface Task extends Talk {
  readonly id: string
  readonly kind: string
  readonly agent?: string | undefined
  readonly dueAt: number
  readonly state: TaskState
  readonly version: number
  readonly body: unknown
}

/** Which tasks; what is left out does not matter. `dueBefore` in epoch milliseconds, exclusive. */
export interface TaskFilter {
  readonly store?: string | undefined
  readonly state?: TaskState | undefined
  readonly dueBefore?: number | undefined
}

/** What was erased: the places of the records, and how many tasks. */
export interface Erased {
  readonly places: readonly number[]
  readonly tasks: number
}

/**
 * The durable store. Everything acknowledged survives the loss of the process. SQLite has one writing process, PostgreSQL any number; writers take turns
 * in both, so that a record that is added later has the higher place, and whoever reads in the order of places misses none.
 */
export interface Database {
  /** Writes all or nothing, in this order; resolves once durable with one result per record. */
  append(records: readonly LogRecord[]): Promise<Appended[]>
  /** What a conversation's state is folded from: its messages, events and facts, oldest first. */
  conversation(talk: Talk): Promise<LogRecord[]>
  find(key: string): Promise<LogRecord | undefined>
  /** The next records behind place `after` (0 = from the beginning), at most `limit`, of all stores. */
  read(after: number, limit: number): Promise<PlacedRecord[]>
  /** Deletes up to `limit` records older than `before` (epoch milliseconds) up to place `upTo`, with closed tasks of that age; says how many records went. */
  purge(before: number, upTo: number, limit: number): Promise<number>

  /** Resolves once durable; false, and nothing is written, when the same version is saved up to a later place already. */
  saveFold(fold: SavedFold): Promise<boolean>
  fold(name: string): Promise<SavedFold | undefined>
  /** The place up to which all of these folds are saved: 0 when one is not, and beyond every place when none is named. */
  foldedUpTo(names: readonly string[]): Promise<number>

  /** Resolves once durable; false for each task whose id was there already: that one stays as it is. New tasks are open, in version 1. */
  addTasks(tasks: readonly Omit<Task, 'state' | 'version'>[]): Promise<boolean[]>
  task(id: string): Promise<Task | undefined>
  /** In the order in which they are due, at most `limit`, behind the task `after`. */
  tasks(filter: TaskFilter, limit: number, after?: Pick<Task, 'dueAt' | 'id'>): Promise<Task[]>
  /** Writes due time, state, agent and body; resolves once durable; false when the stored version is not the one before. */
  changeTask(task: Pick<Task, 'id' | 'version' | 'dueAt' | 'state' | 'agent' | 'body'>): Promise<boolean>

  /** The conversations whose facts name this shopper. */
  talksOf(store: string, shopper: string): Promise<Talk[]>
  /** Everything the log holds of a conversation, oldest first. */
  records(talk: Talk): Promise<PlacedRecord[]>
  tasksOf(talk: Talk): Promise<Task[]>
  /**
   * Takes out of these conversations what was said and who it was, for good: of their records only what can be counted stays, under a made-up
   * conversation id; their tasks go. An `erasure` record at the end of the log tells the places to whoever follows it. `at` in epoch milliseconds.
   */
  erase(talks: readonly Talk[], at: number): Promise<Erased>

  saveGrant(grant: Grant): Promise<void>
  grants(): Promise<Grant[]>
  /** Resolves once durable; false for each document that was not written, because the stored version is not the one before. */
  saveDocuments(documents: readonly StoredDocument[]): Promise<boolean[]>
  document(kind: StoredDocument['kind'], id: string): Promise<StoredDocument | undefined>
  /** The newest documents first, at most `limit`; with `before` those in earlier places. */
  documents(kind: StoredDocument['kind'], limit: number, before?: number): Promise<PlacedDocument[]>
  /**
   * Writes all of these versions, each on top of the one before, or none of them. Resolves once durable, with the ids whose stored version is not the one
   * before: empty = written. No document twice.
   */
  saveVersions(versions: readonly DocumentVersion[]): Promise<string[]>
  /** The versions of a document, newest first, at most `limit`; with `before` those of lower numbers. */
  versions(kind: StoredDocument['kind'], id: string, limit: number, before?: number): Promise<PlacedVersion[]>
  /** The next versions behind place `after`, of all documents. */
  changes(after: number, limit: number): Promise<PlacedVersion[]>
  /** The place of the newest version there is, 0 without any. */
  newestChange(): Promise<number>
  /** Resolves once durable; false when the stored version is another or there is none. */
  removeDocument(document: Pick<StoredDocument, 'kind' | 'id' | 'version'>): Promise<boolean>
  close(): Promise<void>
}

/** The part that a fold of the log needs: to read on, and to be saved. */
export type FoldLog = Pick<Database, 'read' | 'saveFold' | 'fold'>
