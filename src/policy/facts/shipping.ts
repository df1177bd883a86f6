import { type Localised, say } from '../localised.ts'
import { toFen } from '../money.ts'
import { type FreeShipping, freeShipping, type PostageQuote, quotePostage } from '../postage.ts'
import { askedCourier, usualCourier } from './courier.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { goodsFen, parcelKg } from './parcel.ts'
import { counted, fact, type Resolvers, state, words } from './resolver.ts'

/** The restriction that keeps this product from the shopper's region, with its reason. */
function restriction(know: Knowledge): Localised | undefined {
  const { region, zone } = know.place
  const { card } = know
  if (!card || !zone) return undefined
  const hit = know.store.shipping.restricted.find(
    ({ categories, to, except }) =>
      categories.includes(card.category) &&
      !except.includes(card.id) &&
      to.some((name) => name === zone.id || name === region),
  )
  return hit?.why
}

/** Needs the region; where something may not go, also the product. */
function reachState(know: Knowledge): Fact | undefined {
  const { region, zone } = know.place
  if (region === undefined || know.store.shipping.zones.length === 0) return undefined
  if (!zone) return state('calc', 'no')
  const why = restriction(know)
  if (why) return state('calc', 'restricted', say(why, know.locale))
  const depends = know.store.shipping.restricted.some(({ to }) =>
    to.some((name) => name === zone.id || name === region),
  )
  return depends && !know.card ? undefined : state('calc', 'yes')
}

/** Needs region and value of the goods; only the usual courier goes free. */
function free(know: Knowledge): FreeShipping | undefined {
  return know.once('free', () => {
    const { zone } = know.place
    const goods = goodsFen(know)
    const threshold = know.settle(know.store.shipping.freeThreshold)
    if (threshold === undefined) return freeShipping(undefined, false, 0)
    if (!zone) return undefined
    const asked = askedCourier(know)
    // a courier the store does not use changes nothing: the parcel goes the usual way
    const usual = asked === undefined || asked === 'other' || asked === usualCourier(know)
    const eligible = know.settle(zone.free) === true && usual
    if (!eligible) return freeShipping(undefined, false, 0)
    return goods === undefined ? undefined : freeShipping(toFen(threshold), true, goods)
  })
}

function quote(know: Knowledge): PostageQuote | undefined {
  return know.once('quote', () => {
    const { zone } = know.place
    const kg = parcelKg(know)
    if (!zone || kg === undefined || restriction(know)) return undefined
    const asked = askedCourier(know)
    const courier = asked === undefined || asked === 'other' ? usualCourier(know) : asked
    const tariff = courier && zone.fees[courier.id]
    return tariff && quotePostage(tariff, kg, know.store.currency)
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
    return free_?.state === 'gap' ? fact('calc', know.money(free_.gapFen), free_.gapFen / 100) : undefined
  },
  'free.state': (know) => state('calc', free(know)?.state),
  'reach.state': reachState,
}
