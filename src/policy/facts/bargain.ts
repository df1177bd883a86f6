import type { Conceded } from '../../protocol/index.ts'
import { type BargainAnswer, bargain } from '../bargain.ts'
import { toFen } from '../money.ts'
import { type BasketAt, basketAt } from './basket-at.ts'
import type { Fact } from './fact.ts'
import { basketPricedAt } from './freshness.ts'
import { grantedHere } from './granted.ts'
import { isOld } from './is-old.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers, state } from './resolver.ts'

/** How far the price of the goods at hand may move for this agent; for the whole when several pieces are asked for. */
function answer(know: Knowledge): BargainAnswer | undefined {
  return know.once('bargain', () => {
    const { bargain: policy, currency } = know.store
    const mode = know.settle(policy.mode)
    const priced = basketAt(know)?.priced
    if (!priced || mode === undefined) return undefined
    const rule = { mode, floor: know.settle(policy.floor), authority: know.settle(policy.authority) }
    const special = priced.cart.some((goods) => goods.special)
    const { pageFen, totalFen: paidFen } = priced
    return bargain(rule, { pageFen, paidFen, askedFen: askedFen(know), special }, know.input.roles ?? [], currency)
  })
}

/** What the shopper named, for all pieces: a figure below the price of one piece is meant for each, what shall come off (a figure below zero) for the whole. */
function askedFen(know: Knowledge): number | undefined {
  const said = know.said('price')?.value
  const priced = basketAt(know)?.priced
  if (typeof said !== 'number' || said === 0 || !priced) return undefined
  const { cart: goods, totalFen } = priced
  if (said < 0) return totalFen + toFen(said)
  const each = goods.length === 1 && toFen(said) <= goods[0]!.fen ? goods[0]!.count : 1
  return toFen(said) * each
}

/** The granted price for as many pieces as are asked for now; never more than they cost without it. */
function grantedFen({ price, amount, pieces }: Conceded, basket: BasketAt | undefined): number | undefined {
  if (!basket) return price === undefined ? undefined : toFen(price)
  const { cart, totalFen } = basket.priced
  const count = cart.reduce((sum, goods) => sum + goods.count, 0)
  const fen = price === undefined ? totalFen - toFen(amount ?? 0) : Math.ceil((toFen(price) * count) / pieces)
  return Math.min(totalFen, fen)
}

const STANDS = {
  zh: '本次对话已让过价，不再加让',
  en: 'already granted in this talk, no second step',
  ko: '이 대화에서 이미 조정함',
}

function price(know: Knowledge): Fact | undefined {
  const granted = grantedHere(know)
  if (granted) {
    const fen = grantedFen(granted, basketAt(know))
    return fen === undefined ? undefined : fact('calc', know.money(fen), fen / 100, STANDS[know.locale])
  }
  const given = answer(know)
  const mayGrant = given?.state === 'grant' && know.input.conceded === undefined && !isFromOldPrice(know)
  return mayGrant ? fact('calc', know.money(given.fen), given.fen / 100, given.why[know.locale]) : undefined
}

/** `granted`: a price was granted and stands. One talk gives way once: for other goods there is no room then. */
function room(know: Knowledge): Fact | undefined {
  if (grantedHere(know)) return state('calc', 'granted', STANDS[know.locale])
  if (know.input.conceded) return state('calc', 'no', STANDS[know.locale])
  const given = answer(know)
  if (given?.state === 'grant' && isFromOldPrice(know)) return undefined
  return given && state('calc', given.state, given.why[know.locale])
}

/** Nothing is taken off a price that may not be the price any more. */
function isFromOldPrice(know: Knowledge): boolean {
  return isOld(know, 'price', basketPricedAt(know))
}

export const BARGAIN: Resolvers = {
  'bargain.price': price,
  'bargain.room': room,
}
