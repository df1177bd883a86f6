import { hash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ShownAnswer } from '../insight/index.ts'
import type { Answer, EventType } from '../protocol/index.ts'
import type { Suggested } from '../suggest/index.ts'
import { type Conversation, remember, type Status } from './conversation.ts'
import type { EventLog } from './event-log.ts'
import type { Nudge } from './nudges.ts'
import type { Metrics } from './observe.ts'
import { onWire } from './on-wire.ts'
import type { Bus, Clock, Database, Engine, Pipeline, Push, Talk } from './ports.ts'
import { Recent } from './recent.ts'
import type { ReplyClocks } from './reply-clock.ts'
import { shownOf } from './shown-of.ts'

/** Why the running turn is answered (again), and for whom else than its desk. */
export interface Ask {
  readonly because: Answer['because']
  readonly query?: string | undefined
  readonly asker?: Push['asker']
}

/** Makes answers current: numbers them, retires the old one, pushes to every socket, logs what was shown. */
export interface Turns {
  newTurnId(): string
  /** Answers the conversation; afterwards its state is that of the answer. */
  answer(conversation: Conversation, ask: Ask): void
  /** The current answer is no longer good and none takes its place. */
  retire(conversation: Conversation, because: Stale): void
  /** Shows a reminder; with `event` also what the shopper could be told of it. Neither state nor current answer change. */
  nudge(conversation: Conversation, nudge: Nudge, event?: EventType): void
  /** Logs an answer, and for which agent it was made. */
  record(talk: Talk, answer: Suggested, agent: string | undefined, seen?: Seen): void
  /** The conversation a turn belonged to. */
  talkOf(turnId: string): Promise<Talk | undefined>
  /** From now on the log is asked which conversation a former turn belonged to. */
  forget(): void
}

export interface TurnDeps {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly bus: Bus
  readonly log: EventLog
  readonly database: Database
  readonly clock: Clock
  readonly metrics: Metrics
  readonly replyClocks: ReplyClocks
  /** Whether an agent wants suggestions kept folded away. */
  readonly isQuiet: (store: string, agent: string | undefined) => boolean
  /** 0 <= x < 1, for exploring among near-ties. */
  readonly draw?: (() => number) | undefined
}

/** How an answer was shown that was not simply shown. */
type Seen = Pick<ShownAnswer, 'quiet' | 'heldOut'>
const HELD_OUT: Seen = { heldOut: true }

type Stale = 'newer_message' | 'agent_replied' | 'facts_changed' | 'event' | 'closed'
const STALE: Readonly<Record<Answer['because'], Stale>> = {
  message: 'newer_message',
  agent_reply: 'agent_replied',
  event: 'event',
  facts: 'facts_changed',
  idle: 'event',
  manual: 'newer_message',
}
/** What a client takes for granted of a conversation that nobody has spoken in. */
const UNTOLD: Omit<Status, 'push'> = { waitingSince: undefined, mood: 'calm', intent: '', openQuestions: 0 }
/** Turns whose conversation is known without asking the database. */
const RECENT_TURNS = 10_000
/** By then what another process has shown stands in the log. */
const LOGGED_MS = 150

