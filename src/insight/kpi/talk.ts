import type { TextPrint } from '../text-print.ts'

/** What a reply was made of: a suggestion, own words although there were suggestions, or words without any, in a conversation that is held out. */
export type How = 'used' | 'own' | 'without'

/** A message of a shopper, or of a human agent; bots and system lines leave none. Times in epoch milliseconds. */
export interface Mark {
  readonly at: number
  readonly id: string
  /** The agent ('' = unknown) of a human's message; absent on the shopper's. */
  readonly agent?: string | undefined
  /** What the shopper's message was about, as far as it was read. */
  intent?: string | undefined
  readonly how?: How | undefined
}

/** What the shopper said until a human replied; without `to` the shopper still waits. `agent` is who replied, else who has the conversation. */
export interface Turn {
  readonly from: number
  readonly to?: number | undefined
  readonly agent: string
  readonly intent: string
  readonly how?: How | undefined
}

/** A conversation in which the shopper wrote on a day of the store's calendar. */
export interface Enquiry {
  readonly day: string
  /** The shopper's first message of the day. */
  first: number
  /** The first human reply from then on. */
  by?: { readonly at: number; readonly agent: string } | undefined
  counted?: EnquiryStanding | undefined
}

export interface EnquiryStanding {
  readonly agent: string
  readonly firstMs?: number | undefined
  readonly orderedSameDay: boolean
  readonly paidSameDay: boolean
  readonly orderedInWindow: boolean
  readonly paidInWindow: boolean
}

/** An order as far as this conversation has heard of it; `id` '' when nobody says which. */
export interface Order {
  readonly id: string
  created?: number | undefined
  paid?: number | undefined
  /** The platform said that it is not paid yet … */
  unpaid?: number | undefined
  /** … and a human wrote after that, before it was paid. */
  reminded?: { readonly at: number; readonly agent: string } | undefined
  fen?: number | undefined
  pieces?: number | undefined
  /** The human who last spoke before it was paid. */
  seller?: string | undefined
  returned?: true | undefined
  counted?: OrderStanding | undefined
}

export interface OrderStanding {
  readonly createdDay?: string | undefined
  readonly silent: boolean
  readonly seller: string
  readonly paidDay?: string | undefined
  readonly fen: number
  readonly pieces: number
  readonly remindedDay?: string | undefined
  readonly reminder: string
  readonly recovered: boolean
}

/** A suggestion that was on the screen. */
export interface Offer {
  readonly id: string
  readonly script: string
  readonly print: TextPrint
  readonly warned: boolean
}

export interface AnswerShown {
  readonly offers: readonly Offer[]
  readonly heldOut: boolean
  /** A human has replied since: its suggestions are counted as shown. */
  isReplied: boolean
}

/** What counting needs of a conversation that goes on; let go when nothing has come for days. */
export interface Talk {
  readonly channel: string
  /** Place in the log of the newest record. */
  n: number
  /** Arrival of the newest record. */
  seenAt: number
  /** Since when it stands where it stands in the order in which conversations are looked at again. */
  queuedAt: number
  /** Who has the conversation: the agent who last spoke, or for whom the last answer was made; '' = nobody yet. */
  desk: string
  /** The last messages, by their own time. */
  marks: Mark[]
  /** The turns of `marks` as they are counted now. */
  turns: Turn[]
  /** Up to here marks were let go: what comes later and is older moves no clock. */
  cutAt: number
  enquiries: Enquiry[]
  orders: Order[]
  /** The last two answers, newest last. */
  answers: AnswerShown[]
  /** Since when a case after the sale is open. */
  caseSince?: number | undefined
}

export function newTalk(channel: string): Talk {
  return {
    channel,
    n: 0,
    seenAt: 0,
    queuedAt: 0,
    desk: '',
    marks: [],
    turns: [],
    cutAt: 0,
    enquiries: [],
    orders: [],
    answers: [],
  }
}

/** The first human message at or after a time. */
export function humanFrom({ marks }: Talk, at: number): { at: number; agent: string } | undefined {
  for (const mark of marks) if (mark.agent !== undefined && mark.at >= at) return { at: mark.at, agent: mark.agent }
  return undefined
}

/** The last human who wrote up to a time. */
export function humanBefore({ marks }: Talk, at: number): string | undefined {
  return marks.findLast((mark) => mark.agent !== undefined && mark.at <= at)?.agent
}

/** A conversation that has gone quiet, packed: there are many of these, and few are ever spoken of again. */
export interface RestingTalk {
  readonly n: number
  readonly since: number
  readonly packed: string
}

/** Packs what a quiet conversation is still good for: orders, and a reply to who waits. */
export function layToRest(talk: Talk, since: number): RestingTalk {
  talk.answers = []
  const open = talk.turns.at(-1)
  const waits = open !== undefined && open.to === undefined
  const kept = waits ? talk.marks.filter(({ at, agent }) => agent === undefined && at >= open.from) : []
  const last = talk.marks.findLast((mark) => !kept.includes(mark))
  if (last) talk.cutAt = Math.max(talk.cutAt, last.at)
  talk.marks = kept
  talk.turns = waits ? [open] : []
  return { n: talk.n, since, packed: JSON.stringify(talk) }
}

export function wakeUp({ packed }: RestingTalk): Talk {
  return JSON.parse(packed)
}
