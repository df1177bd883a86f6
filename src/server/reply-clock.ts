import { clockLevel, localDay, type ReplyDue, replyClock, replyDue } from '../policy/index.ts'
import type { Suggestion } from '../protocol/index.ts'
import type { Conversation } from './conversation.ts'
import type { Conversations } from './conversations.ts'
import type { OpenTalks } from './open-talks.ts'
import type { Bus, Clock, Engine, Talk } from './ports.ts'
import type { Turns } from './turns.ts'

type Limits = Parameters<typeof clockLevel>[2]

/** By which time shoppers are answered, where they wait. */
export interface ReplyClocks {
  /** When the reply to somebody who waits since `since` (ISO 8601) is due. */
  due(talk: Pick<Talk, 'store' | 'channel'>, since: string): ReplyDue
  limits(talk: Pick<Talk, 'store' | 'channel'>, at: number): Limits
}

/** Clocks remembered: one per store, channel and day. */
const REMEMBERED = 1_000

export function createReplyClocks(engine: Engine): ReplyClocks {
  const known = new Map<string, Limits>()

  function limits({ store, channel }: Pick<Talk, 'store' | 'channel'>, at: number): Limits {
    const policy = engine.deps(store).store
    const { day } = localDay(at, policy.timezone)
    const key = `${day} ${store} ${channel}`
    const before = known.get(key)
    if (before) return before
    if (known.size >= REMEMBERED) known.clear()
    const made = replyClock(policy, engine.clocks, channel, day)
    known.set(key, made)
    return made
  }

  return {
    limits,
    due(talk, since) {
      const at = Date.parse(since)
      return replyDue(at, limits(talk, at))
    },
  }
}

const TICK_MS = 1_000

export interface ReplyReminders {
  /** Looks once; a timer does so every second. */
  look(): void
  close(): void
}

/** Reminds the agents who have a conversation open, on any node, that its shopper waits: once in amber, once in red. */
export function keepReplyReminders({
  conversations,
  openTalks,
  bus,
  turns,
  replyClocks,
  clock,
}: {
  conversations: Conversations
  openTalks: OpenTalks
  bus: Bus
  turns: Turns
  replyClocks: ReplyClocks
  clock: Clock
}): ReplyReminders {
  function look(): void {
    const now = clock.now()
    for (const conversation of conversations.inMemory()) {
      const { topic, waitingSince } = conversation
      if (waitingSince === undefined || levelToTell(conversation, waitingSince, now) === undefined) continue
      if (openTalks.count(topic) > 0) remind(conversation, waitingSince, now)
      else void remindElsewhere(conversation, waitingSince, now)
    }
  }

  /** Amber or red, as long as nobody was told. */
  function levelToTell(conversation: Conversation, since: string, now: number): 'amber' | 'red' | undefined {
    const begun = Date.parse(since)
    const level = clockLevel(begun, now, replyClocks.limits(conversation, begun))
    const { reminded } = conversation
    return level === 'calm' || (reminded?.since === since && reminded.level === level) ? undefined : level
  }

  /** The agents' sockets may be another node's. */
  async function remindElsewhere(conversation: Conversation, since: string, now: number): Promise<void> {
    const isHeard = await bus.isHeardElsewhere(conversation.topic)
    // meanwhile it may have been answered, or have moved to that node, which reminds by itself
    if (isHeard && conversation.waitingSince === since && conversations.has(conversation))
      remind(conversation, since, now)
  }

  function remind(conversation: Conversation, since: string, now: number): void {
    const begun = Date.parse(since)
    const level = levelToTell(conversation, since, now)
    if (level === undefined) return
    conversation.reminded = { since, level }
    const { dueAt } = replyClocks.due(conversation, since)
    turns.nudge(conversation, {
      nudgeId: `reply-${begun}.${level}`,
      kind: 'reply',
      level,
      dueAt,
      suggestion: shownFirst(conversation),
    })
  }

  const timer = setInterval(look, TICK_MS).unref()
  return { look, close: () => clearInterval(timer) }
}

/** What the agent could send at once. */
function shownFirst({ current }: Conversation): Suggestion | undefined {
  if (!current) return undefined
  const { suggestions } = JSON.parse(current.frame.toString()) as { suggestions: Suggestion[] }
  return suggestions[0]
}
