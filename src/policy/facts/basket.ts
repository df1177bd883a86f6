import { basketSteps, cartText, cheaperText } from '../basket-words.ts'
import { type CheaperWay, cheaperWay, type PostageOf } from '../cheaper-way.ts'
import { quotePostage } from '../postage.ts'
import { type BasketAt, basketAt } from './basket-at.ts'
import type { Fact } from './fact.ts'
import { companionGoods } from './free-item.ts'
import { grantedHere } from './granted.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolver, type Resolvers, state } from './resolver.ts'
import { freeFor, tariffAt } from './shipping.ts'

/** The other ways a shopper is told of are few: what is recommended with the goods at hand. */
const EXTRAS = 3

function wordsOf(know: Knowledge) {
  return { locale: know.locale, currency: know.store.currency }
}

/** Nothing once a price was granted: that is what counts then, and no sum beside it (F8). */
function told(know: Knowledge): BasketAt | undefined {
  return grantedHere(know) ? undefined : basketAt(know)
}

function steps(know: Knowledge): string | undefined {
  const basket = told(know)
  return basket && basketSteps(basket.priced, wordsOf(know))
}

const total: Resolver = (know) => {
  const basket = told(know)
  return basket && fact('calc', know.money(basket.priced.totalFen), basket.priced.totalFen / 100, steps(know))
}

const cart: Resolver = (know) => {
  const basket = told(know)
  return basket && fact('calc', cartText(basket.priced, wordsOf(know)), undefined, steps(know))
}

/** `deal`: something makes it cheaper; `limited`: more is wanted than one person may buy. */
function basketState(know: Knowledge): Fact | undefined {
  const basket = told(know)
  if (!basket) return undefined
  const { beyond, savings } = basket.priced
  return state('calc', beyond.length > 0 ? 'limited' : savings.length > 0 ? 'deal' : 'plain', steps(know))
}

function better(know: Knowledge): Fact | undefined {
  const basket = told(know)
  if (!basket) return undefined
  const extras = companionGoods(know).slice(0, EXTRAS)
  const way: CheaperWay | undefined = cheaperWay(basket.goods, basket.offers, extras, postageAt(know))
  return way && fact('calc', cheaperText(way, wordsOf(know)), way.totalFen / 100, steps(know))
}

/** Postage of an order as the shopper would pay it; unknown without a region or where a weight is missing. */
function postageAt(know: Knowledge): PostageOf | undefined {
  const tariff = tariffAt(know)
  const assumed = know.settle(know.store.shipping.assumedKg)
  if (!tariff || assumed === undefined) return undefined
  return ({ cart: goods, pageFen, totalFen }) => {
    if (freeFor(know, pageFen, totalFen)?.state === 'yes') return 0
    const kg = goods.reduce((sum, { id, count }) => sum + (know.input.catalogue.get(id)?.weight ?? assumed) * count, 0)
    return quotePostage(tariff, kg, know.store.currency).fen
  }
}

export const BASKET: Resolvers = {
  'basket.total': total,
  'basket.steps': (know) => fact('calc', steps(know)),
  'basket.cart': cart,
  'basket.better': better,
  'basket.state': basketState,
}
