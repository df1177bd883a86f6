import type { FeedbackRequest, Locale, Suggestion } from '../protocol/index.ts'
import type { ConversationRef } from './conversation-ref.ts'
import type { PanelSource } from './source.ts'
import type { List } from './talk.ts'

/** Something to be put into the reply box. */
export interface Insertion {
  readonly text: string
  /** The part of the suggestion it is, for what is no text too (an image, a coupon). */
  readonly part: Suggestion['parts'][number]
  readonly suggestionId: string
  readonly turnId: string
  readonly conversation: ConversationRef
}

/** What `huashu-insert` tells: the insertion, and how a host whose editor takes its time says what became of it. */
export interface InsertDetail extends Insertion {
  /** The text is the host's to place, as by `preventDefault`. Called while the event is told; the first call counts. */
  respondWith(outcome: Promise<Placed>): void
}

/** What became of an insertion: it stands in the box, it lies in the clipboard because there is no box, or it could not be placed. */
export type Placed = 'inserted' | 'copied' | 'failed'

/** What the last thing came to, for the foot of the panel. */
export interface Notice {
  readonly says:
    | Placed
    | 'elsewhere'
    | 'no_access'
    | 'blocked'
    | 'nothing'
    | 'dismissed'
    | 'reported'
    | 'filled'
    | 'proposed'
    | 'not_proposed'
    | 'saved'
    | 'not_saved'
    | 'nothing_to_save'
    | 'watching'
    | 'done'
    | 'not_found'
  /** Epoch milliseconds. */
  readonly at: number
}

export interface DeskDeps {
  readonly source: PanelSource
  /** Looks on at somebody else's talks: nothing is told, asked for or counted. */
  readonly watches?: boolean
  readonly agent: { readonly id: string; readonly name?: string | undefined } | undefined
  /** Hits of a search, 1 to 10. */
  limit(): number
  /** The language that reasons are given in. */
  uiLocale(): Locale
  /** Epoch milliseconds. */
  now(): number
  /** Milliseconds of the clock that key presses are stamped with. */
  clock(): number
  newId(): string
  /** Which conversation the page shows at this very moment. */
  identify(): ConversationRef | undefined
  /** A promise while the host has it in hand; it never rejects. */
  insert(insertion: Insertion): Placed | Promise<Placed>
  copy(text: string): void
  /** Something is to be drawn anew. */
  changed(): void
}

/** Whose suggestion it is, and of which turn. */
export type OfTurn = Pick<List, 'conversation' | 'turnId'>

export type Reason = NonNullable<FeedbackRequest['reason']>
export type Holder = 'over' | 'down' | 'alt'
export type FactScope = 'chat' | 'product' | 'store'
