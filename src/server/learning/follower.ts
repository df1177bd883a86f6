import { createLearner, LEARNER_VERSION, type Learner, type LearnerDeps, type LogEvent } from '../../insight/index.ts'
import { createPatientPauses } from '../in-slices.ts'
import type { FoldLog } from '../ports.ts'
import { type Forgotten, isForgotten } from './forgotten.ts'
import { type Kept, type KeptStores, keepLearner, LEARNING_FOLD, openLearner } from './kept-learner.ts'
import type { SettingsOfStores } from './store-settings.ts'

/** Feeds the log to one learner per store, a little at a time. Calls of `follow`, `rebuild` and `save` must not overlap. */
export interface Follower {
  /** Place in the log up to which it has been read. */
  readonly n: number
  /** Undefined until the store's learner has been opened. */
  learner(store: string): Learner | undefined
  /** Opens what was saved. */
  open(): Promise<void>
  /** Reads on to the end of the log; resolves to the stores that have news. */
  follow(): Promise<ReadonlySet<string>>
  /** Folds one store anew, without what is forgotten now. */
  rebuild(store: string): Promise<void>
  /** Saves all learners as far as the log has been read. */
  save(): Promise<void>
}

export interface FollowerDeps {
  readonly log: FoldLog
  readonly stores: readonly string[]
  readonly settings: SettingsOfStores
  readonly saidIn: (store: string) => LearnerDeps['said']
  /** Told of an event that could not be learned from and is passed over. */
  readonly failed: (error: unknown, n: number) => void
  /** True when everything is to end soon. */
  readonly isClosing: () => boolean
}

/** A store's learner, without which stretches it was folded, and how far. */
interface Followed {
  readonly learner: Learner
  readonly forgotten: readonly Forgotten[]
  upTo: number
}

/** Records read at a time. */
const PAGE = 200

export function createFollower({ log, stores, settings, saidIn, failed, isClosing }: FollowerDeps): Follower {
  const learners = new Map<string, Followed>()
  let n = 0
  let savedAt: number | undefined

  async function read(from: number, to: number, take: (event: LogEvent) => void): Promise<void> {
    const pause = createPatientPauses()
    let at = from
    while (!isClosing()) {
      const page = await log.read(at, PAGE)
      for (const record of page) {
        if (record.n > to || isClosing()) return
        // the log holds what `LogEvent` describes: it is written by this program alone
        const event = record as unknown as LogEvent
        try {
          take(event)
        } catch (error) {
          failed(error, event.n)
        }
        at = event.n
        await pause()
      }
      if (page.length < PAGE) return
    }
  }

  function feed(store: string, event: LogEvent): boolean {
    const known = learners.get(store)
    if (!known || event.n <= known.upTo || isForgotten(event, settings.of(store).forgotten)) return false
    known.upTo = event.n
    known.learner.add(event)
    return true
  }

  return {
    get n() {
      return n
    },
    learner: (store) => learners.get(store)?.learner,
    async open() {
      const fold = await log.fold(LEARNING_FOLD.name)
      const kept = fold?.version === LEARNER_VERSION ? (fold.body as KeptStores).stores : {}
      for (const store of stores) {
        const deps = { said: saidIn(store) }
        const { forgotten } = settings.of(store)
        const known = kept[store] && openLearner(kept[store], forgotten, deps)
        learners.set(store, { learner: known ?? createLearner(deps), forgotten, upTo: known ? fold!.n : 0 })
      }
      const places = [...learners.values()].map(({ upTo }) => upTo)
      n = places.length === 0 ? 0 : Math.min(...places)
    },
    async follow() {
      const news = new Set<string>()
      await read(n, Number.POSITIVE_INFINITY, (event) => {
        // set with each event: when reading fails on the way, what was learned is not learned again
        n = event.n
        if (feed(event.store, event)) news.add(event.store)
      })
      return news
    },
    async rebuild(store) {
      const learner = createLearner({ said: saidIn(store) })
      const { forgotten } = settings.of(store)
      await read(0, n, (event) => {
        if (event.store === store && !isForgotten(event, forgotten)) learner.add(event)
      })
      // one that was not folded to the end is no use: the next start begins anew
      if (isClosing()) return
      learners.set(store, { learner, forgotten, upTo: n })
      savedAt = undefined
    },
    async save() {
      // a store that is new here is still behind the others
      if (n === savedAt || [...learners.values()].some(({ upTo }) => upTo > n)) return
      const kept: Record<string, Kept> = {}
      for (const [store, { learner, forgotten }] of learners) kept[store] = await keepLearner(learner, forgotten)
      await log.saveFold({ name: LEARNING_FOLD.name, version: LEARNER_VERSION, n, body: { stores: kept } })
      savedAt = n
    },
  }
}
