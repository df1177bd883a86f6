import { type BargainAnswer, bargain } from '../bargain.ts'
import { toFen } from '../money.ts'
import { basketAt } from './basket-at.ts'
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

/** What the shopper named, for all pieces: a figure below the price of one piece is meant for each. */
function askedFen(know: Knowledge): number | undefined {
  const said = know.said('price')?.value
  const goods = basketAt(know)?.priced.cart ?? []
  if (typeof said !== 'number' || said <= 0) return undefined
  const each = goods.length === 1 && toFen(said) <= goods[0]!.fen ? goods[0]!.count : 1
  return toFen(said) * each
}

export const BARGAIN: Resolvers = {
  'bargain.price': (know) => {
    const given = answer(know)
    return given?.state === 'grant'
      ? fact('calc', know.money(given.fen), given.fen / 100, given.why[know.locale])
      : undefined
  },
  'bargain.room': (know) => {
    const given = answer(know)
    return given && state('calc', given.state, given.why[know.locale])
  },
}
