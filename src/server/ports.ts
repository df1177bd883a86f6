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
  /** What understanding has learned from corrections. */
  readonly models: Pick<Models, 'learned' | 'learn'>
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
  readonly kind: 'message' | 'facts' | 'event' | 'answer' | 'feedback'
  readonly key: string
  readonly print: string
  /** Arrival, epoch milliseconds. */
  readonly at: number
  readonly body: unknown
}

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

/** The durable store. One writer per database; everything acknowledged survives the loss of the process. */
export interface Database {
  /** Writes all or nothing, in this order; resolves once durable with one result per record. */
  append(records: readonly LogRecord[]): Promise<Appended[]>
  /** What a conversation's state is folded from: its messages, events and facts, oldest first. */
  conversation(talk: Talk): Promise<LogRecord[]>
  find(key: string): Promise<LogRecord | undefined>
  saveGrant(grant: Grant): Promise<void>
  grants(): Promise<Grant[]>
  /** Resolves once durable; false for each document that was not written, because the stored version is not the one before. */
  saveDocuments(documents: readonly StoredDocument[]): Promise<boolean[]>
  document(kind: StoredDocument['kind'], id: string): Promise<StoredDocument | undefined>
  /** The newest documents first, at most `limit`; with `before` those in earlier places. */
  documents(kind: StoredDocument['kind'], limit: number, before?: number): Promise<PlacedDocument[]>
  /** Resolves once durable; false when the stored version is another or there is none. */
  removeDocument(document: Pick<StoredDocument, 'kind' | 'id' | 'version'>): Promise<boolean>
  /** Deletes up to `limit` records older than `before` (epoch milliseconds) and says how many went. */
  purge(before: number, limit: number): Promise<number>
  close(): Promise<void>
}

/** A frame on its way to every open socket of a conversation. */
export interface Push {
  readonly topic: string
  readonly type: 'suggestions.ready' | 'suggestions.stale'
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

/** Carries pushes to the sessions that listen on a topic, on any node; in order per topic. */
export interface Bus {
  publish(push: Push): void
  /** Returns the way to stop listening. */
  subscribe(topic: string, listener: (push: Push) => void): () => void
  close(): Promise<void>
}
