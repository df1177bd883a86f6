import { performance } from 'node:perf_hooks'
import type { RewriteFailure, Suggestion, Tone } from '../protocol/index.ts'
import { openRewrite, type RewriteTask, wordDiff } from '../suggest/index.ts'
import type { BreakerLimits } from './circuit-breaker.ts'
import type { Conversation } from './conversation.ts'
import { createHourlyBudget } from './hourly-budget.ts'
import type { Logger, Metrics } from './observe.ts'
import { createPatience, type PatienceLimits } from './patience.ts'
import type { Bus, Clock, Engine } from './ports.ts'
import { RewriterFault } from './rewriter-fault.ts'
import type { Model, Rewriters } from './rewriters.ts'

export interface RewriteLimits {
  readonly patience: PatienceLimits
  readonly breaker: BreakerLimits
  /** Rewrites under way at once. */
  readonly atOnce: number
}

/** What is to be rewritten, for whom; `send` gets the frames. */
export interface RewriteAsk {
  /** Unique among those under way; `end` takes all with one owner. */
  readonly owner: string
  readonly rewriteId: string
  readonly turnId: string
  readonly suggestionId: string
  /** Absent = the store's own. */
  readonly tone?: Tone | undefined
  readonly send: (frame: object) => void
}

/** Rewrites suggestions by a language model, beside the live path: nothing waits for it. */
export interface Rewrites {
  /** Begins a rewrite of a suggestion that is shown now. Everything that becomes of it is sent as frames. */
  start(conversation: Conversation, ask: RewriteAsk): void
  cancel(owner: string, rewriteId: string): void
  /** Cancels all rewrites of an owner, silently: it is gone. */
  end(owner: string): void
  /** Whether suggestions of this store can be reworded. */
  isOn(store: string): boolean
  /** Whether this store rewrites the first suggestion of each answer unasked. */
  isAutomatic(store: string): boolean
}

export interface RewriteDeps {
  readonly rewriters: Pick<Rewriters, 'of'>
  readonly engine: Engine
  readonly bus: Bus
  readonly clock: Clock
  readonly metrics: Metrics
  readonly logger: Logger
}

/** Ended on purpose, or by the endpoint. */
class Failed extends Error {
  readonly reason: RewriteFailure
  constructor(reason: RewriteFailure) {
    super(reason)
    this.reason = reason
  }
}

