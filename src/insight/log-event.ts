import type { Answer, EventRequest, FeedbackRequest, Message, State } from '../protocol/index.ts'

/** A suggestion as the log keeps it: what was offered at which place, and why. */
export interface ShownSuggestion {
  readonly id: string
  readonly scriptId: string
  readonly intent: string
  readonly tier: Answer['suggestions'][number]['tier']
  readonly score: number
  readonly text: string
  /** The guard's rules that warn of it, as it stands. */
  readonly warned?: readonly string[] | undefined
  /** The values of the features that were not 0, before they were weighted, to three places. */
  readonly features: Readonly<Record<string, number>>
  /** The chance with which it came to its place, given those before it, where two near-ties were drawn for. */
  readonly propensity?: number | undefined
  /** Which of `of` wordings that are being compared this is. */
  readonly trial?: { readonly id: string; readonly arm: number; readonly of: number } | undefined
}

/** An answer as the log keeps it. `agent` = the id of whom it was made for. */
export interface ShownAnswer extends Pick<Answer, 'turnId' | 'messageIds' | 'because' | 'locale' | 'abstained'> {
  readonly gap?: Answer['gap']
  readonly intents: Answer['intents']
  readonly suggestions: readonly ShownSuggestion[]
  readonly agent?: string | undefined
  readonly stage: State['stage']
  /** True when it was put aside for an agent who wants quiet: nobody has looked at it. */
  readonly quiet?: true | undefined
  /** What the guard kept away. */
  readonly blocked?: readonly { readonly scriptId: string; readonly rule: string }[] | undefined
  /** The conversation is one of those that go without suggestions, to measure what suggestions are worth: nothing of this was shown. */
  readonly heldOut?: true | undefined
}

/** Somebody looked at a conversation. `key` = the beginning of the print of the key that was used, or `open`. */
export interface ChatRead {
  readonly key: string
  readonly agent?: string | undefined
  /** `opened` at a desk, `asked` for suggestions on top of it, `checked` a draft in it, `exported` it. */
  readonly how: 'opened' | 'asked' | 'checked' | 'exported'
}

interface Place {
  /** Its place in the log: grows with every record, without being dense. */
  readonly n: number
  readonly store: string
  readonly channel: string
  readonly conversationId: string
  /** Arrival, epoch milliseconds. What a client says of the time stands in the body. */
  readonly at: number
}

/** One line of the event log, as the folds of this folder read it. */
export type LogEvent = Place &
  (
    | { readonly kind: 'message'; readonly body: Message & { readonly messageId: string } }
    | { readonly kind: 'event'; readonly body: Pick<EventRequest, 'eventId' | 'type' | 'at' | 'data'> }
    | { readonly kind: 'facts'; readonly body: object }
    | { readonly kind: 'read'; readonly body: ChatRead }
    | { readonly kind: 'answer'; readonly body: ShownAnswer }
    | { readonly kind: 'feedback'; readonly body: FeedbackRequest & { readonly matched: boolean } }
    /**
     * A shopper's data was erased: what was said in the records at these places is gone, counts stay. A fold that keeps texts or conversation ids keeps
     * the places they came from, and drops them now.
     */
    | { readonly kind: 'erasure'; readonly body: { readonly records: readonly number[] } }
  )