export function createTurns(deps: TurnDeps): Turns {
  const { engine, pipeline, bus, log, database, clock, metrics, replyClocks, isQuiet, draw } = deps
  const own = `${randomBytes(6).toString('base64url')}-`
  let recent = new Recent<string, Talk>(RECENT_TURNS)
  let count = 0
  const newTurnId = () => own + (count++).toString(36)

  function push(
    conversation: Conversation,
    type: Push['type'],
    turnId: string,
    body: object,
    asker?: Push['asker'],
  ): Push {
    conversation.seq += 1
    const { topic, seq, conversationId } = conversation
    const frame = Buffer.from(JSON.stringify({ type, ...body, conversationId, seq }))
    const made: Push = { topic, type, turnId, seq, frame, asker }
    remember(conversation, made)
    bus.publish(made)
    return made
  }

  function retire(conversation: Conversation, because: Stale): void {
    const old = conversation.current
    if (!old) return
    conversation.current = undefined
    push(conversation, 'suggestions.stale', old.turnId, { turnId: old.turnId, because })
  }

  /** Tells how the conversation as a whole stands, when that has changed. */
  function tellStatus(conversation: Conversation): void {
    const { waitingSince, status = UNTOLD, state } = conversation
    const { mood, openQuestions, about } = state
    const intent = openQuestions.at(-1)?.name ?? about?.[0]?.name ?? ''
    const isTold =
      status.waitingSince === waitingSince &&
      status.mood === mood &&
      status.intent === intent &&
      status.openQuestions === openQuestions.length
    if (isTold) return
    const now = { waitingSince, mood, intent, openQuestions: openQuestions.length }
    const dueAt = waitingSince && new Date(replyClocks.due(conversation, waitingSince).dueAt).toISOString()
    conversation.status = { ...now, push: push(conversation, 'conversation.status', '', { ...now, dueAt }) }
  }

  function record(talk: Talk, answer: Suggested, agent: string | undefined, seen?: Seen): void {
    const { store, channel, conversationId } = talk
    // its name alone: a conversation that leaves memory is not to be held by its turns
    recent.set(answer.turnId, { store, channel, conversationId })
    const key = keyOf(answer.turnId)
    // a lost answer costs some learning and is counted by the log; nobody waits for it
    log
      .append({
        kind: 'answer',
        store,
        channel,
        conversationId,
        key,
        print: '',
        at: clock.now(),
        body: shownOf(answer, agent, seen),
      })
      .catch(() => undefined)
  }

  function answer(conversation: Conversation, ask: Ask): void {
    const { channel, conversationId, desk, facts, turn: messages, before } = conversation
    const newest = messages.at(-1)
    const now = newest?.at ? Date.parse(newest.at) : clock.now()
    const deps = engine.deps(conversation.store, now)
    const made = metrics.timed(() =>
      pipeline.suggest(
        {
          turnId: newTurnId(),
          conversationId,
          messages,
          before,
          because: ask.because,
          channel,
          agent: desk.agent,
          roles: desk.roles,
          facts,
          uiLocale: desk.uiLocale,
          limit: desk.limit,
          query: ask.query,
          now,
        },
        // without anything learned there is nothing that exploring would add to
        draw && deps.learned ? { ...deps, draw } : deps,
      ),
    )
    conversation.state = made.state
    const shows = isWorthShowing(made)
    if (shows || ask.because === 'agent_reply') retire(conversation, STALE[ask.because])
    if (!shows) return
    // who asks is answered
    if (ask.because !== 'manual' && isHeldOut(conversation, deps.store.figures.holdOut)) {
      record(conversation, made, desk.agent?.id, HELD_OUT)
      return
    }
    const quiet = isAside(made) && isQuiet(conversation.store, desk.agent?.id) ? true : undefined
    const body = { ...onWire(made, deps.flows, desk.uiLocale), messageId: made.messageIds.at(-1), quiet }
    conversation.current = push(conversation, 'suggestions.ready', made.turnId, body, ask.asker)
    record(conversation, made, desk.agent?.id, { quiet })
  }

  return {
    newTurnId,
    record,

    answer(conversation, ask) {
      answer(conversation, ask)
      tellStatus(conversation)
    },

    retire(conversation, because) {
      retire(conversation, because)
      tellStatus(conversation)
    },

    forget() {
      recent = new Recent(RECENT_TURNS)
    },

    nudge(conversation, { nudgeId, kind, level, dueAt, suggestion: known }, event) {
      const { channel, conversationId, desk, facts, turn, before } = conversation
      const answer =
        event &&
        pipeline.suggest(
          {
            turnId: newTurnId(),
            conversationId,
            messages: [...turn, { role: 'event', type: event }],
            before,
            because: 'event',
            channel,
            agent: desk.agent,
            roles: desk.roles,
            facts,
            uiLocale: desk.uiLocale,
            limit: 1,
            now: clock.now(),
          },
          engine.deps(conversation.store),
        )
      const made = answer?.gap === undefined ? answer?.suggestions[0] : undefined
      const due = new Date(dueAt).toISOString()
      metrics.nudges.inc({ kind, level })
      push(conversation, 'nudge.ready', nudgeId, { nudgeId, kind, level, dueAt: due, suggestion: made ?? known })
      if (answer && made) record(conversation, answer, desk.agent?.id)
    },

    async talkOf(turnId) {
      const key = keyOf(turnId)
      const known = recent.get(turnId) ?? (await database.find(key))
      if (known || turnId.startsWith(own)) return known
      await wait(LOGGED_MS)
      return database.find(key)
    },
  }
}

const keyOf = (turnId: string) => JSON.stringify(['answer', turnId])

/** A share of all conversations goes without suggestions, to measure what they are worth: always the same ones, whichever node answers. */
export function isHeldOut({ topic }: Pick<Conversation, 'topic'>, share: number): boolean {
  return share > 0 && hash('sha1', topic, 'buffer').readUInt32BE() < share * 2 ** 32
}

/** What nobody asked for and no duty demands may be kept from an agent who wants quiet. */
function isAside({ because, evidence }: Suggested): boolean {
  return because !== 'manual' && !evidence.some(({ features }) => features.duty > 0)
}

/** An event without a script, or an agent's reply that leaves nothing to do, brings no answer. */
function isWorthShowing({ because, gap, suggestions }: Suggested): boolean {
  if (because === 'event') return gap === undefined
  return because !== 'agent_reply' || suggestions.length > 0
}
