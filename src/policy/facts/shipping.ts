import { type Localised, say } from '../localised.ts'
import { toFen } from '../money.ts'
import { type FreeShipping, freeShipping, type PostageQuote, quotePostage } from '../postage.ts'
import { restrictedBy, restrictsSome } from '../restricted.ts'
import type { Tariff } from '../store/shipping-policy.ts'
import { basketAt } from './basket-at.ts'
import { askedCourier, usualCourier } from './courier.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { goodsFen, parcelKg } from './parcel.ts'
import { counted, fact, type Resolvers, state, words } from './resolver.ts'
import { toldSumFen } from './told-sum.ts'

/** The restriction that keeps this product from the shopper's region, with its reason. */
function restriction(know: Knowledge): Localised | undefined {
  const { region, zone } = know.place
  return know.card && zone && restrictedBy(know.store.shipping, know.card, { zone: zone.id, region })
}

/** Why some goods may not go there: these goods, or when they are not known the first that a rule names. */
function limitThere(know: Knowledge): Fact | undefined {
  const { region, zone } = know.place
  if (!zone) return undefined
  const why = know.card ? restriction(know) : restrictsSome(know.store.shipping, { zone: zone.id, region })?.why
  return fact('policy', say(why, know.locale))
}

/** Needs the region; `depends` where something may not go and the product is not known. */
function reachState(know: Knowledge): Fact | undefined {
  const { region, zone } = know.place
  if (region === undefined || know.store.shipping.zones.length === 0) return undefined
  if (!zone) return state('calc', 'no')
  const why = restriction(know)
  if (why) return state('calc', 'restricted', say(why, know.locale))
  const depends = restrictsSome(know.store.shipping, { zone: zone.id, region })
  return state('calc', depends !== undefined && !know.card ? 'depends' : 'yes')
}

/** Whether the goods at hand go free; needs region and value of the goods. */
export function free(know: Knowledge): FreeShipping | undefined {
  return know.once('free', () => {
    const told = toldSumFen(know)
    if (told !== undefined) return freeFor(know, told, told)
    const paid = know.settle(know.store.shipping.freeCounts) === 'paid'
    return freeFor(know, goodsFen(know), paid ? basketAt(know)?.priced.totalFen : undefined)
  })
}

/** Whether goods go free that come to `pageFen`, or to `paidFen` after offers, as the store counts; only the usual courier does. */
export function freeFor(
  know: Knowledge,
  pageFen: number | undefined,
  paidFen: number | undefined,
): FreeShipping | undefined {
  const { zone } = know.place
  const threshold = know.settle(know.store.shipping.freeThreshold)
  if (threshold === undefined) return freeShipping(undefined, false, 0)
  if (!zone) return undefined
  const asked = askedCourier(know)
  // a courier the store does not use changes nothing: the parcel goes the usual way
  const usual = asked === undefined || asked === 'other' || asked === usualCourier(know)
  const eligible = know.settle(zone.free) === true && usual
  if (!eligible) return freeShipping(undefined, false, 0)
  const goods = know.settle(know.store.shipping.freeCounts) === 'paid' ? paidFen : pageFen
  return goods === undefined ? undefined : freeShipping(toFen(threshold), true, goods)
}

/** The tariff of the courier asked for, else of the usual one; undefined without a region or where it does not drive. */
export function tariffAt(know: Knowledge): Tariff | undefined {
  const asked = askedCourier(know)
  const courier = asked === undefined || asked === 'other' ? usualCourier(know) : asked
  return courier && know.place.zone?.fees[courier.id]
}

function quote(know: Knowledge): PostageQuote | undefined {
  return know.once('quote', () => {
    const kg = parcelKg(know)
    const tariff = kg === undefined || restriction(know) ? undefined : tariffAt(know)
    return tariff && quotePostage(tariff, kg!, know.store.currency)
  })
}

function fee(know: Knowledge): Fact | undefined {
  const quoted = quote(know)
  if (!quoted) return undefined
  if (free(know)?.state !== 'yes')
    return fact('calc', know.money(quoted.fen), quoted.fen / 100, quoted.why[know.locale])
  return fact(
    'calc',
    know.money(0),
    0,
    { zh: '已满包邮金额', en: 'over the free-shipping threshold', ko: '무료배송 금액 충족' }[know.locale],
  )
}

export const SHIPPING: Resolvers = {
  'shipping.dispatch': (know) => {
    const hours = know.settle(know.store.shipping.dispatchHours)
    if (hours === undefined) return undefined
    const text = counted(hours, 'hour', know.locale)
    return fact('policy', { zh: `${text}内`, en: `within ${text}`, ko: `${text} 이내` }[know.locale], hours)
  },
  'shipping.cutoff': (know) => fact('policy', know.settle(know.store.shipping.cutoff)),
  'shipping.origin': (know) => words(know, know.settle(know.store.shipping.origin)),
  'shipping.free_threshold': (know) => {
    const threshold = know.settle(know.store.shipping.freeThreshold)
    return threshold === undefined ? undefined : fact('policy', know.money(toFen(threshold)), threshold)
  },
  'shipping.fee_rule': (know) => words(know, know.settle(know.store.shipping.feeRule)),
  'shipping.late_days': (know) => {
    const days = know.settle(know.store.shipping.lateContactDays)
    return days === undefined ? undefined : fact('policy', counted(days, 'day', know.locale), days)
  },
  'shipping.fee': fee,
  'shipping.free_gap': (know) => {
    const free_ = free(know)
    if (free_?.state !== 'gap') return undefined
    const thresholdFen = toFen(know.settle(know.store.shipping.freeThreshold)!)
    const threshold = know.money(thresholdFen)
    const goods = know.money(thresholdFen - free_.gapFen)
    const why = {
      zh: `满${threshold}包邮，现在${goods}`,
      en: `free from ${threshold}, now ${goods}`,
      ko: `${threshold} 이상 무료배송, 현재 ${goods}`,
    }[know.locale]
    return fact('calc', know.money(free_.gapFen), free_.gapFen / 100, why)
  },
  'shipping.told_gap': (know) => {
    const threshold = know.settle(know.store.shipping.freeThreshold)
    const told = toldSumFen(know)
    if (threshold === undefined || told === undefined || told >= toFen(threshold)) return undefined
    return fact('calc', know.money(toFen(threshold) - told), (toFen(threshold) - told) / 100)
  },
  'free.state': (know) => state('calc', free(know)?.state),
  'reach.state': reachState,
  'reach.why': limitThere,
}
