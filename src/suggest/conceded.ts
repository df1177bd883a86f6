import type { Moment } from '../intents/index.ts'
import type { Cost } from '../policy/index.ts'
import type { Conceded, State } from '../protocol/index.ts'
import { grantIn, type Named, priceIn } from './granted-price.ts'

/** What the goods at hand cost at a time (epoch ms), as far as the talk tells which they are. */
export type CostOf = (state: State, at: number | undefined) => Cost | undefined

/** The scripts of the last round print no other figure than the price they grant. */
const GRANTING = 'C46'
/** A figure below this share of the price is a coupon, a fee or another piece of goods. */
const LEAST_SHARE = 0.5

/**
 * The state with what an agent's line grants below the price (F8): a script of the last round with its price, or own words that name one while the talk is
 * about the price. A lower price replaces the one before, a higher one changes nothing.
 */
export function withConcession(state: State, moment: Moment, costOf: CostOf): State {
  if (moment.role !== 'agent') return state
  const isScript = moment.script?.category === GRANTING
  if (moment.script ? !isScript : !state.flows.some(({ id }) => id === 'F8')) return state
  const named = (isScript ? priceIn : grantIn)(moment.text, state.locale)
  if (!named) return state
  const cost = costOf(state, moment.at)
  const granted = cost ? belowCost(named, cost) : unpriced(named, isScript, state)
  return granted ? { ...state, conceded: together(state.conceded, granted) } : state
}

/** What is granted of goods whose cost is known; a figure below the price of one piece is meant for each. */
function belowCost({ price, off }: Named, { fen, eachFen, pieces, product }: Cost): Conceded | undefined {
  const namedFen = price === undefined ? fen - inFen(off ?? 0) : inFen(price) * (inFen(price) <= eachFen ? pieces : 1)
  if (namedFen >= fen || namedFen < fen * LEAST_SHARE) return undefined
  return { price: namedFen / 100, amount: (fen - namedFen) / 100, pieces, product }
}

/** Without a cost to hold it against: the script's price, what comes off, or the very figure the shopper asked for. */
function unpriced({ price, off }: Named, isScript: boolean, { slots, product }: State): Conceded | undefined {
  const of = product === undefined ? {} : { product }
  const said = Number(slots.quantity?.value)
  const pieces = Number.isInteger(said) && said > 0 ? said : 1
  if (off !== undefined) return { amount: off, pieces, ...of }
  return isScript || price === slots.price?.value ? { price: price!, pieces, ...of } : undefined
}

/** The state with the margin that only the client's facts tell: a price was granted for goods nobody named. */
export function withMargin(state: State, costNow: () => Cost | undefined): State {
  const { conceded } = state
  if (conceded?.price === undefined || conceded.amount !== undefined) return state
  const cost = costNow()
  const isOther = conceded.product !== undefined && cost?.product !== conceded.product
  const margin = !cost || isOther || cost.pieces !== conceded.pieces ? 0 : cost.fen - inFen(conceded.price)
  return margin > 0 ? { ...state, conceded: { ...conceded, amount: margin / 100, product: cost!.product } } : state
}

function together(before: Conceded | undefined, now: Conceded): Conceded {
  if (!before) return now
  const isOther = before.product !== undefined && now.product !== undefined && before.product !== now.product
  if (isOther) {
    const amount = (inFen(before.amount ?? 0) + inFen(now.amount ?? 0)) / 100
    return amount > 0 ? { ...now, amount } : now
  }
  if (before.price !== undefined && (now.price === undefined || now.price / now.pieces >= before.price / before.pieces))
    return before
  return { ...before, ...now }
}

function inFen(amount: number): number {
  return Math.round(amount * 100)
}
