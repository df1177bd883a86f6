import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '../../protocol/index.ts'
import type { Logger, Metrics } from '../observe.ts'
import type { Bus, Clock, Engine, Push } from '../ports.ts'
import { Recent } from '../recent.ts'
import { chatwootNotes } from './chatwoot-notes.ts'
import { createNotePost, type NotePost, type PostLimits } from './note-post.ts'
import { noteText } from './note-text.ts'
import type { Source } from './source.ts'
import type { Answered } from './take-in.ts'

export interface NoteLimits {
  /** A note waits until the shopper has been silent for this long, so that a burst gets one, but at most `latestMs`. */
  readonly quietMs: number
  readonly latestMs: number
  /** For one try. */
  readonly timeoutMs: number
  readonly post: PostLimits
}

export const NOTE_LIMITS: NoteLimits = {
  quietMs: 800,
  latestMs: 2_500,
  timeoutMs: 5_000,
  post: { tries: 3, backoffMs: 500, patienceMs: 10_000, breaker: { failures: 5, pauseMs: 30_000 } },
}

/** Suggestions as private notes on the platform, where the store wants it: beside the live path, one per answer at most, never for one that is stale. */
export interface Notes {
  /** Hears of the answer to what a shopper just said. */
  answered(source: Source, answer: Answered): void
  /** True while a platform fails and is left alone. */
  readonly isPaused: boolean
  /** Gives up what is under way. */
  close(): void
}

export interface NotesDeps {
  readonly sources: readonly Source[]
  readonly engine: Engine
  readonly bus: Bus
  readonly clock: Clock
  readonly metrics: Metrics
  readonly logger: Logger
}

/** A note that is waited with or written. */
interface Pending {
  readonly stop: AbortController
  readonly since: number
  /** What it will say. */
  push: Push | undefined
  isWriting: boolean
}

/** Why the same words of the shopper get another answer. */
const RENEWS: ReadonlySet<Answer['because']> = new Set(['facts', 'event'])
/** Conversations whose last note is remembered. */
const REMEMBERED = 5_000

export function createNotes(deps: NotesDeps, limits: NoteLimits): Notes {
  const { engine, bus, clock, logger } = deps
  const posts = new Map<Source, NotePost>()
  for (const source of deps.sources) {
    const { chatwoot, store } = source
    if (!chatwoot?.notes || chatwoot.token === undefined) continue
    const writeNote = chatwootNotes(chatwoot, chatwoot.token, limits.timeoutMs)
    posts.set(source, createNotePost({ ...deps, store, writeNote }, limits.post))
  }
  const pending = new Map<string, Pending>()
  const last = new Recent<string, { readonly agentTurns: number; readonly content: string }>(REMEMBERED)

  /** Follows the conversation while its note is waited with or tried again: no note for what is stale. */
  function follow(topic: string, after: number, task: Pending): () => void {
    return bus.subscribe(topic, after, (push) => {
      if (push.type !== 'suggestions.stale' && push.type !== 'suggestions.ready') return
      if (push.type === 'suggestions.stale' && !task.isWriting) task.push = undefined
      else if (push.type === 'suggestions.ready' && RENEWS.has(answerOf(push).because)) task.push = push
      // an answer to another message brings its own note, on the node that took the message in; who asks for one sees it
      else task.stop.abort()
    })
  }

  async function write(
    { store }: Source,
    post: NotePost,
    { topic, conversationId, agentTurns }: Answered,
    task: Pending,
  ) {
    const answer = task.push && answerOf(task.push)
    // what an agent wants to be left alone with is no note either
    if (!answer || answer.suggestions.length === 0 || answer.quiet) return
    const locale = engine.deps(store).store.locales[0]!
    const before = last.get(topic)
    // no agent has answered since: only the newest suggestions hold
    const isUpdate = before?.agentTurns === agentTurns
    const plain = noteText(answer, locale, false)
    // what the shopper has added changed nothing in what is suggested
    if (isUpdate && before.content === plain) return
    const content = isUpdate ? noteText(answer, locale, true) : plain
    task.isWriting = true
    const isThere = await post.write({ conversationId, turnId: answer.turnId, content }, task.stop.signal)
    if (isThere) last.set(topic, { agentTurns, content: plain })
  }

  async function run(source: Source, post: NotePost, answer: Answered, task: Pending, waitMs: number): Promise<void> {
    const { signal } = task.stop
    const unfollow = follow(answer.topic, answer.push.seq, task)
    try {
      await sleep(waitMs, undefined, { signal })
      await write(source, post, answer, task)
    } catch (err) {
      if (!signal.aborted) logger.error({ err, store: source.store }, 'a note could not be written')
    } finally {
      unfollow()
      if (pending.get(answer.topic) === task) pending.delete(answer.topic)
    }
  }

  return {
    answered(source, answer) {
      const post = posts.get(source)
      if (!post) return
      const { topic, push } = answer
      const now = clock.now()
      const older = pending.get(topic)
      older?.stop.abort()
      const since = older?.since ?? now
      const task = { stop: new AbortController(), since, push, isWriting: false }
      pending.set(topic, task)
      void run(source, post, answer, task, Math.max(0, Math.min(limits.quietMs, since + limits.latestMs - now)))
    },
    get isPaused() {
      return [...posts.values()].some((post) => post.isPaused)
    },
    close() {
      for (const post of posts.values()) post.close()
      for (const { stop } of pending.values()) stop.abort()
    },
  }
}

const answerOf = ({ frame }: Push) => JSON.parse(frame.toString()) as Answer & { readonly quiet?: true }
