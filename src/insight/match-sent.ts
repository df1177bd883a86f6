import { sharedGrams, similarity, type TextPrint } from './text-print.ts'

/** A suggestion that was on the screen when the agent replied. */
export interface Offered {
  /** The suggestion's id. */
  readonly id: string
  readonly print: TextPrint
}

/**
 * What an agent's reply was made of: a suggestion as it stood (`sent`), a suggestion that was worked on (`edited`) or `own` words. `similarity` 0..1 to that
 * suggestion: the fidelity of a reply.
 */
export type SentMatch =
  | { readonly how: 'sent'; readonly id: string; readonly similarity: 1 }
  | { readonly how: 'edited'; readonly id: string; readonly similarity: number }
  | { readonly how: 'own' }

/**
 * From this similarity on a reply counts as worked from a suggestion. Of 200,000 pairs of different shipped replies 0.04 % count as one, of replies with a fifth of
 * their characters written anew all do (`test/insight/match-sent.test.ts`).
 */
export const EDITED_FROM = 0.5
/** … or when so much of the shorter of the two stands in the other: a sentence was added or left out. */
export const CONTAINED_FROM = 0.8
/** Fewer pairs than this stand in many a text. */
export const CONTAINED_GRAMS = 8

/**
 * Finds out, without the client's help, which of the offered suggestions a reply was made of; of several equally good ones the first offered. Letters and digits
 * decide: spaces, marks and smiles do not make an edit, a changed number does.
 */
export function matchSent(sent: TextPrint, offered: readonly Offered[]): SentMatch {
  let best: SentMatch = { how: 'own' }
  // a smile or a picture alone is nobody's suggestion
  if (sent.grams.length === 0) return best
  let highest = 0
  for (const { id, print } of offered) {
    if (print.whole === sent.whole) return { how: 'sent', id, similarity: 1 }
    const alike = similarity(sent, print)
    if (alike > highest && (alike >= EDITED_FROM || isContained(sent, print))) {
      highest = alike
      best = { how: 'edited', id, similarity: alike }
    }
  }
  return best
}

function isContained(a: TextPrint, b: TextPrint): boolean {
  const shorter = Math.min(a.grams.length, b.grams.length)
  return shorter >= CONTAINED_GRAMS && sharedGrams(a, b) >= CONTAINED_FROM * shorter
}
