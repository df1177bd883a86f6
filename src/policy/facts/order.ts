import { momentText } from '../day-text.ts'
import { localTime } from '../local-time.ts'
import { say, sayAll } from '../localised.ts'
import { readFen } from '../money.ts'
import { payWindow } from '../pay-window.ts'
import { courierNamed } from './courier.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { tail } from './message.ts'
import { cardOf } from './parcel.ts'
import { nameOf } from './product.ts'
import { fact, printable, type Resolvers, state } from './resolver.ts'

/** `短袖T恤×2、袜子`: three at most, the rest as 等. */
function items(know: Knowledge): Fact | undefined {
  const lines = know.order?.lines ?? []
  const names = lines.flatMap((line) => {
    const card = cardOf(line, know)
    const name = (card && nameOf(card, know)) ?? printable(line.title)
    return name === undefined ? [] : [(line.quantity ?? 1) > 1 ? `${name}×${line.quantity}` : name]
  })
  const more = { zh: '等', en: ' and more', ko: ' 외' }[know.locale]
  const text = sayAll(names.slice(0, 3), know.locale)
  return fact('order', names.length > 3 ? text + more : text)
}

/** Province and city at most: the street is personal (R101). */
function region(know: Knowledge): Fact | undefined {
  const text = printable(know.order?.region)
  if (text === undefined) return undefined
  const city = PROVINCE_CITY.exec(text)?.[0].trim()
  const named = know.store.shipping.zones.flatMap((zone) => zone.regions).filter((name) => text.startsWith(name))
  const longest = named.sort((a, b) => b.length - a.length)[0]
  return fact('order', city || longest || (text.length <= 8 ? text : undefined))
}
const PROVINCE_CITY = /^(?:[^\d省区]{2,8}(?:省|自治区|特别行政区))?\s?(?:[^\d市区县村路街道巷]{2,8}?[市州盟])?/

function courier(know: Knowledge): Fact | undefined {
  const said = know.order?.courier
  const known = said === undefined ? undefined : courierNamed(know, said)
  return fact('order', say(known?.name, know.locale) ?? printable(said))
}

/** Until when an unpaid order stands. */
function payBy(know: Knowledge): Fact | undefined {
  const days = know.settle(know.store.payment.windowDays)
  if (know.order?.status !== 'created' || know.order.placedAt === undefined || days === undefined) return undefined
  const { state, until, why } = payWindow(Date.parse(know.order.placedAt), days, know.input.now)
  if (state === 'expired') return undefined
  const moment = localTime(until, know.store.timezone)
  return fact('order', momentText(moment, know.locale, know.now.day), new Date(until).toISOString(), why[know.locale])
}

function visits(know: Knowledge): Fact | undefined {
  const orders = know.shopper?.orders
  const spent = readFen(know.shopper?.spent)
  if (orders === undefined && spent === undefined) return undefined
  return state('shopper', (orders ?? 0) > 0 || (spent ?? 0) > 0 ? 'returning' : 'new')
}

export const ORDER: Resolvers = {
  'order.no': (know) => know.order && fact('order', tail(know.order.id, know.locale)),
  'order.items': items,
  'order.total': (know) => {
    const fen = readFen(know.order?.total)
    return fen === undefined ? undefined : fact('order', know.money(fen), fen / 100)
  },
  'order.region': region,
  'order.courier': courier,
  'order.tracking': (know) => fact('order', know.order?.trackingNo?.match(/^[\w-]{6,40}$/)?.[0]),
  'order.pay_by': payBy,
  'order.state': (know) => state('order', know.order?.status),
  'shopper.name': (know) => fact('shopper', printable(know.shopper?.name)),
  'shopper.state': visits,
}
