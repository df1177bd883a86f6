import type { Tier } from '../protocol/index.ts'
import type { Features } from './features.ts'
import type { Weights } from './weights.ts'

/** The least score of an answer that leads: of 255 that led in real turns, read one by one, 7 of the 10 below it would have embarrassed, 59 of those above. */
const LEADING = 1.5

/** An answer with too little behind it to lead. How agents like it does not count: they choose among answers, not whether there is one. */
export function isWeak(tier: Tier, score: number, features: Features, weights: Weights): boolean {
  return tier === 'answer' && score - weights.won * features.won < LEADING
}
