import type { Category } from './card.ts'
import { toFen } from './money.ts'
import { covers } from './offers.ts'
import { shareOf } from './share.ts'
import type { Promotion, PromotionRule } from './store/offer-policy.ts'

/** One piece in a basket at the price it has so far. */
export interface Piece {
  readonly id: string
  readonly category: Category
  readonly special: boolean
  readonly fen: number
}

/** What every piece costs under one promotion, in the order of the pieces; those it does not mean stay as they are. */
export function promotionPrices(pieces: readonly Piece[], promotion: Promotion): number[] {
  const fens = pieces.map((piece) => piece.fen)
  const { rule } = promotion
  if (!rule) return fens
  for (const group of groupsOf(pieces, promotion)) {
    // the dearest first; of equal prices those at a special price, which no member price lowers: what is reduced costs the store least
    group.sort((a, b) => fens[b]! - fens[a]! || Number(pieces[b]!.special) - Number(pieces[a]!.special))
    const paid = RULES[rule.kind](
      group.map((index) => fens[index]!),
      rule as never,
    )
    group.forEach((index, place) => {
      fens[index] = paid[place]!
    })
  }
  return fens
}

/** The covered pieces by index: all together, or by product when the promotion wants the same. */
function groupsOf(pieces: readonly Piece[], promotion: Promotion): number[][] {
  const groups = new Map<string, number[]>()
  pieces.forEach((piece, index) => {
    if ((piece.special && !promotion.special) || !covers(promotion, piece)) return
    const key = promotion.same ? piece.id : ''
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  })
  return [...groups.values()]
}

type RuleOf<K extends PromotionRule['kind']> = Extract<PromotionRule, { kind: K }>

/** Each takes prices from the dearest down and gives what is paid instead, place by place. */
const RULES: { readonly [K in PromotionRule['kind']]: (fens: readonly number[], rule: RuleOf<K>) => number[] } = {
  tiers: (fens, { tiers }) => {
    const tier = tiers.findLast(({ pieces }) => pieces <= fens.length)
    return fens.map((fen) => (tier ? shareOf(fen, tier.share) : fen))
  },
  group: (fens, { of, reduced, share }) => {
    const from = fens.length - Math.floor(fens.length / of) * reduced
    return fens.map((fen, place) => (place < from ? fen : shareOf(fen, share)))
  },
  bundle: (fens, { pieces, price }) => {
    const paid = [...fens]
    for (let from = 0; from + pieces <= fens.length; from += pieces) {
      const whole = fens.slice(from, from + pieces).reduce((sum, fen) => sum + fen, 0)
      // a bundle dearer than its pieces is none
      if (whole > toFen(price)) spread(paid, from, pieces, whole, toFen(price))
    }
    return paid
  },
}

/** Gives each piece its part of the bundle's price; what rounding leaves is paid with the dearest. */
function spread(paid: number[], from: number, pieces: number, whole: number, price: number): void {
  let left = price
  for (let place = from + pieces - 1; place > from; place -= 1) {
    paid[place] = Math.floor((paid[place]! * price) / whole)
    left -= paid[place]!
  }
  paid[from] = left
}
