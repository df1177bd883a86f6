/** A repeatable stream of numbers in [0, 1) (Mulberry32): training must not depend on chance. */
export function seeded(seed: number): () => number {
  let state = seed * 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** 32 bits of a text (FNV-1a). What chance does to a message hangs on its words, not on its place: a line more leaves the others as they were. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
