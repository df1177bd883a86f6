/** A source of numbers that a text and a seed decide: the same pair always gives the same ones, whatever was drawn before for others. */
export interface Draw {
  /** A whole number from 0 to `below` - 1. */
  readonly index: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

/** Mulberry32 on the FNV-1a hash of `text`. */
export function seeded(text: string, seed: number): Draw {
  let state = seed | 0
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const index = (below: number) => Math.floor(next() * below)
  return { index, pick: (list) => list[index(list.length)]! }
}
