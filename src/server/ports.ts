import type { ClockPreset } from '../policy/index.ts'
import type { CheckResult, Entity, Facts, Happening, Intent, Locale, Message, Role, State } from '../protocol/index.ts'
import type { Prompt, SuggestDeps, Suggested, SuggestInput } from '../suggest/index.ts'
import type { Models } from './models.ts'

/** The stores a gateway serves, each with what its pipeline needs. */
export interface Engine {
  readonly storeIds: readonly string[]
  /** What is in use now: asked for anew with each request, so that one answer sees one state of it. @throws HuashuError `unknown_store` */
  deps(storeId: string): SuggestDeps
  /** The store of a request that names none. */
  readonly defaultStore: string
  /** What a message can be about, as `family.topic`. */
  readonly topics: readonly string[]
  /** How replies are timed, for stores and channels to choose from. */
  readonly clocks: readonly ClockPreset[]
  /** What understanding has learned from corrections. */
  readonly models: Pick<Models, 'learned' | 'learn' | 'taught' | 'adopt'>
  /** What a store has learned is used from now on; absent = suggestions are as they ship. */
  teach(storeId: string, taught: Pick<SuggestDeps, 'weights' | 'learned'> | undefined): void
}

/** The pure core as the gateway calls it; handed in, so that the gateway can be tried without trained models. */
export interface Pipeline {
  suggest(input: SuggestInput, deps: SuggestDeps): Suggested
  /**
   * The state after messages, on top of an earlier one: `fold(a+b) = fold(b, fold(a))`. `locale` = the language of a talk that begins here; `now` (epoch ms)
   * dates messages that carry no time.
   */
  fold(talk: readonly Happening[], before: State | undefined, deps: SuggestDeps, locale?: Locale, now?: number): State
  /** What one shopper text means after earlier messages. */
  read(text: string, context: readonly Message[], locale: Locale | undefined, deps: SuggestDeps): Reading
  check(draft: Draft, deps: SuggestDeps): CheckResult
}

export interface Reading {
  readonly intents: readonly Intent[]
  readonly entities: readonly Entity[]
  readonly abstained: boolean
}

/** A text an agent has typed, with what is known of the talk it would go into; `now` in epoch milliseconds. */
export interface Draft {
  readonly text: string
  readonly channel: string
  readonly uiLocale: Locale
  readonly roles: readonly Role[]
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  /** The state before `messages`; absent = the talk begins with them. */
  readonly before?: State | undefined
  readonly messages: readonly Happening[]
  readonly facts?: Facts | undefined
  readonly now: number
}

/** Milliseconds since 1970. */
export interface Clock {
  now(): number
}

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
  readonly kind: 'correction' | 'learning' | 'proposal'
  readonly id: string
  readonly version: number
  readonly body: unknown
}
/** `place` = where it stands in the order in which documents were first saved; it stays. */
export type PlacedDocument = StoredDocument & { readonly place: number }

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
  /** Resolves once durable; false when the stored version is another or there is none. */
  removeDocument(document: Pick<StoredDocument, 'kind' | 'id' | 'version'>): Promise<boolean>
  close(): Promise<void>
}

/** Wakes up for tasks. The task table is the truth: a queue may lose what it was told, and it may call twice. */
export interface Jobs {
  /** Has the work called for this task at `at` (epoch milliseconds) or a little later. The same once more changes nothing. */
  schedule(taskId: string, at: number): Promise<void>
  /** What is to be done; called before anything is scheduled. A task whose work fails comes up again by the table. */
  start(work: (taskId: string) => Promise<void>): void
  /** Waits for the work under way. */
  close(): Promise<void>
}

/** A frame on its way to every open socket of a conversation. */
export interface Push {
  readonly topic: string
  readonly type: 'suggestions.ready' | 'suggestions.stale' | 'conversation.status' | 'nudge.ready'
  /** The answer it is about, or the id of a reminder; of a status none. */
  readonly turnId: string
  readonly seq: number
  /** Serialised and encoded once, for every socket and for those that come back. */
  readonly frame: Buffer
  /** The session and frame id that asked for it: this one socket gets the id back as `re`. */
  readonly asker?: { readonly session: string; readonly re: string } | undefined
}

