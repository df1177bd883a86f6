/** A seeded source of numbers (Mulberry32): the same seed gives the same run. */
export interface Random {
  /** 0 <= x < 1. */
  readonly next: () => number
  readonly pick: <T>(list: readonly T[]) => T
}

export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: (list) => list[Math.floor(next() * list.length)]! }
}
