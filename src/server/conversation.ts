import { goesOn } from '../intents/index.ts'
import {
  Action,
  type Answer,
  type EventRequest,
  type EventType,
  type Facts,
  type Happening,
  LIMITS,
  type Locale,
  type Message,
  type PlatformEvent,
  type Role,
  type State,
} from '../protocol/index.ts'
import type { KnownIds } from './known-ids.ts'
import type { Push, Talk } from './ports.ts'

/** For whom answers are written: the agent who last worked on the conversation. */
export interface Desk {
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  readonly roles: readonly Role[]
  readonly uiLocale: Locale
  readonly limit: number
}

/** One conversation in memory; everything but numbering and desk is a fold of the log. */
export interface Conversation extends Talk {
  readonly topic: string
  /** State before the running turn; undefined = the talk began with it. */
  before: State | undefined
  /** The running turn: a burst of the shopper or a line of the agent, and what happened meanwhile. */
  turn: Happening[]
  /** State after the running turn. */
  state: State
  facts: Facts | undefined
  /** The messages that came in. */
  readonly seen: KnownIds
  /** The same for platform events. */
  readonly events: KnownIds
  desk: Desk
  seq: number
  /** The last pushes, for sockets that were away. */
  readonly recent: Push[]
  /** The answer now shown, if any. */
  current: Push | undefined
  /** The last answer that somebody got by themselves, by REST: it can be reworded like the one that is shown. */
  aside?: Pick<Answer, 'turnId' | 'suggestions'> | undefined
  /** When the first message was written that no agent has replied to. */
  waitingSince: string | undefined
  /** How loudly its agents were last reminded that the shopper waits, and since when. */
  reminded?: { readonly since: string; readonly level: 'amber' | 'red' }
  /** What agents were last told of the conversation as a whole. */
  status: Status | undefined
  /** Epoch milliseconds. */
  usedAt: number
  /** False while what was said before could not be read from the log. */
  isWhole: boolean
}

/** What `conversation.status` says, and the push that said it. */
export interface Status {
  readonly waitingSince: string | undefined
  readonly mood: State['mood']
  readonly intent: string
  readonly openQuestions: number
  readonly push: Push
}

/** Two turns and more: the old answer is stale, here is the new one, the status has changed. */
export const RECENT = 8

/** Keeps a push for sockets that were away. */
export function remember(conversation: Conversation, push: Push): void {
  conversation.recent.push(push)
  if (conversation.recent.length > RECENT) conversation.recent.shift()
}

export const topicOf = (talk: Talk): string => JSON.stringify([talk.store, talk.channel, talk.conversationId])

export function talkOf(topic: string): Talk {
  const [store, channel, conversationId] = JSON.parse(topic) as [string, string, string]
  return { store, channel, conversationId }
}

/** Bots and system lines never end a turn nor count as a reply. */
export const speaks = (happening: Happening): happening is Message =>
  happening.role === 'shopper' || happening.role === 'agent'

/** Where the running turn begins in a whole talk: the index of its first message. */
export function turnStart(messages: readonly Happening[]): number {
  let start = 0
  let turn: Happening[] = []
  messages.forEach((message, index) => {
    if (!speaks(message)) return
    if (goesOn(turn, message)) turn.push(message)
    else {
      turn = [message]
      start = index
    }
  })
  return start
}

/** Adds a message to the running turn, or begins a new one with it; what happens meanwhile belongs to the running turn. `state` = after that turn. */
export function take(conversation: Conversation, happening: Happening, state: () => State): void {
  const { turn } = conversation
  if (happening.role === 'agent') conversation.waitingSince = undefined
  else if (happening.role === 'shopper') conversation.waitingSince ??= happening.at
  const joins = happening.role === 'event' ? turn.length < LIMITS.burstMessages : goesOn(turn, happening)
  if (joins) turn.push(happening)
  else {
    if (turn.length > 0) conversation.before = state()
    conversation.turn = [happening]
  }
}

/** A reported event as a step of the talk; of its data only what a tick is for (`action`) counts. */
export function platformEvent(type: EventType, data: EventRequest['data']): PlatformEvent {
  const { data: action } = Action.safeParse(type === 'todo_done' ? data?.action : undefined)
  return action ? { role: 'event', type, action } : { role: 'event', type }
}

export const shopperWaits = ({ turn }: Conversation): boolean => turn.findLast(speaks)?.role === 'shopper'
