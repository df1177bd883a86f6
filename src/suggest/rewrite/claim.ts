/**
 * Something a reply can commit the store to, by the words for it in each language (regular expressions over the matching form).
 * `keep`: must be in the result exactly when it is in the suggestion, affirmed or denied alike. `add`: must not come in.
 * `lose`: must not get lost.
 */
export interface Claim {
  readonly id: string
  readonly lock: 'keep' | 'add' | 'lose'
  /** Its words are names of different things rather than different words for one. */
  readonly isList?: true
  /** It must not be said more often than the suggestion says it: once more is once without its condition. */
  readonly isCounted?: true
  readonly zh?: string
  readonly en?: string
  readonly ko?: string
}
