import { basketAt } from './facts/basket-at.ts'
import { type FactsInput, Knowledge } from './facts/knowledge.ts'

/** What the goods at hand cost after the offers that run, for all `pieces`; `eachFen` is the page price of one. */
export interface Cost {
  readonly fen: number
  readonly eachFen: number
  readonly pieces: number
  readonly product: string
}

/** Undefined unless the talk is about one product whose price is known. */
export function costAtHand(input: FactsInput): Cost | undefined {
  const priced = basketAt(new Knowledge(input))?.priced
  const [goods, ...more] = priced?.cart ?? []
  if (!priced || !goods || more.length > 0) return undefined
  return { fen: priced.totalFen, eachFen: goods.fen, pieces: goods.count, product: goods.id }
}
