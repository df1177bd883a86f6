import type { SlotName } from '../../intents/index.ts'

/** Acts an agent promises to do, by the name a duty made of it would carry. */
export type Act =
  | 'resend'
  | 'refund'
  | 'difference'
  | 'compensate'
  | 'gift'
  | 'price_change'
  | 'reply'
  | 'exchange'
  | 'accept_return'
  | 'invoice'
  | 'hold'

/** What a statement is about; two statements are compared only when they are about the same thing. */
export type Topic =
  | 'dispatch'
  | 'arrival'
  | 'refund_time'
  | 'returns'
  | 'warranty'
  | 'shelf_life'
  | 'postage'
  | 'return_postage'
  | 'fee'
  | 'visit'
  | 'price'
  | 'total'
  | 'courier'
  | 'stock'
  | 'size'
  | Act
  | 'deed'
  | 'word'

/** A stretch of numbers: minutes from now, months of a warranty, or money. */
export interface Range {
  readonly low: number
  readonly high: number
  /** "Within": the upper end is what is stated. */
  readonly within?: boolean
  /** A day of the calendar (tomorrow), which the next day is called otherwise. */
  readonly day?: boolean
}

/** One thing a line states, `from` and `to` in the matching form. */
export interface Statement {
  readonly topic: Topic
  /** A range, names of which one is meant, or whether it is so. */
  readonly says: Range | ReadonlySet<string> | boolean
  readonly from: number
  readonly to: number
  /** The thing an act is refused for, when it is named, which must have been named before. */
  readonly object?: string
  /** The verb of a deed: of a refusal itself, of a promise with the letters behind it. */
  readonly deed?: string
  /** The words around a denial of having promised; absent when any promise is meant. */
  readonly about?: string
  /** "I will", "for you": taking it back breaks a word given, in any case or for a case that may not have come. */
  readonly promise?: 'given' | 'conditional'
}

const GOODS: readonly SlotName[] = ['product_ref', 'order_no', 'colour', 'size', 'flavour', 'quantity', 'mass']
const PLACE: readonly SlotName[] = ['region', 'address', 'courier']
const BODY: readonly SlotName[] = ['height', 'weight', 'age', 'chest', 'waist', 'hip', 'foot_length', 'receiver']

/** What the shopper must not have told anew in between: with it the statement was about something else. */
export const DEPENDS: Readonly<Record<Topic, readonly SlotName[]>> = {
  dispatch: [...GOODS, 'date'],
  arrival: [...GOODS, ...PLACE, 'date'],
  refund_time: ['order_no'],
  returns: ['product_ref'],
  warranty: ['product_ref'],
  shelf_life: ['product_ref', 'flavour'],
  postage: [...GOODS, ...PLACE],
  return_postage: ['product_ref', 'order_no'],
  fee: ['product_ref', 'order_no'],
  visit: ['order_no'],
  price: [...GOODS, 'price', 'budget'],
  total: [...GOODS, ...PLACE, 'price', 'budget'],
  courier: [...PLACE, 'product_ref', 'order_no'],
  stock: GOODS,
  size: [...BODY, 'product_ref', 'size'],
  // a word given about what went wrong or about the agent's own doings holds whatever else is talked of
  resend: ['order_no'],
  refund: ['order_no'],
  difference: ['order_no'],
  compensate: ['order_no'],
  reply: [],
  exchange: ['order_no'],
  accept_return: ['order_no', 'product_ref'],
  invoice: ['order_no'],
  gift: ['product_ref', 'order_no', 'quantity'],
  price_change: ['product_ref', 'order_no', 'quantity', 'price'],
  hold: ['product_ref', 'order_no', 'colour', 'size'],
  deed: ['order_no'],
  word: ['order_no'],
}

/** True when both cannot hold. A range that has the old value in it only says it less exactly. */
export function contradicts(now: Statement['says'], before: Statement['says']): boolean {
  if (typeof now === 'boolean' || typeof before === 'boolean') return now !== before
  if ('has' in now || 'has' in before) return 'has' in now && 'has' in before && now.isDisjointFrom(before)
  if (now.within && before.within) return now.high !== before.high
  // what was put off till tomorrow yesterday is due today
  if (now.day && before.day) return now.low >= before.high
  return now.high < before.low || before.high < now.low
}
