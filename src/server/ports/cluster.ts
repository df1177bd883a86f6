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
 * came from whom; `learning`: people have decided about what a store learns; `facts`: or told
 * what its files do not know; `documents`: people have edited a store; `stock`: prices and stock have changed.
 */
export type NewsKind =
  | 'documents'
  | 'stock'
  | 'corrections'
  | 'models'
  | 'grants'
  | 'erased'
  | 'requests'
  | 'learning'
  | 'facts'

/** Small things that are kept for a while, for whichever process is asked for them. */
export interface Vault {
  /** For `ms` milliseconds. */
  put(kind: VaultKind, name: string, value: string, ms: number): Promise<void>
  /** Gives it out once. */
  take(kind: VaultKind, name: string): Promise<string | undefined>
  /** Shows it, and leaves it there. */
  look(kind: VaultKind, name: string): Promise<string | undefined>
  /** Counts one more within `ms` milliseconds; resolves to the count. */
  count(kind: VaultKind, ms: number): Promise<number>
  /** Nothing of this kind is there any more, its count included. */
  clear(kind: VaultKind): Promise<void>
}

export type VaultKind = 'ticket' | 'pairing' | 'panel'

/** What this process asks all the others. */
export interface Survey {
  /** Their answers: of those that can be reached and have one, within `ms` milliseconds. Never rejects. */
  ask(asked: unknown, ms: number): Promise<unknown[]>
  /** Question and answer are JSON; an undefined answer is none. */
  answer(by: (asked: unknown) => unknown): void
}

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
  readonly survey: Survey
}
