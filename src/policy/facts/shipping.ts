import { dayText, rangeText } from '../day-text.ts'
import { formsOf, type Localised, say, sayAll } from '../localised.ts'
import { toFen } from '../money.ts'
import { type FreeShipping, freeShipping, type PostageQuote, quotePostage } from '../postage.ts'
import { addDays } from '../local-time.ts'
import type { Holiday } from '../store/calendar.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { goodsFen, parcelKg } from './parcel.ts'
import { counted, fact, type Resolvers, state, words } from './resolver.ts'

type Courier = Knowledge['store']['shipping']['couriers'][number]

/** The courier the shopper asked for: one of the store's, `other` when it is none of them, undefined when nobody asked. */
function askedCourier(know: Knowledge): Courier | 'other' | undefined {
  const said = know.said('courier')
  if (!said) return undefined
  // 平邮 is read as the post, which the store may use for parcels: the words as written decide
  if (know.store.shipping.excluded.includes(said.text.trim())) return 'other'
  const names = [String(said.value), said.text].map((name) => name.toLowerCase())
  return know.store.shipping.couriers.find((one) => namesOf(one).some((name) => names.includes(name))) ?? 'other'
}

function namesOf(courier: Courier): string[] {
  return [courier.id, ...formsOf(courier.name), ...courier.aliases].map((name) => name.toLowerCase())
}

/** The courier a parcel goes with when nobody asks for another: the store's default where it drives, else the zone's first. */
function usualCourier(know: Knowledge): Courier | undefined {
  const { zone } = know.place
  const usual = know.settle(know.store.shipping.defaultCourier)
  const id = !zone || (usual !== undefined && usual in zone.fees) ? usual : Object.keys(zone.fees)[0]
  return know.store.shipping.couriers.find((one) => one.id === id)
}

function courierState(know: Knowledge): Fact | undefined {
  const asked = askedCourier(know)
  if (asked === undefined) return undefined
  const { zone } = know.place
  return state('calc', asked !== 'other' && (!zone || asked.id in zone.fees) ? 'yes' : 'no')
}

/** The restriction that keeps this product from the shopper's region, with its reason. */
function restriction(know: Knowledge): Localised | undefined {
  const { region, zone } = know.place
  const { card } = know
  if (!card || !zone) return undefined
  const hit = know.store.shipping.restricted.find(
    ({ categories, to, except }) =>
      categories.includes(card.category) && !except.includes(card.id) && to.some((name) => name === zone.id || name === region),
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
  const depends = know.store.shipping.restricted.some(({ to }) => to.some((name) => name === zone.id || name === region))
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
    const usual = asked === undefined || asked === usualCourier(know)
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
  if (free(know)?.state !== 'yes') return fact('calc', know.money(quoted.fen), quoted.fen / 100, quoted.why[know.locale])
  return fact('calc', know.money(0), 0, { zh: '已满包邮金额', en: 'over the free-shipping threshold', ko: '무료배송 금액 충족' }[know.locale])
}

function couriers(know: Knowledge): Fact | undefined {
  const { zone } = know.place
  const served = know.store.shipping.couriers.filter((one) => !zone || one.id in zone.fees)
  return fact('policy', sayAll(served.map((one) => one.name), know.locale))
}

const HOLIDAY_AHEAD_DAYS = 15

/** The note of the holiday that runs or comes within two weeks; said beforehand, that it is slow (C84). */
function holiday(know: Knowledge): Fact | undefined {
  const today = know.now.day
  const horizon = addDays(today, HOLIDAY_AHEAD_DAYS)
  const near = know.store.calendar.holidays.find((one) => one.to >= today && one.from <= horizon)
  if (!near) return undefined
  const note = say(near.note, know.locale) ?? say(know.settle(know.store.shipping.holidayNote), know.locale)
  return fact('policy', note ?? plainNote(near, know), near.from)
}

function plainNote(near: Holiday, know: Knowledge): string | undefined {
  const { locale } = know
  const name = say(near.name, locale)
  if (name === undefined) return undefined
  const days = rangeText(near.from, near.to, locale, know.now.day)
  const back = dayText(addDays(near.to, 1), locale, know.now.day)
  const rest = { zh: `${name}${days}仓库休息，${back}起按付款顺序发出`, en: `our warehouse rests over ${name} (${days}); orders leave from ${back} in order of payment`, ko: `${name} 연휴(${days}) 동안 출고를 쉬고 ${back}부터 결제 순서대로 발송돼요` }
  const slow = { zh: `${name}${days}照常发货，快递可能会慢一些`, en: `we ship as usual over ${name} (${days}), though couriers may be slower`, ko: `${name} 연휴(${days})에도 출고하지만 배송이 조금 늦어질 수 있어요` }
  const open = { zh: '，具体以店铺公告为准', en: '; please see our notice for the exact dates', ko: ' (정확한 일정은 공지 참고)' }
  return (near.warehouse === 'closed' ? rest : slow)[locale] + (near.verified ? '' : open[locale])
}

export const SHIPPING: Resolvers = {
  'shipping.dispatch': (know) => {
    const hours = know.settle(know.store.shipping.dispatchHours)
    if (hours === undefined) return undefined
    const text = counted(hours, 'hour', know.locale)
    return fact('policy', { zh: `${text}内`, en: `within ${text}`, ko: `${text} 이내` }[know.locale], hours)
  },
  'shipping.cutoff': (know) => fact('policy', know.settle(know.store.shipping.cutoff)),
  'shipping.courier': (know) => words(know, usualCourier(know)?.name),
  'shipping.couriers': couriers,
  'shipping.origin': (know) => words(know, know.settle(know.store.shipping.origin)),
  'shipping.free_threshold': (know) => {
    const threshold = know.settle(know.store.shipping.freeThreshold)
    return threshold === undefined ? undefined : fact('policy', know.money(toFen(threshold)), threshold)
  },
  'shipping.fee_rule': (know) => words(know, know.settle(know.store.shipping.feeRule)),
  'shipping.holiday': holiday,
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
  'courier.state': courierState,
}
