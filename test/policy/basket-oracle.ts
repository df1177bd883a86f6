import type { Goods, Offers } from '../../src/policy/index.ts'

/** Baskets priced the slow way: every piece by itself, every choice tried. Written apart from the code it judges. */

interface One {
  readonly id: string
  readonly fen: number
  readonly special: boolean
}

const fenOf = (yuan: number) => Math.round(yuan * 100)
const part = (fen: number, share: number) => Math.floor((fen * Math.round(share * 1000)) / 1000)
const total = (list: readonly number[]) => list.reduce((sum, fen) => sum + fen, 0)

function subsets<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return list.flatMap((first, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [first, ...rest]))
}

/** Of every choice of pieces that may be reduced the store gives the one that costs it least, of equal ones the last. */
function group(fens: readonly number[], of: number, reduced: number, share: number): number[] {
  const many = Math.floor(fens.length / of) * reduced
  const ways = subsets(
    fens.map((_, at) => at),
    many,
  ).map((chosen) => fens.map((fen, at) => (chosen.includes(at) ? part(fen, share) : fen)))
  return ways.reduce((dearest, way) => (total(way) >= total(dearest) ? way : dearest))
}

/** The cheapest way to make bundles of some of the pieces. */
function bundle(fens: readonly number[], pieces: number, price: number): number {
  const singly = total(fens)
  const together = subsets(
    fens.map((_, at) => at),
    pieces,
  ).map(
    (taken) =>
      price +
      bundle(
        fens.filter((_, at) => !taken.includes(at)),
        pieces,
        price,
      ),
  )
  return Math.min(singly, ...(fens.length >= pieces ? together : []))
}

function apply(pieces: readonly One[], promotion: Offers['promotions'][number]): One[] | number {
  const { rule } = promotion
  const covered = pieces.filter(({ special }) => !special || promotion.special)
  // a special price is not lowered for members: such pieces stand first, the others are reduced before them
  const meant = [...covered.filter(({ special }) => special), ...covered.filter(({ special }) => !special)]
  const others = pieces.filter((piece) => !covered.includes(piece))
  const fens = meant.map(({ fen }) => fen)
  if (!rule) return [...pieces]
  if (rule.kind === 'bundle') return total(others.map(({ fen }) => fen)) + bundle(fens, rule.pieces, fenOf(rule.price))
  const tier = rule.kind === 'tiers' ? rule.tiers.filter((one) => one.pieces <= fens.length).at(-1) : undefined
  const paid =
    rule.kind === 'tiers'
      ? fens.map((fen) => (tier ? part(fen, tier.share) : fen))
      : group(fens, rule.of, rule.reduced, rule.share)
  return [...others, ...meant.map((piece, at) => ({ ...piece, fen: paid[at]! }))]
}

/** What one order costs at the least. Bundles must not stack: what they leave of single prices is not said. */
export function oracleTotal(pieces: readonly One[], offers: Offers): number {
  const totals: number[] = []
  const stacking = offers.promotions.filter(({ stackable }) => stackable)
  const sums = (rest: readonly One[]): number[] => {
    let stacked: One[] = [...rest]
    for (const promotion of stacking) stacked = apply(stacked, promotion) as One[]
    const { member } = offers
    const withMember = stacked.map(({ fen, special }) =>
      member && (!special || member.policy.specialPriceDiscounted) ? part(fen, member.level.discount) : fen,
    )
    const alone = offers.promotions
      .filter(({ stackable }) => !stackable)
      .map((promotion) => apply(rest, promotion))
      .map((left) => (typeof left === 'number' ? left : total(left.map(({ fen }) => fen))))
      .filter((left) => left < total(rest.map(({ fen }) => fen)))
    return [total(withMember), ...alone]
  }
  for (const addOn of [undefined, ...offers.addOns]) {
    const extras = addOn ? pieces.filter(({ id }) => id === addOn.product).slice(0, addOn.pieces) : []
    const rest = pieces.filter((piece) => !extras.includes(piece))
    const dearer = addOn && total(extras.map(({ fen }) => fen)) < extras.length * fenOf(addOn.price)
    for (const sum of sums(rest)) {
      if (addOn && (extras.length === 0 || dearer || sum < fenOf(addOn.minSpend))) continue
      const reached = offers.steps.filter(({ over }) => sum >= fenOf(over)).map(({ minus }) => fenOf(minus))
      const left = sum - Math.max(0, ...reached)
      const extra = addOn ? extras.length * fenOf(addOn.price) : 0
      totals.push(left + extra)
      for (const coupon of offers.coupons)
        if (sum >= fenOf(coupon.minSpend)) totals.push(Math.max(0, left - fenOf(coupon.amount)) + extra)
    }
  }
  return Math.min(...totals)
}

export const piecesOf = (goods: readonly Goods[]): One[] =>
  goods.flatMap(({ id, fen, special, count }) => Array.from({ length: count }, () => ({ id, fen, special })))

/** The least that two orders cost together, every piece put into either, every coupon kept for either; `fee` is the postage of an order by its page price. */
export function oracleSplit(goods: readonly Goods[], offers: Offers, fee: (pageFen: number) => number): number {
  const pieces = piecesOf(goods)
  let least = Number.POSITIVE_INFINITY
  for (let way = 1; way < 2 ** pieces.length - 1; way += 1) {
    const one = pieces.filter((_, at) => way & (1 << at))
    const other = pieces.filter((_, at) => !(way & (1 << at)))
    const postage = fee(total(one.map(({ fen }) => fen))) + fee(total(other.map(({ fen }) => fen)))
    for (let kept = 0; kept < 2 ** offers.coupons.length; kept += 1) {
      const mine = offers.coupons.filter((_, at) => kept & (1 << at))
      const theirs = offers.coupons.filter((_, at) => !(kept & (1 << at)))
      const sum = oracleTotal(one, { ...offers, coupons: mine }) + oracleTotal(other, { ...offers, coupons: theirs })
      least = Math.min(least, sum + postage)
    }
  }
  return least
}
