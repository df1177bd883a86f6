/** A text without its disguise. `from[i]` and `to[i]`: where in the matching form the letter i of `text` begins and ends. */
export interface Unmasked {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

export function untouched(text: string): Unmasked {
  const from = Array.from(text, (_, i) => i)
  return { text, from, to: from.map((index) => index + 1) }
}
