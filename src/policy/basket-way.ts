import type { Category } from './card.ts'
import type { Localised } from './localised.ts'
import { memberFen } from './membership.ts'
import { toFen } from './money.ts'
import { type Piece, promotionPrices } from './promotion-prices.ts'
import type { AddOn, Coupon, Promotion, Step } from './store/offer-policy.ts'
import type { Level, MemberPolicy } from './store/price-policy.ts'

/** Goods wanted: `fen` is what one piece costs now, `most` what one person may buy and the store has. */
export interface Goods {
  readonly id: string
  readonly name: Localised
  readonly category: Category
  readonly fen: number
  readonly special: boolean
  readonly count: number
  readonly most?: number | undefined
}

/** One thing that made the basket cheaper, and by how much. */
export type Saving =
  | { readonly kind: 'promotion'; readonly promotion: Promotion; readonly fen: number }
  | { readonly kind: 'member'; readonly level: Level; readonly fen: number }
  | { readonly kind: 'step'; readonly step: Step; readonly fen: number }
  | { readonly kind: 'coupon'; readonly coupon: Coupon; readonly fen: number }
  | { readonly kind: 'add_on'; readonly addOn: AddOn; readonly fen: number }

/** Promotions that may be used together, with or without the member price. */
export interface OneWay {
  readonly promotions: readonly Promotion[]
  readonly member?: { readonly policy: MemberPolicy; readonly level: Level } | undefined
}

/** The price one way, or undefined when a promotion, the coupon or the add-on is out of its reach. */
export function priceOneWay(
  cart: readonly Goods[],
  addOn: AddOn | undefined,
  way: OneWay,
  steps: readonly Step[],
  coupon: Coupon | undefined,
): { totalFen: number; savings: Saving[] } | undefined {
  const savings: Saving[] = []
  const { extras, pieces } = takeAddOn(piecesOf(cart), addOn)
  const sum = sumOf(pieces) - lowerGoods(pieces, way, savings)
  // a promotion that takes nothing off cannot keep the member price away
  if (savings.length === 0 && way.promotions.some(({ stackable }) => !stackable)) return undefined
  if ((addOn && sum < toFen(addOn.minSpend)) || (coupon && sum < toFen(coupon.minSpend))) return undefined
  let left = sum
  const step = steps.findLast(({ over }) => sum >= toFen(over))
  if (step) left -= note(savings, { kind: 'step', step, fen: toFen(step.minus) })
  if (coupon) left -= note(savings, { kind: 'coupon', coupon, fen: Math.min(left, toFen(coupon.amount)) })
  if (addOn) {
    const page = sumOf(extras)
    const fen = page - extras.length * toFen(addOn.price)
    if (fen < 0) return undefined
    left += page - note(savings, { kind: 'add_on', addOn, fen })
  }
  return { totalFen: left, savings }
}

/** How much the promotions and the member price of a way take off the goods. */
function lowerGoods(pieces: readonly Piece[], { promotions, member }: OneWay, savings: Saving[]): number {
  let off = 0
  let now = pieces
  const lower = (fens: readonly number[]) => {
    const before = sumOf(now)
    now = now.map((piece, index) => ({ ...piece, fen: fens[index]! }))
    return before - sumOf(now)
  }
  for (const promotion of promotions)
    off += note(savings, { kind: 'promotion', promotion, fen: lower(promotionPrices(now, promotion)) })
  if (member) {
    const { policy, level } = member
    const fens = now.map((piece) => memberFen(policy, level, piece.fen, piece.special))
    off += note(savings, { kind: 'member', level, fen: lower(fens) })
  }
  return off
}

function piecesOf(cart: readonly Goods[]): Piece[] {
  return cart.flatMap(({ id, category, special, fen, count }) =>
    Array.from({ length: count }, () => ({ id, category, special, fen })),
  )
}

/** Parts the pieces bought through an add-on offer from the others. */
function takeAddOn(all: Piece[], addOn: AddOn | undefined): { extras: Piece[]; pieces: Piece[] } {
  if (!addOn) return { extras: [], pieces: all }
  const extras = all.filter(({ id }) => id === addOn.product).slice(0, addOn.pieces)
  return { extras, pieces: all.filter((piece) => !extras.includes(piece)) }
}

function sumOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { fen }) => sum + fen, 0)
}

/** Remembers a saving that is one, and gives what it takes off. */
function note(savings: Saving[], saving: Saving): number {
  if (saving.fen > 0) savings.push(saving)
  return saving.fen
}