/** A language model that rewords replies. */
export interface Rewriter {
  /**
   * The answer, piece by piece as it comes, without reasoning; an empty piece is a sign of life. Nothing is tried again. Ends early, without an error,
   * when `signal` says so. @throws RewriterFault
   */
  stream(prompt: Prompt, signal: AbortSignal): AsyncIterable<string>
}

/** Carries pushes to those who listen on a topic, on any node. */
export interface Bus {
  /** Listeners of this process have it before this returns. */
  publish(push: Push): void
  /**
   * The listener gets the pushes with a number above `after`, in order, none twice; of those that it could not be given while it was cut off only the newest.
   * Returns the way to stop listening.
   */
  subscribe(topic: string, after: number, listener: (push: Push) => void): () => void
  /** Whether anyone listens in another process. */
  isHeardElsewhere(topic: string): boolean | Promise<boolean>
  /** Leaves the cluster. */
  close(): Promise<void>
}

/** How a conversation comes to a process that is to work on it. */
export interface Claim {
  /** Nobody else has worked on it since: what this process has in memory still holds. */
  readonly isUnbroken: boolean
  /** This process or another has worked on it without the others knowing: what was shown is not the last word. */
  readonly wasApart: boolean
  /** Its numbering goes on above this. */
  readonly seq: number
  /** The last pushes that can still be replayed, oldest first. */
  readonly recent: readonly Push[]
  /** What its last owner left (`handoverOf`); absent = it is built from the log. */
  readonly talk?: string | undefined
}

/** What a process must do when others work on conversations too. */
export interface OwnershipEvents {
  /** Another process waits for this conversation: it is to be released soon. */
  wanted(topic: string): void
  /** From now on this process numbers by itself, as others may, too: each by its own `jump` further on. */
  goesAlone(jump: number): void
  /** These were worked on without the others knowing: what is in memory is not all of it. */
  toRenew(topics: readonly string[]): void
}

/** A conversation is worked on by one process at a time, and moves to whoever gets work for it. */
export interface Ownership {
  /** Whether this process may work on it at once. Asked before each piece of work. */
  owns(topic: string): boolean
  /**
   * Resolves when this process may work on it; `seq` = the numbering of what it has in memory, if anything. Undefined when nothing is known of it outside
   * this process. Not to be called for one topic a second time before it has resolved, nor before `release` has. Never rejects.
   */
  claim(topic: string, seq: number | undefined): Promise<Claim | undefined>
  /** Lets go of it, with what its next owner needs. Never rejects. */
  release(topic: string, left?: { readonly seq: number; readonly talk: string }): Promise<void>
  /** Takes out what is kept of it between processes; to be called by its owner. @throws Error when that cannot be done */
  forget(topic: string): Promise<void>
  /** Numbers can be compared only under one epoch. */
  readonly epoch: string
  /** True while other processes, which there should be, cannot be reached. */
  readonly isAlone: boolean
  attend(events: OwnershipEvents): void
}

/** What every process is to hear of soon; `body` is JSON, and absent when something may have been missed. */
export interface News {
  announce(kind: NewsKind, body: unknown): void
  /** Not called for what this process announces itself. */
  listen(kind: NewsKind, heard: (body: unknown) => void): void
}
/**
 * `corrections`: something is to be learned; `models`: it was; `grants`: an extension was paired; `erased`: talks whose records are gone; `requests`: how many
 * came from whom.
 */
export type NewsKind = 'corrections' | 'models' | 'grants' | 'erased' | 'requests'

/** Small things that are kept for a while, for whichever process is asked for them. */
export interface Vault {
  /** For `ms` milliseconds. */
  put(kind: VaultKind, name: string, value: string, ms: number): Promise<void>
  /** Gives it out once. */
  take(kind: VaultKind, name: string): Promise<string | undefined>
  /** Counts one more within `ms` milliseconds; resolves to the count. */
  count(kind: VaultKind, ms: number): Promise<number>
  /** Nothing of this kind is there any more, its count included. */
  clear(kind: VaultKind): Promise<void>
}
export type VaultKind = 'ticket' | 'pairing'

/** Large things that one process makes for all: the newest under each name, as far as it is still there. */
export interface Shelf {
  put(name: string, bytes: Buffer): Promise<void>
  get(name: string): Promise<Buffer | undefined>
}

/** What processes that serve the same stores share. */
export interface Cluster {
  readonly bus: Bus
  readonly ownership: Ownership
  readonly news: News
  readonly vault: Vault
  readonly shelf: Shelf
}
