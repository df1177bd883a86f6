import { join } from 'node:path'
import { createGuard } from '../guard/index.ts'
import { createCatalogue, createNicknameReader, crossCheck, type Store, type ToldFacts } from '../policy/index.ts'
import { HuashuError, type Locale } from '../protocol/index.ts'
import { createLibrary, saidScript } from '../scripts/index.ts'
import { costsIn, createFlows, createFollow, type SuggestDeps, WEIGHTS } from '../suggest/index.ts'
import { refuseUnknownClocks, unknownClocks } from './load/clocks.ts'
import { foldersIn } from './load/folders-in.ts'
import type { Topic } from './load/intents.ts'
import { DEMO, type Packs } from './load/packs.ts'
import { readStore, refuseUnlawful, type StoreFiles, unlawfulPhrases } from './load/stores.ts'
import { readTradeSets, setOf } from './load/trades.ts'
import { openModels } from './models.ts'
import type { Engine, Equipment, Trials } from './ports.ts'
import { prepared } from './prepared.ts'
import { createPinyinLookup } from './search/pinyin-lookup.ts'

/** What ships with the project, beside `src`. */
export const DATA = join(import.meta.dirname, '../../data')
const SRC = join(import.meta.dirname, '..')
const PACKS = ['intents/topics.yaml', 'scripts', 'flows', 'rules', 'lexicon', 'clocks', 'stores'].map((name) =>
  join(DATA, name),
)
/** The code that decides what the files mean. */
const READERS = ['protocol', 'intents', 'policy', 'scripts', 'guard', 'suggest/flows', 'server/load'].map((name) =>
  join(SRC, name),
)
/** Below this confidence of the likeliest family only asking and holding lines are offered; chosen on `data/eval` (docs/decisions). */
export const THRESHOLD = 0.5

type Parts = Omit<Equipment, 'policyAt'>

export interface EngineOptions {
  readonly dataDir: string
  /** Own stores beside the demo; absent = the demo only. */
  readonly storesDir?: string | undefined
  /** Understand messages as leads have corrected them, where that was learned before; else as shipped. */
  readonly corrected?: boolean | undefined
  readonly training?: ((locale: Locale) => void) | undefined
}