export function createRewrites(deps: RewriteDeps, limits: RewriteLimits): Rewrites {
  const { rewriters, engine, bus, clock, metrics, logger } = deps
  const maySpend = createHourlyBudget(clock)
  const running = new Map<string, AbortController>()
  const keyOf = (owner: string, rewriteId: string) => JSON.stringify([owner, rewriteId])

  function open(
    conversation: Conversation,
    { turnId, suggestionId, tone }: RewriteAsk,
  ): [Suggestion, RewriteTask, Model] {
    const model = rewriters.of(conversation.store)
    if (!model) throw new Failed('off')
    if (running.size >= limits.atOnce) throw new Failed('busy')
    const shown = onScreen(conversation, turnId)
    if (!shown) throw new Failed('stale')
    const suggestion = shown.find(({ id }) => id === suggestionId)
    if (!suggestion) throw new Failed('unknown_suggestion')
    const { store, channel, before, turn: messages, facts, desk } = conversation
    const known = engine.deps(store)
    const input = { ...desk, turnId, channel, before, messages, facts, because: 'manual', now: clock.now() } as const
    const task = openRewrite(suggestion, tone ?? known.store.rewrite.tone, input, known)
    if (!model.breaker.mayCall()) throw new Failed('paused')
    if (!maySpend(store, known.store.rewrite.perHour)) {
      model.breaker.abandoned()
      throw new Failed('budget')
    }
    return [suggestion, task, model]
  }

  /** Reads the model's answer; drafts go out as they may. */
  async function read(
    { rewriter }: Model,
    task: RewriteTask,
    stop: AbortController,
    show: (delta: string) => void,
  ): Promise<string> {
    const held = task.holdBack()
    const patience = createPatience(limits.patience, () => stop.abort(new Failed('timeout')))
    const begin = performance.now()
    let isFirst = true
    try {
      for await (const piece of rewriter.stream(task.prompt, stop.signal)) {
        const before = performance.now()
        patience.heard(piece !== '')
        if (piece === '') continue
        if (isFirst) metrics.rewriteFirstSeconds.observe((before - begin) / 1000)
        isFirst = false
        const delta = held.push(piece)
        if (delta !== '') show(delta)
        metrics.rewriteChunkSeconds.observe((performance.now() - before) / 1000)
        if (held.isTooLong) stop.abort(new Failed('too_long'))
        if (stop.signal.aborted) break
      }
    } finally {
      patience.end()
    }
    stop.signal.throwIfAborted()
    return held.raw
  }

  async function run(conversation: Conversation, ask: RewriteAsk, stop: AbortController): Promise<void> {
    const { rewriteId, turnId, suggestionId } = ask
    const about = { rewriteId, conversationId: conversation.conversationId, turnId, suggestionId }
    let called: Model | undefined
    try {
      const [{ text: suggested }, task, model] = open(conversation, ask)
      called = model
      const raw = await read(model, task, stop, (delta) => ask.send({ type: 'rewrite.delta', ...about, delta }))
      model.breaker.succeeded()
      const result = task.accept(raw)
      const accepted = 'text' in result
      // what was refused is never shown: the suggestion stands
      const text = accepted ? result.text : suggested
      const diff = wordDiff(suggested, text, task.locale)
      const reason = accepted ? undefined : result.reason
      ask.send({ type: 'rewrite.done', ...about, text, accepted, diff, ...(accepted ? {} : { reason }) })
      metrics.rewrites.inc({ outcome: accepted ? 'accepted' : `refused: ${reason!.split(':')[0]}` })
    } catch (error) {
      const { reason, isEndpoint } = failureOf(stop.signal.aborted ? stop.signal.reason : error)
      if (isEndpoint) called?.breaker.failed()
      else called?.breaker.abandoned()
      if (error instanceof RewriterFault) logger.warn({ fault: error.message }, 'the rewriter failed')
      else if (reason === 'unavailable') logger.error({ err: error }, 'a rewrite failed')
      metrics.rewrites.inc({ outcome: reason })
      ask.send({ type: 'rewrite.failed', ...about, reason })
    }
  }

  return {
    start(conversation, ask) {
      const key = keyOf(ask.owner, ask.rewriteId)
      const stop = new AbortController()
      running.get(key)?.abort(new Failed('cancelled'))
      const unsubscribe = bus.subscribe(conversation.topic, conversation.seq, ({ turnId, type }) => {
        if (type !== 'suggestions.ready' && type !== 'suggestions.stale') return
        if (type === 'suggestions.stale' ? turnId === ask.turnId : turnId !== ask.turnId)
          stop.abort(new Failed('stale'))
      })
      const done = run(conversation, ask, stop)
      running.set(key, stop)
      void done.finally(() => {
        unsubscribe()
        if (running.get(key) === stop) running.delete(key)
      })
    },
    cancel: (owner, rewriteId) => running.get(keyOf(owner, rewriteId))?.abort(new Failed('cancelled')),
    end(owner) {
      for (const [key, stop] of running) if (JSON.parse(key)[0] === owner) stop.abort(new Failed('cancelled'))
    },
    isOn: (store) => rewriters.of(store) !== undefined,
    isAutomatic: (store) => rewriters.of(store)?.breaker.isOpen === false && engine.deps(store).store.rewrite.automatic,
  }
}

/** What stands on somebody's screen of that turn. */
function onScreen({ current, aside }: Conversation, turnId: string): readonly Suggestion[] | undefined {
  if (aside?.turnId === turnId) return aside.suggestions
  if (current?.turnId !== turnId) return undefined
  return (JSON.parse(current.frame.toString()) as { suggestions: Suggestion[] }).suggestions
}

function failureOf(error: unknown): { reason: RewriteFailure; isEndpoint: boolean } {
  if (error instanceof Failed) return { reason: error.reason, isEndpoint: error.reason === 'timeout' }
  if (error instanceof RewriterFault) return { reason: error.isCut ? 'cut_short' : 'unavailable', isEndpoint: true }
  return { reason: 'unavailable', isEndpoint: false }
}
