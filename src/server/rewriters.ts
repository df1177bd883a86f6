import { HuashuError, type RewriteChange, type RewriteSetting } from '../protocol/index.ts'
import { type BreakerLimits, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'
import type { RewriteConfig } from './config.ts'
import type { Clock, Engine, Rewriter } from './ports.ts'
import type { Principal } from './principal.ts'
import { authorOf, type Versioned } from './versioned.ts'

/** A language model that can be called, and what keeps calls away from it while it fails. */
export interface Model {
  readonly rewriter: Rewriter
  readonly breaker: CircuitBreaker
}

/** Which language model rewords a store's suggestions: the one that an administrator has set for the store, else the one this process was started with. */
export interface Rewriters {
  of(store: string): Model | undefined
  /** True while any of them fails and is left alone. */
  readonly isPaused: boolean
  /** Without the endpoint's key, which is told to nobody. */
  setting(store: string): RewriteSetting
  /** Resolves once durable. @throws HuashuError `bad_request`, `precondition_failed` when somebody else was faster, `unavailable` */
  set(store: string, who: Principal, change: Omit<RewriteChange, 'store'>): Promise<RewriteSetting>
}

export interface RewritersDeps {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly clock: Clock
  /** What this process was started with. */
  readonly rewriter?: Rewriter | undefined
  /** Makes one from an endpoint; absent = none can be set here. */
  readonly openRewriter?: ((endpoint: RewriteConfig) => Promise<Rewriter>) | undefined
  readonly breaker: BreakerLimits
  /** Told of an endpoint that cannot be used. */
  readonly failed: (error: unknown, store: string) => void
}

interface Endpoint {
  readonly model: string
  readonly baseUrl?: string | undefined
  readonly apiKey?: string | undefined
}
/** As it is stored. `own` with an endpoint, the others without. */
interface Stored {
  readonly use: RewriteChange['use']
  readonly endpoint: Endpoint | undefined
  readonly at: string
  readonly author: string
}
interface Known {
  readonly stored: Stored
  readonly version: number
  readonly model: Model | undefined
}

const KIND = 'rewrite'

export function createRewriters({ engine, versioned, clock, breaker, ...deps }: RewritersDeps): Rewriters {
  const modelOf = (rewriter: Rewriter): Model => ({ rewriter, breaker: createCircuitBreaker(clock, breaker) })
  const own = deps.rewriter && modelOf(deps.rewriter)
  const known = new Map<string, Known>()

  async function open({ endpoint }: Stored): Promise<Model | undefined> {
    if (!endpoint || !deps.openRewriter) return undefined
    const { model, baseUrl, apiKey } = endpoint
    return modelOf(await deps.openRewriter({ model, baseUrl, apiKey }))
  }

  versioned.attend(KIND, async (newest) => {
    for (const { id, version, body } of newest) {
      const isNewer = () => (known.get(id)?.version ?? 0) < version
      if (!engine.storeIds.includes(id) || !isNewer()) continue
      const stored = body as Stored
      const model = await open(stored).catch((error: unknown) => void deps.failed(error, id))
      // a newer one may have come meanwhile
      if (isNewer()) known.set(id, { stored, version, model })
    }
  })

  function of(store: string): Model | undefined {
    const { stored, model } = known.get(store) ?? {}
    return stored === undefined || stored.use === 'service' ? own : model
  }

  function setting(store: string): RewriteSetting {
    const { use = 'service', endpoint, at, author } = known.get(store)?.stored ?? {}
    const { model, baseUrl, apiKey } = endpoint ?? {}
    return {
      store,
      use,
      on: of(store) !== undefined,
      service: own !== undefined,
      model,
      baseUrl,
      hasKey: Boolean(apiKey),
      at,
      author,
    }
  }

  /** A key that is not given is the one before, but for another address: whoever sets that must not get the key sent there. */
  function endpointOf(store: string, { use, endpoint }: Omit<RewriteChange, 'store'>): Endpoint | undefined {
    if (use !== 'own' || !endpoint) return undefined
    const before = known.get(store)?.stored.endpoint
    const apiKey = endpoint.apiKey ?? (before?.baseUrl === endpoint.baseUrl ? before?.apiKey : undefined)
    if (!apiKey && endpoint.baseUrl === undefined)
      throw new HuashuError(
        'bad_request',
        'body.endpoint.apiKey: needed, unless baseUrl names an endpoint that needs none',
        {
          details: [
            { path: 'body.endpoint.apiKey', message: 'needed, unless baseUrl names an endpoint that needs none' },
          ],
        },
      )
    return { ...endpoint, apiKey: apiKey || undefined }
  }

  return {
    of,
    get isPaused() {
      return [own, ...[...known.values()].map(({ model }) => model)].some((model) => model?.breaker.isOpen)
    },
    setting,
    async set(store, who, change) {
      if (change.use === 'own' && !deps.openRewriter)
        throw new HuashuError('unavailable', 'no endpoint can be set on this gateway')
      const author = authorOf(who)
      const stored: Stored = {
        use: change.use,
        endpoint: endpointOf(store, change),
        at: new Date(clock.now()).toISOString(),
        author,
      }
      const version = (known.get(store)?.version ?? 0) + 1
      const stale = await versioned.write(KIND, author, [{ id: store, version, body: stored }])
      if (stale.length > 0) throw new HuashuError('precondition_failed', 'somebody else has just set it')
      return setting(store)
    },
  }
}
