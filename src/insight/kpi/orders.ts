import { daysBetween } from './days-between.ts'
import { recountEnquiries } from './enquiries.ts'
import type { OrderTold } from './order-data.ts'
import { type Counting, count, dayOf } from './state.ts'
import { humanBefore, humanFrom, type Order, type OrderStanding } from './talk.ts'

/** Orders of one conversation that are held at a time. */
const HELD = 20

export type OrderNews = 'created' | 'paid' | 'unpaid' | 'returned' | 'known'

/** An order was placed, paid, still unpaid, sent back, or is only known better. */
export function orderNews(counting: Counting, news: OrderNews, told: OrderTold, at: number): void {
  const { talk } = counting
  const order = find(counting, told.id, news)
  if (!order) return
  order.fen = told.fen ?? order.fen
  order.pieces = told.pieces ?? order.pieces
  const placed = news === 'created' ? at : told.placed
  const paid = news === 'paid' ? at : told.paid
  // of the same thing told twice, the earlier time is the true one
  if (placed !== undefined) order.created = Math.min(order.created ?? placed, placed)
  if (paid !== undefined) order.paid = Math.min(order.paid ?? paid, paid)
  if (paid !== undefined) order.seller ??= humanBefore(talk, paid) ?? talk.desk
  if (news === 'unpaid') {
    order.unpaid = Math.min(order.unpaid ?? at, at)
    const human = humanFrom(talk, order.unpaid)
    if (human) remindedBy(order, human.at, human.agent)
  }
  if (news === 'returned' && !order.returned) {
    order.returned = true
    const seller = { agent: order.seller ?? '' }
    const day = dayOf(counting, at)
    count(counting, day, seller, 'returnedOrders')
    count(counting, day, seller, 'returnedPieces', order.pieces ?? 0)
    count(counting, day, seller, 'returnedFen', order.fen ?? 0)
  }
  recountOrder(counting, order)
  recountEnquiries(counting)
}

/** A human wrote: for an order that is known to be unpaid, a reminder. */
export function remind(counting: Counting, at: number, agent: string): void {
  for (const order of counting.talk.orders) if (remindedBy(order, at, agent)) recountOrder(counting, order)
}

/** A shopper wrote: an order placed after that is no silent one. */
export function recountOrders(counting: Counting): void {
  for (const order of counting.talk.orders) recountOrder(counting, order)
}

function remindedBy(order: Order, at: number, agent: string): boolean {
  const { unpaid, paid, reminded } = order
  if (unpaid === undefined || at < unpaid || (paid !== undefined && at > paid)) return false
  if (reminded && reminded.at <= at) return false
  order.reminded = { at, agent }
  return true
}

/** The order that is meant: by its id, else the last one. Facts that tell no time of an order nobody has heard of say nothing that happened now. */
function find({ talk }: Counting, id: string | undefined, news: OrderNews): Order | undefined {
  const known = id === undefined ? talk.orders.at(-1) : talk.orders.find((order) => order.id === id)
  if (known) return known
  const order: Order = { id: id ?? '' }
  if (news === 'known' && id === undefined) return undefined
  talk.orders.push(order)
  if (talk.orders.length > HELD) talk.orders.shift()
  return order
}

function recountOrder(counting: Counting, order: Order): void {
  const now = standingOf(counting, order)
  if (order.counted && isSame(order.counted, now)) return
  if (order.counted) countStanding(counting, order.counted, -1)
  countStanding(counting, now, 1)
  order.counted = now
}

function standingOf(counting: Counting, order: Order): OrderStanding {
  const { talk, settings } = counting
  const created = order.created ?? order.paid
  const dayAt = (at: number | undefined) => (at === undefined ? undefined : dayOf(counting, at))
  const paidDay = dayAt(order.paid)
  const { reminded } = order
  const remindedDay = dayAt(reminded?.at)
  return {
    createdDay: dayAt(created),
    silent: created !== undefined && !talk.enquiries.some(({ first }) => first <= created),
    seller: order.seller ?? '',
    paidDay,
    fen: order.fen ?? 0,
    pieces: order.pieces ?? 0,
    remindedDay,
    reminder: reminded?.agent ?? '',
    recovered:
      remindedDay !== undefined &&
      paidDay !== undefined &&
      order.paid! >= reminded!.at &&
      daysBetween(remindedDay, paidDay) < settings.conversionDays,
  }
}

function isSame(a: OrderStanding, b: OrderStanding): boolean {
  return (
    a.createdDay === b.createdDay &&
    a.silent === b.silent &&
    a.seller === b.seller &&
    a.paidDay === b.paidDay &&
    a.fen === b.fen &&
    a.pieces === b.pieces &&
    a.remindedDay === b.remindedDay &&
    a.reminder === b.reminder &&
    a.recovered === b.recovered
  )
}

function countStanding(counting: Counting, standing: OrderStanding, times: 1 | -1): void {
  const { createdDay, silent, paidDay, remindedDay, recovered } = standing
  const seller = { agent: standing.seller }
  if (createdDay) {
    count(counting, createdDay, seller, 'orders', times)
    if (silent) count(counting, createdDay, seller, 'silentOrders', times)
  }
  if (paidDay) {
    count(counting, paidDay, seller, 'paidOrders', times)
    count(counting, paidDay, seller, 'pieces', times * standing.pieces)
    count(counting, paidDay, seller, 'salesFen', times * standing.fen)
  }
  if (remindedDay) {
    const reminder = { agent: standing.reminder }
    count(counting, remindedDay, reminder, 'reminded', times)
    if (recovered) count(counting, remindedDay, reminder, 'recovered', times)
  }
}
