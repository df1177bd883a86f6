/**
 * The keystroke-level model: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model for user performance time with interactive systems", Communications of the
 * ACM 23 (7), 1980, pp. 396-410. Seconds per operator, as published there: K the average non-secretary typist's key (40 words a minute), P pointing with a mouse, H moving
 * the hand between keyboard and mouse, M mental preparation. A press or release of the mouse button (B, .1 s) is from D. E. Kieras' later guide to the model.
 */
export const KLM = { K: 0.28, P: 1.1, B: 0.1, H: 0.4, M: 1.35 } as const

/**
 * Keys per character, our reading: pinyin has three letters a syllable and one more key chooses each word of two; a Hangul syllable has two to three letters. Everything
 * else is one key.
 */
const KEYS_PER_HAN = 3.5
const KEYS_PER_HANGUL = 2.5

/** How many keys it takes to type a text with a pinyin or two-set keyboard. */
export function keystrokesOf(text: string): number {
  let keys = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code >= 0x3400 && code <= 0x9fff) keys += KEYS_PER_HAN
    else if (code >= 0xac00 && code <= 0xd7af) keys += KEYS_PER_HANGUL
    else keys += 1
  }
  return keys
}

/** Thinking of a reply and typing it with so many keys, in milliseconds. */
export function typingMs(keys: number): number {
  return Math.round((KLM.M + keys * KLM.K) * 1_000)
}

/** Reading a suggestion, hand to the mouse, pointing at it, a click, and the hand back. */
export const PICKING_MS = Math.round((KLM.M + 2 * KLM.H + KLM.P + 2 * KLM.B) * 1_000)

/** What using a suggestion spares beside typing the same text, by the model. */
export interface Spared {
  readonly keys: number
  /** Milliseconds; below 0 for a text that is typed sooner than picked. */
  readonly ms: number
}

/** `similarity` 0..1 of what was sent to the suggestion: what is missing to 1 was typed. */
export function spared(text: string, similarity: number): Spared {
  const whole = keystrokesOf(text)
  const typed = whole * (1 - similarity)
  const work = PICKING_MS + (similarity < 1 ? typingMs(typed) : 0)
  // the click counts as a key
  return { keys: Math.round(whole - typed) - 1, ms: typingMs(whole) - work }
}
