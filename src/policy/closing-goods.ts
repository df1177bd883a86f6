/** Goods that might close a gap; `fen` for one piece, `companion` when the card of the product at hand recommends them. */
export interface Candidate {
  readonly id: string
  readonly fen: number
  readonly companion: boolean
}

/**
 * The one piece that closes a gap with the least money: the cheapest companion that does, else the cheapest of all (F9, F37). Undefined when nothing
 * does or nothing is missing. Ties go to the first.
 */
export function closingGoods<T extends Candidate>(gapFen: number, candidates: readonly T[]): T | undefined {
  if (gapFen <= 0) return undefined
  let best: T | undefined
  for (const one of candidates) {
    if (one.fen < gapFen) continue
    const better = !best || (one.companion === best.companion ? one.fen < best.fen : one.companion)
    if (better) best = one
  }
  return best
}
