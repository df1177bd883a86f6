import type { Learner, OwnReply, TallyReport } from '../../insight/index.ts'
import type { DismissedScript, LearningStatus, Proposal, ScriptFigures } from '../../protocol/index.ts'
import { HuashuError } from '../../protocol/index.ts'
import { type Learned, WEIGHTS, type Weights } from '../../suggest/index.ts'
import type { Logger } from '../observe.ts'
import type { Clock, Database, Engine, FoldLog, News, Pipeline } from '../ports.ts'
import { dismissedScripts, spotOf } from './dismissed-scripts.ts'
import { createFollower } from './follower.ts'
import { saysTheSame } from './forgotten.ts'
import { type OwnScript, ownScript } from './own-script.ts'
import { createProposals } from './proposals.ts'
import { createSettings, type Decision, type StoreSettings } from './store-settings.ts'

/** What stores learn from their agents, used within seconds of the feedback, and what leads decide about it. */
export interface Learning {
  /** Whether an agent wants suggestions kept folded away. */
  isQuiet(store: string, agent: string | undefined): boolean
  status(store: string): LearningStatus
  /** On or off; takes effect with the next answer. */
  turn(store: string, on: boolean): Promise<void>
  /** Forgets what was learned behind a place in the log, or since a time (epoch milliseconds). Resolves when it no longer counts. */
  resetTo(store: string, point: { readonly n: number } | { readonly at: number }): Promise<void>
  dismissed(store: string): DismissedScript[]
  /** @throws HuashuError `bad_request` for a duty, `not_found` for a script nobody knows */
  decide(store: string, decision: Decision): Promise<void>
  figures(store: string): ScriptFigures[]
  proposals(store: string): Proposal[]
  /** Undefined when there is none. */
  approve(store: string, id: string, state: Proposal['state'], owner: string | undefined): Promise<Proposal | undefined>
  /**
   * Keeps an agent's own reply as their script or as a proposal. @throws HuashuError `bad_request` for what may not be said or names a person, `unavailable` when
   * the database refuses
   */
  keep(reply: OwnScript): Promise<Proposal>
  /** What the log tells of wordings that are compared; undefined when none of them was shown yet. */
  trial(store: string, id: string): TallyReport | undefined
  quiet(store: string): readonly string[]
  setQuiet(store: string, agent: string, quiet: boolean): Promise<void>
  /** Resolves when everything that is in the log by now is learned. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

export interface LearningLimits {
  /** How often the log is looked at. */
  readonly followMs: number
  /** How often what was learned is saved: a start reads on from there. */
  readonly saveMs: number
}

export interface LearningDeps {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly database: Database
  /** Absent = nothing is followed; settings hold all the same. */
  readonly log?: FoldLog | undefined
  readonly news: News
  readonly clock: Clock
  readonly logger: Logger
}

