import { goesOn } from '../intents/index.ts'
import type { Facts, Locale, Message, Role, State } from '../protocol/index.ts'
import type { Push, Talk } from './ports.ts'

/** For whom answers are written: the agent who last worked on the conversation. */
export interface Desk {
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  readonly roles: readonly Role[]
  readonly uiLocale: Locale
  readonly limit: number
}

/** What is known of a message by its id: whether a second one says the same, and when the first is durable. */
export interface Seen {
  readonly print: string
  stored: Promise<unknown>
  failed: boolean
}

export const STORED: Promise<unknown> = Promise.resolve()

/** One conversation in memory; everything but numbering and desk is a fold of the log. */
export interface Conversation extends Talk {
  readonly topic: string
  /** State before the running turn; undefined = the talk began with it. */
  before: State | undefined
  /** The messages of the running turn: a burst of the shopper, or one of the agent. */
  turn: Message[]
  /** State after the running turn. */
  state: State
  facts: Facts | undefined
  readonly seen: Map<string, Seen>
  desk: Desk
  seq: number
  /** The last pushes, for sockets that were away. */
  readonly recent: Push[]
  /** The answer now shown, if any. */
  current: Push | undefined
  /** Epoch milliseconds. */
  usedAt: number
  /** Open sockets. */
  open: number
}

const RECENT = 4

/** Keeps a push for sockets that were away. */
export function remember(conversation: Conversation, push: Push): void {
  conversation.recent.push(push)
  if (conversation.recent.length > RECENT) conversation.recent.shift()
}

export const topicOf = (talk: Talk): string => JSON.stringify([talk.store, talk.channel, talk.conversationId])

/** Bots and system lines never end a turn nor count as a reply. */
export const speaks = (message: Message): boolean => message.role === 'shopper' || message.role === 'agent'

/** Where the running turn begins in a whole talk: the index of its first message. */
export function turnStart(messages: readonly Message[]): number {
  let start = 0
  let turn: Message[] = []
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

export const shopperWaits = (conversation: Conversation): boolean => conversation.turn.at(-1)?.role === 'shopper'