/**
 * Loads everything suggestions need: models, scripts, rules and stores. Takes about a second when the models are cached.
 * @throws FileFaults with file and line of everything that is wrong in the data.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const cacheDir = join(options.dataDir, 'models')
  const [models, { value: packs }, own] = await Promise.all([
    openModels({
      intentsDir: join(DATA, 'intents'),
      goldDir: join(DATA, 'eval'),
      cacheDir,
      corrected: options.corrected,
      training: options.training,
    }),
    prepared<Packs>({
      cacheDir,
      name: 'packs',
      inputs: [...PACKS, ...READERS],
      task: { kind: 'packs', dataDir: DATA },
    }),
    readStores(options.storesDir),
  ])
  const folderOf = (id: string) => join(options.storesDir ?? '', id)
  for (const { id, store } of own) {
    await refuseUnlawful(folderOf(id), store, packs.rules)
    await refuseUnknownClocks(folderOf(id), store, packs.clocks)
  }
  const guard = createGuard(packs.rules, undefined, packs.learned)
  const common = packs.scripts.map(({ script }) => script)
  const placed = own.map((files) => ({ ...files, folder: folderOf(files.id) }))
  const bySet = new Map([['', common], ...(await readTradeSets(DATA, placed, common))])
  const libraries = new Map([...bySet].map(([set, scripts]) => [set, createLibrary(scripts)]))
  const flows = createFlows(packs.flows)
  const topicName = namer(packs.topics)
  const lookup = createPinyinLookup()
  const told = new Map<string, ToldFacts>()
  const trials = new Map<string, Trials>()
  const shipped = new Map([packs.demo, ...own].map((files) => [files.id, files]))
  const byId = new Map(
    [...shipped].map(([id, files]) => {
      const library = libraries.get(setOf(files))!
      return [id, depsOf({ library, store: files.store, catalogue: createCatalogue(files.cards), isPaused: false })]
    }),
  )

  const policies = new Map<string, Equipment['policyAt']>()
  const ofOtherDays = new WeakMap<SuggestDeps, Map<Store, SuggestDeps>>()

  /** The same with another policy; made once for each. */
  function under(store: Store, deps: SuggestDeps): SuggestDeps {
    if (store === deps.store) return deps
    const known = ofOtherDays.get(deps) ?? new Map<Store, SuggestDeps>()
    ofOtherDays.set(deps, known)
    const made = known.get(store) ?? withParts(deps, { store })
    known.set(store, made)
    return made
  }

  function withParts({ weights, learned, ...before }: SuggestDeps, parts: Partial<Parts>): SuggestDeps {
    return { ...depsOf({ ...before, isPaused: before.isPaused === true, ...parts }), weights, learned }
  }

  function depsOf({ library, store, catalogue, isPaused }: Parts): SuggestDeps {
    return {
      analyse: {
        models: models.inUse,
        resolveProduct: catalogue.mentions,
        nicknamed: createNicknameReader(catalogue.get),
        scriptSaid(text, locale) {
          const entries = library.said(text, locale)
          return saidScript(entries.length > 0 ? entries : (trials.get(store.id)?.said(text, locale) ?? entries))
        },
        timezone: store.timezone,
        follow: createFollow(flows, costsIn(store, catalogue)),
        threshold: store.understanding.threshold ?? THRESHOLD,
      },
      library,
      store,
      catalogue,
      guard,
      flows,
      weights: WEIGHTS,
      topicName,
      lookup,
      told: (slot, product, locale) => told.get(store.id)?.(slot, product, locale),
      trials: (scriptId) => trials.get(store.id)?.of(scriptId),
      isPaused,
    }
  }

  function known(storeId: string): SuggestDeps {
    const deps = byId.get(storeId)
    if (deps) return deps
    throw new HuashuError('unknown_store', `no store "${storeId}"`, {
      details: [{ path: 'store', message: `known: ${[...byId.keys()].join(', ')}` }],
    })
  }

  /** New deps beside the old ones: an answer that is being written goes on with the model it began with. */
  function swap(): void {
    for (const [id, deps] of byId) byId.set(id, { ...deps, analyse: { ...deps.analyse, models: models.inUse } })
  }

  return {
    storeIds: [...byId.keys()],
    defaultStore: DEMO,
    deps(storeId, at) {
      const deps = known(storeId)
      const policyAt = at === undefined ? undefined : policies.get(storeId)
      return policyAt ? under(policyAt(at!), deps) : deps
    },
    topics: packs.topics.map(({ id }) => id),
    clocks: packs.clocks,
    models: {
      learned: models.learned,
      taught: models.taught,
      learn: (locale, corrections, how) => models.learn(locale, corrections, how).finally(swap),
      adopt: (locale, taught) => models.adopt(locale, taught).finally(swap),
    },
    teach(storeId, taught = { weights: WEIGHTS, learned: undefined }) {
      const deps = byId.get(storeId)
      if (deps) byId.set(storeId, { ...deps, ...taught })
    },
    tell: (storeId, facts) => void told.set(storeId, facts),
    tryOut: (storeId, compared) => void trials.set(storeId, compared),
    shipped(storeId) {
      known(storeId)
      const files = shipped.get(storeId)!
      return { scripts: bySet.get(setOf(files))!, store: files.store, cards: files.cards }
    },
    equip(storeId, { policyAt, ...parts }) {
      byId.set(storeId, withParts(known(storeId), parts))
      if (policyAt) policies.set(storeId, policyAt)
    },
    faultsOf: (store, cards) => [
      ...crossCheck(store, cards).filter(({ card }) => card === undefined),
      ...unknownClocks(store, packs.clocks),
      ...unlawfulPhrases(store, packs.rules),
    ],
  }
}

async function readStores(storesDir: string | undefined): Promise<StoreFiles[]> {
  return Promise.all(storesDir ? (await foldersIn(storesDir)).map((id) => readStore(join(storesDir, id), id)) : [])
}

function namer(topics: readonly Topic[]): SuggestDeps['topicName'] {
  const names = new Map(topics.map((topic) => [topic.id, topic.name]))
  return (topic, locale) => names.get(topic)?.[locale] ?? topic
}
