import { detectLocale, isTelling, statusAfter } from '../../intents/index.ts'
import type { FollowUps } from '../../policy/index.ts'
import type { EventType, Facts, Locale, OrderStatus } from '../../protocol/index.ts'
import type { LogEvent } from '../log-event.ts'
import { replyPromise } from './reply-promise.ts'
import type { TaskKind } from './task-kinds.ts'

/** A task that comes up at `dueAt` (epoch ms). The id is made of the place of what led to it: read again, the log gives the same one. */
export interface NewTask {
  readonly id: string
  readonly kind: TaskKind
  readonly store: string
  readonly channel: string
  readonly conversationId: string
  readonly agent?: string | undefined
  readonly dueAt: number
  /** Why, as far as it is no text of anybody: the event. */
  readonly because?: EventType
}

export type TaskStep = { readonly add: NewTask } | { readonly close: string }

/** What is known of a conversation. `n` and `at` are place and time of its newest record; the others are ids of its open tasks. */
interface Talk {
  n: number
  at: number
  locale: Locale
  agent?: string | undefined
  /** The shopper has written, and waits for a reply. */
  spoke: boolean
  waits: boolean
  order?: OrderStatus | undefined
  open: Partial<Record<TaskKind, string[]>>
}

export interface TaskFold {
  talks: Record<string, Talk>
  /** The day (of 24 hours since 1970) on which idle talks were last forgotten. */
  day: number
}

/** A conversation without a word for so long has nothing left to do. */
const FORGOTTEN_DAYS = 60
const DAY_MS = 86_400_000
/** What the platform reports that somebody has to settle. */
const CASES: ReadonlySet<EventType> = new Set([
  'oos_after_paid',
  'undeliverable',
  'bad_review',
  'mediation',
  'return_received',
])

export function emptyTaskFold(): TaskFold {
  return { talks: {}, day: 0 }
}

/**
 * What the next record makes of the tasks: some are to be added, some are settled. The fold is changed in place. `timesOf` gives the store's times,
 * undefined for a store that is gone.
 */
export function followTasks(
  fold: TaskFold,
  event: LogEvent,
  timesOf: (store: string, channel: string) => FollowUps | undefined,
): TaskStep[] {
  if (event.kind === 'erasure') {
    const gone = new Set(event.body.records)
    forget(fold, (n) => gone.has(n))
    return []
  }
  if (event.kind !== 'message' && event.kind !== 'event' && event.kind !== 'facts') return []
  const times = timesOf(event.store, event.channel)
  if (!times) return []
  forgetIdle(fold, event.at)
  const key = JSON.stringify([event.store, event.channel, event.conversationId])
  const talk = fold.talks[key] ?? { n: 0, at: 0, locale: times.locale, spoke: false, waits: false, open: {} }
  fold.talks[key] = talk
  talk.n = event.n
  talk.at = event.at
  const steps = new Steps(talk, event)
  if (event.kind === 'message') onMessage(talk, event, steps, times)
  else if (event.kind === 'event') onEvent(talk, event.body.type, event.at, steps, times)
  else {
    const status = (event.body as Facts).order?.status
    if (status && status !== talk.order) onOrder(talk, status, event.at, steps, times)
  }
  return steps.made
}

/** Drops the conversations whose newest record is gone; the fold is changed in place. */
export function forget(fold: TaskFold, isGone: (n: number) => boolean): TaskFold {
  for (const [key, { n }] of Object.entries(fold.talks)) if (isGone(n)) delete fold.talks[key]
  return fold
}

function forgetIdle(fold: TaskFold, now: number): void {
  const day = Math.floor(now / DAY_MS)
  if (day <= fold.day) return
  fold.day = day
  for (const [key, { at }] of Object.entries(fold.talks)) {
    if (now - at > FORGOTTEN_DAYS * DAY_MS) delete fold.talks[key]
  }
}

type Said = Extract<LogEvent, { kind: 'message' }>

function onMessage(talk: Talk, { body, at }: Said, steps: Steps, times: FollowUps): void {
  const text = body.text ?? ''
  if (body.role === 'shopper' && body.kind !== 'recall') {
    talk.spoke = true
    talk.waits = true
    talk.locale = detectLocale(text, talk.locale)
    steps.close('silent')
  } else if (body.role === 'agent') {
    talk.agent = body.agent?.id ?? talk.agent
    talk.waits = false
    steps.close('silent')
    steps.close('handover')
    const promise = replyPromise(text, talk.locale)
    // a new word takes the place of the old one, and who tells something has kept it
    if (promise || isTelling(text)) steps.close('promise')
    if (promise) steps.add('promise', times.answer(at, promise.minutes))
  }
}

function onEvent(talk: Talk, type: EventType, at: number, steps: Steps, times: FollowUps): void {
  const status = statusAfter(type)
  if (status) onOrder(talk, status, at, steps, times)
  if (type === 'order_unpaid' && talk.order === 'created') {
    steps.close('unpaid')
    steps.add('unpaid', times.writable(at), type)
  } else if (type === 'dispatch_delayed') {
    steps.close('dispatch')
    steps.add('dispatch', at, type)
  } else if (CASES.has(type)) steps.add('case', at, type)
  else if (type === 'agent_away' && talk.waits && !talk.open.handover) steps.add('handover', at, type)
  else if (type === 'agent_back') steps.close('handover')
  else if (type === 'conversation_closed') {
    talk.waits = false
    steps.close('handover')
  }
}

function onOrder(talk: Talk, status: OrderStatus, at: number, steps: Steps, times: FollowUps): void {
  if (status === talk.order) return
  talk.order = status
  if (status === 'created') steps.add('unpaid', times.unpaid(at))
  else steps.close('unpaid')
  steps.close('dispatch')
  const leavesBy = status === 'paid' ? times.dispatch(at) : undefined
  if (leavesBy !== undefined) steps.add('dispatch', leavesBy)
  const isNew = status === 'created' || status === 'paid'
  if (isNew && !talk.spoke && !talk.open.silent) steps.add('silent', times.nextShift(at))
  if (!isNew) steps.close('silent')
}

/** The steps that one record leads to. */
class Steps {
  readonly made: TaskStep[] = []
  private readonly talk: Talk
  private readonly event: LogEvent

  constructor(talk: Talk, event: LogEvent) {
    this.talk = talk
    this.event = event
  }

  add(kind: TaskKind, dueAt: number, because?: EventType): void {
    const { n, store, channel, conversationId } = this.event
    const id = `${kind}-${n}`
    const { agent } = this.talk
    this.talk.open[kind] = [...(this.talk.open[kind] ?? []), id]
    this.made.push({ add: { id, kind, store, channel, conversationId, agent, dueAt, ...(because ? { because } : {}) } })
  }

  /** Settles the open tasks of a kind. */
  close(kind: TaskKind): void {
    for (const id of this.talk.open[kind] ?? []) this.made.push({ close: id })
    delete this.talk.open[kind]
  }
}
