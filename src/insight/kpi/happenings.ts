import { z } from 'zod'
import { AgentRef, type EventRequest, Timestamp } from '../../protocol/index.ts'
import { openCase } from './answers.ts'
import { readOrder } from './order-data.ts'
import { type OrderNews, orderNews } from './orders.ts'
import { addTimeTo } from './sheet.ts'
import { type Counting, cellOf, count, dayOf } from './state.ts'

/** JD's five levels; the two upper ones are satisfied (playbook 6.1). */
const LEVELS = ['very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied'] as const
/** Of five stars these are satisfied. */
const SATISFIED_FROM = 4

const Rating = z.object({
  level: z.enum(LEVELS).optional().catch(undefined),
  score: z.number().min(1).max(5).optional().catch(undefined),
  agent: AgentRef.optional().catch(undefined),
})
const Promised = z.object({ dueAt: Timestamp, agent: AgentRef.optional().catch(undefined) })

const ORDER_NEWS: { readonly [T in EventRequest['type']]?: OrderNews } = {
  order_created: 'created',
  order_paid: 'paid',
  order_unpaid: 'unpaid',
  return_received: 'returned',
}

/** What the platform or the agent's desk reports. `at` = when it happened. */
export function takeHappening(
  counting: Counting,
  { type, data }: Pick<EventRequest, 'type' | 'data'>,
  at: number,
): void {
  const news = ORDER_NEWS[type]
  if (news) orderNews(counting, news, readOrder(data), at)
  if (type === 'rating_given') rate(counting, data, at)
  if (type === 'todo_done') keepPromise(counting, data, at)
  if (type === 'bad_review' || type === 'mediation') openCase(counting, at)
  if (type === 'rating_given' || type === 'conversation_closed') closeCase(counting, at)
}

function rate(counting: Counting, data: unknown, at: number): void {
  const { level, score, agent }: z.infer<typeof Rating> = Rating.safeParse(data).data ?? {}
  const isSatisfied = level ? LEVELS.indexOf(level) <= 1 : score !== undefined && score >= SATISFIED_FROM
  // a rating that says nothing of how it was is none
  if (level === undefined && score === undefined) return
  const here = { agent: agent?.id ?? counting.talk.desk }
  const day = dayOf(counting, at)
  count(counting, day, here, 'ratings')
  if (isSatisfied) count(counting, day, here, 'satisfied')
}

/** A task that had a time: kept when it was done by then. It counts on the day it was due. */
function keepPromise(counting: Counting, data: unknown, at: number): void {
  const { data: promised } = Promised.safeParse(data)
  if (!promised) return
  const due = Date.parse(promised.dueAt)
  const here = { agent: promised.agent?.id ?? counting.talk.desk }
  const day = dayOf(counting, due)
  count(counting, day, here, 'promises')
  if (at <= due) count(counting, day, here, 'kept')
}

function closeCase(counting: Counting, at: number): void {
  const { talk } = counting
  if (talk.caseSince === undefined) return
  const cell = cellOf(counting, dayOf(counting, talk.caseSince), { agent: talk.desk })
  addTimeTo(cell, 'solve', Math.max(0, at - talk.caseSince), 1)
  talk.caseSince = undefined
}
