import type { LogEvent } from '../log-event.ts'
import { takeAnswer } from './answers.ts'
import { enquire, recountEnquiries, reply } from './enquiries.ts'
import { takeHappening } from './happenings.ts'
import { readOrder } from './order-data.ts'
import { orderNews, recountOrders, remind } from './orders.ts'
import { takeReply } from './replies.ts'
import { type Counting, count, dayOf, type KpiSettings, type KpiState } from './state.ts'
import { layToRest, newTalk, type Talk, wakeUp } from './talk.ts'
import { handTo, placeMark } from './turns.ts'

const DAY_MS = 86_400_000
/** After so long without a record a conversation keeps only what orders and a late reply need … */
const REST_MS = 2 * 3_600_000
const TIDY_MS = 60_000
/** … and after so many days more than conversions are waited for, nothing. */
const SPARE_DAYS = 1
/** A client's clock may be wrong: what it calls later than this after the arrival, or earlier than that before it, happened at the arrival. */
const AHEAD_MS = 5 * 60_000
const BEHIND_MS = 7 * DAY_MS

/**
 * Counts the next records of the log, in its order, those of other stores aside; `fold(a+b) = fold(b, from fold(a))`. The state is worked on in place. A record that was counted already is
 * passed over.
 */
export function foldKpis(state: KpiState, events: Iterable<LogEvent>, settings: KpiSettings): KpiState {
  for (const event of events) {
    if (event.n <= state.n) continue
    state.n = event.n
    if (event.store !== state.store) continue
    state.at = Math.max(state.at, event.at)
    if (state.at - state.tidiedAt >= TIDY_MS) tidy(state, settings)
    if (event.kind === 'erasure') erase(state, new Set(event.body.records))
    else take({ state, talk: touch(state, event), settings }, event)
  }
  return state
}

type Told = Exclude<LogEvent, { kind: 'erasure' }>

function take(counting: Counting, event: Told): void {
  switch (event.kind) {
    case 'message':
      takeMessage(counting, event.body, event.at)
      break
    case 'answer':
      takeAnswer(counting, event.body, event.at)
      break
    case 'event':
      takeHappening(counting, event.body, happenedAt(event.body.at, event.at))
      break
    case 'facts':
      if ('order' in event.body) orderNews(counting, 'known', readOrder(event.body), event.at)
      break
    case 'feedback':
      takeFeedback(counting, event.body, event.at)
  }
}

/** What an agent sent is found out without feedback; that something was refused or wrong only the agent can say. */
function takeFeedback(
  counting: Counting,
  { action, matched, suggestionId, agent }: Extract<LogEvent, { kind: 'feedback' }>['body'],
  at: number,
): void {
  if (!matched || (action !== 'dismissed' && action !== 'reported')) return
  const { answers, desk } = counting.talk
  const offer = answers.flatMap(({ offers }) => offers).find(({ id }) => id === suggestionId)
  count(counting, dayOf(counting, at), { agent: agent?.id ?? desk, script: offer?.script ?? '' }, action)
}

function takeMessage(counting: Counting, body: Extract<LogEvent, { kind: 'message' }>['body'], arrival: number): void {
  const { talk } = counting
  const { role, kind, messageId, agent, text = '' } = body
  // bots and system lines stop no human's clock; what was taken back was not said
  if ((role !== 'shopper' && role !== 'agent') || kind === 'recall') return
  // told of afterwards, without a time: what was said before the gateway came in moves no clock
  if (body.at === undefined) return
  const at = happenedAt(body.at, arrival)
  if (role === 'shopper') {
    if (placeMark(counting, { at, id: messageId })) enquire(counting, at)
    if (talk.orders.length > 0) recountOrders(counting)
    return
  }
  const speaker = agent?.id ?? talk.desk
  const how = takeReply(counting, text, speaker, at)
  const isPlaced = placeMark(counting, { at, id: messageId, agent: speaker, how })
  if (speaker !== talk.desk) {
    handTo(counting, speaker)
    recountEnquiries(counting)
  }
  if (!isPlaced) return
  reply(counting, at, speaker)
  if (talk.orders.length > 0) remind(counting, at, speaker)
}

/** When something happened, epoch milliseconds, by the client's clock as far as that can be true. */
function happenedAt(told: string, arrival: number): number {
  const at = Date.parse(told)
  return at <= arrival + AHEAD_MS && at >= arrival - BEHIND_MS ? at : arrival
}

/** The conversation of a record. */
function touch({ at: now, talks, resting }: KpiState, { n, channel, conversationId, at }: Told): Talk {
  const key = `${channel.length}.${channel}${conversationId}`
  let talk = talks.get(key)
  if (!talk) {
    const rested = resting.get(key)
    talk = rested ? wakeUp(rested) : newTalk(channel)
    resting.delete(key)
    talk.queuedAt = now
    talks.set(key, talk)
  }
  talk.n = n
  talk.seenAt = Math.max(talk.seenAt, at)
  return talk
}

/** Conversations are erased whole: one of which the newest record is gone is gone. What was counted stays. */
function erase({ talks, resting }: KpiState, gone: ReadonlySet<number>): void {
  for (const open of [talks, resting] as const) for (const [key, { n }] of open) if (gone.has(n)) open.delete(key)
}

/**
 * What is quiet is laid to rest, what has rested long enough let go: the state grows with a store's traffic, not with its age. One that was heard of since it was
 * queued is queued again.
 */
function tidy(state: KpiState, { conversionDays }: KpiSettings): void {
  const { at, talks, resting } = state
  state.tidiedAt = at
  for (const [key, talk] of talks) {
    if (at - talk.queuedAt < REST_MS) break
    talks.delete(key)
    talk.queuedAt = at
    if (at - talk.seenAt < REST_MS) talks.set(key, talk)
    else resting.set(key, layToRest(talk, at))
  }
  for (const [key, { since }] of resting) {
    if (at - since < (conversionDays + SPARE_DAYS) * DAY_MS) break
    resting.delete(key)
  }
}