export function createLearning(
  { engine, pipeline, database, log, news, clock, logger }: LearningDeps,
  { followMs, saveMs }: LearningLimits,
): Learning {
  const settings = createSettings(database)
  const proposals = createProposals(database, clock)
  let isClosing = false
  const follower = createFollower({
    log: log ?? NOTHING,
    stores: engine.storeIds,
    settings,
    saidIn: (store) => (text, locale) => {
      const [entry] = engine.deps(store).library.said(text, locale)
      return entry && { id: entry.script.id, topics: entry.topics }
    },
    failed: (err, n) => logger.error({ err, n }, 'an event could not be learned from'),
    isClosing: () => isClosing,
  })
  const decisions = new Map<string, ReadonlyMap<string, Decision['state']>>()

  /** One thing at a time: the log is followed, or a store folded anew, or saved. */
  let queue: Promise<unknown> = Promise.resolve()
  let isOpen = false
  let savedAt = clock.now()
  const timer = setInterval(() => void catchUp().catch(() => undefined), followMs)
  timer.unref()
  const catchUp = () => inTurn(follow)
  void catchUp().catch(() => undefined)

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch((err: unknown) => logger.error({ err }, 'learning could not go on; it is tried again'))
    return done
  }

  async function open(): Promise<void> {
    for (const store of engine.storeIds) await settings.load(store)
    await proposals.load()
    await follower.open()
    for (const store of engine.storeIds) use(store)
    isOpen = true
  }

  async function follow(): Promise<void> {
    if (isClosing) return
    if (!isOpen) await open()
    for (const store of await follower.follow()) {
      await propose(store, follower.learner(store)!)
      use(store)
    }
    if (clock.now() - savedAt < saveMs) return
    savedAt = clock.now()
    await follower.save()
  }

  /** Changes what people have set, here and, with the news of it, on every node. */
  async function change(store: string, by: (known: StoreSettings) => StoreSettings): Promise<void> {
    await settings.change(store, by)
    news.announce('learning', { store })
  }

  /** Takes over what was set on another node. */
  async function reread(store: string): Promise<void> {
    if (!isOpen || isClosing) return
    const before = settings.of(store).forgotten
    await settings.load(store)
    await proposals.load()
    if (!saysTheSame(before, settings.of(store).forgotten)) {
      engine.teach(store, undefined)
      await follower.rebuild(store)
    }
    use(store)
  }

  news.listen('learning', (body) => {
    // without a body some news may have been missed
    const stores = body === undefined ? engine.storeIds : [(body as { store: string }).store]
    for (const store of stores) void inTurn(() => reread(store)).catch(() => undefined)
  })

  async function propose(store: string, learner: Learner): Promise<void> {
    const deps = engine.deps(store)
    const isFit = ({ text }: OwnReply) => {
      const draft = {
        text,
        channel: 'web',
        uiLocale: deps.store.locales[0]!,
        roles: [],
        messages: [],
        now: clock.now(),
      }
      return pipeline.check(draft, deps).verdict === 'pass'
    }
    if ((await proposals.propose(store, learner.frequent(), isFit)) > 0) news.announce('learning', { store })
  }

  /** Hands what was learned to the pipeline, or takes it away. */
  function use(store: string): void {
    const learner = follower.learner(store)
    const { on, decisions: made } = settings.of(store)
    decisions.set(store, new Map(made.map((one) => [spotOf(one), one.state])))
    engine.teach(
      store,
      log && on && learner ? { weights: learner.weights, learned: learnedIn(store, learner) } : undefined,
    )
  }

  function learnedIn(store: string, { learned }: Learner): Learned {
    return {
      ...learned,
      // what a lead has decided stands above what agents did
      isSuppressed(scriptId, topic, stage) {
        const made = decisions.get(store)
        const decided = made?.size ? made.get(spotOf({ scriptId, topic, stage })) : undefined
        return decided ? decided === 'suppressed' : learned.isSuppressed(scriptId, topic, stage)
      },
      approved: proposals.approved(store),
    }
  }

  return {
    isQuiet: (store, agent) => agent !== undefined && settings.of(store).quiet.includes(agent),

    status(store) {
      const { on, forgotten } = settings.of(store)
      const learner = follower.learner(store)
      const inUse = on && learner ? learner.weights : WEIGHTS
      const names = Object.keys(WEIGHTS) as (keyof Weights)[]
      return {
        store,
        on,
        // the store's own: how far the log of all of them has grown is no matter of one
        n: learner?.n ?? 0,
        events: learner?.events ?? 0,
        weights: Object.fromEntries(names.map((name) => [name, { shipped: WEIGHTS[name], inUse: inUse[name] }])),
        forgotten: forgotten.map(({ after, since, upTo }) => ({
          after,
          since: since === undefined ? undefined : new Date(since).toISOString(),
          upTo,
        })),
      }
    },

    async turn(store, on) {
      await change(store, (known) => ({ ...known, on }))
      use(store)
    },

    resetTo: (store, point) =>
      inTurn(async () => {
        await follower.follow()
        const stretch = 'n' in point ? { after: point.n, upTo: follower.n } : { since: point.at, upTo: follower.n }
        await change(store, (known) => ({ ...known, forgotten: [...known.forgotten, stretch] }))
        // nothing learned is used until it is folded anew
        engine.teach(store, undefined)
        void inTurn(async () => {
          await follower.rebuild(store)
          use(store)
        }).catch(() => undefined)
      }),

    dismissed: (store) =>
      dismissedScripts(
        follower.learner(store)?.dismissed() ?? [],
        settings.of(store).decisions,
        engine.deps(store).library,
      ),

    async decide(store, decision) {
      const entries = decision.scriptId.split('+').map((id) => engine.deps(store).library.get(id))
      if (entries.includes(undefined)) throw new HuashuError('not_found', 'there is no such script')
      if (decision.state === 'suppressed' && entries.some((entry) => entry!.traits.required))
        throw new HuashuError('bad_request', 'body.scriptId: a duty is not suppressed')
      const key = spotOf(decision)
      await change(store, (known) => ({
        ...known,
        decisions: [...known.decisions.filter((one) => spotOf(one) !== key), decision],
      }))
      use(store)
    },

    figures: (store) => follower.learner(store)?.figures() ?? [],
    proposals: proposals.list,
    async approve(store, id, state, owner) {
      const proposal = await proposals.decide(store, id, state, owner)
      if (proposal) news.announce('learning', { store })
      use(store)
      return proposal
    },
    async keep(reply) {
      const wanted = ownScript(reply, { engine, pipeline, clock })
      const kept = inTurn(async () => {
        if (!isOpen) await open()
        const proposal = await proposals.add(wanted)
        news.announce('learning', { store: reply.store })
        use(reply.store)
        return proposal
      })
      return kept.catch((cause: unknown) => {
        throw new HuashuError('unavailable', 'this could not be stored; send it again later', { cause })
      })
    },
    trial: (store, id) => follower.learner(store)?.trials.report(id),
    quiet: (store) => settings.of(store).quiet,
    setQuiet: (store, agent, quiet) =>
      change(store, (known) => {
        const others = known.quiet.filter((id) => id !== agent)
        return { ...known, quiet: quiet ? [...others, agent] : others }
      }),
    catchUp,
    async close() {
      clearInterval(timer)
      isClosing = true
      await inTurn(async () => isOpen && follower.save()).catch(() => undefined)
    },
  }
}

const NOTHING: FoldLog = { read: async () => [], saveFold: async () => true, fold: async () => undefined }
