import { SLOTS } from '../../intents/index.ts'
import { parseStore, type Store } from '../../policy/index.ts'
import { HuashuError, type PolicyChange } from '../../protocol/index.ts'
import { changedFields } from '../../scripts/index.ts'
import { policyEffects } from '../../suggest/index.ts'
import type { ScriptDesk } from '../library/script-desk.ts'
import { findingsIn } from '../library/script-view.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { authorOf, type Versioned } from '../versioned.ts'
import { inForceAt, nextChange, type Scheduled } from './schedule.ts'

/** What stores promise, from when on: entered ahead, durable before it is acknowledged, in force on every node by the time of the message. */
export interface PolicyDesk {
  /** Every policy that was ever in force or will be, the store's file first. */
  schedule(store: string): readonly Scheduled[]
  /** @throws HuashuError `bad_request` with the path of every fault */
  check(store: string, raw: unknown): Store
  /** What a policy would change, from a time on. */
  preview(store: string, policy: Store, from: number): PolicyChange
  /** Resolves once durable. @throws HuashuError `precondition_failed` when somebody else was faster, `unavailable` */
  write(store: string, who: Principal, policy: Store, from: number): Promise<PolicyChange>
  close(): void
}

export interface PolicyDeskDeps {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly scriptDesk: ScriptDesk
  readonly clock: Clock
  readonly failed: (error: unknown, store: string) => void
}

interface StoredPolicy {
  readonly policy: unknown
  readonly from: number
  readonly at: number
  readonly author: string
}

const KIND = 'policy'
const VERSIONS = 1_000
const SHOWN = 20
/** Timers reach no further. */
const LONGEST_MS = 2 ** 31 - 1

export function createPolicyDesk({ engine, versioned, scriptDesk, clock, failed }: PolicyDeskDeps): PolicyDesk {
  const schedules = new Map<string, Scheduled[]>()
  const timers = new Map<string, NodeJS.Timeout>()
  let isClosed = false

  const shipped = (store: string): Scheduled => {
    return { version: 0, from: Number.NEGATIVE_INFINITY, at: 0, author: '', store: engine.shipped(store).store }
  }
  const schedule = (store: string): readonly Scheduled[] => schedules.get(store) ?? [shipped(store)]

  /** Puts what is in force into use, and looks again when that changes. */
  function use(store: string): void {
    if (isClosed) return
    const known = schedule(store)
    const now = clock.now()
    engine.equip(store, { store: inForceAt(known, now)!.store, policyAt: (time) => inForceAt(known, time)!.store })
    clearTimeout(timers.get(store))
    const next = nextChange(known, now)
    if (next === undefined) return
    const timer = setTimeout(use, Math.min(next - now, LONGEST_MS), store)
    timer.unref()
    timers.set(store, timer)
  }

  function keep(store: string, version: number, { policy, from, at, author }: StoredPolicy): void {
    const known = schedules.get(store) ?? [shipped(store)]
    schedules.set(store, known)
    if (known.some((one) => one.version === version)) return
    const { store: parsed, faults } = parseStore(policy, '')
    if (parsed) known.push({ version, from, at, author, store: parsed })
    else failed(new Error(`version ${version}: ${faults[0]?.path} ${faults[0]?.message}`), store)
  }

  versioned.attend(KIND, async (newest) => {
    for (const { id: store, version, body } of newest) {
      if (!engine.storeIds.includes(store)) continue
      // those before it may be in force by now, or be asked for by the time of a message
      const missing = version - 1 > Math.max(...schedule(store).map((one) => one.version))
      const earlier = missing ? await versioned.history(KIND, store, VERSIONS, version) : []
      for (const one of earlier) keep(store, one.version, one.body as StoredPolicy)
      keep(store, version, body as StoredPolicy)
      use(store)
    }
  })

  function check(store: string, raw: unknown): Store {
    const { store: policy, faults } = parseStore(raw, '')
    const found = policy ? [...faults, ...engine.faultsOf(policy, engine.deps(store).catalogue.all)] : faults
    const details = found.map(({ path, message }) => ({ path: `body.policy.${path}`.replace(/\.{2,}/g, '.'), message }))
    if (policy && policy.id !== store)
      details.push({ path: 'body.policy.id', message: `the store is "${store}", and stays so` })
    if (policy && details.length === 0) return policy
    throw new HuashuError('bad_request', `${details[0]!.path}: ${details[0]!.message}`, { details })
  }

  function preview(store: string, policy: Store, from: number): PolicyChange {
    const deps = engine.deps(store)
    const before = inForceAt(schedule(store), from)!.store
    const uiLocale = policy.locales[0]!
    const effects = policyEffects(before, policy, { ...deps, now: from }).map(({ scripts, ...effect }) => ({
      ...effect,
      says: SLOTS[effect.slot].says[uiLocale],
      regions: effect.regions && [...effect.regions],
      scripts: scripts.length,
      scriptIds: scripts.slice(0, SHOWN),
    }))
    const blocked = (under: Store) => {
      const findings = findingsIn({ ...deps, store: under }, uiLocale, from)
      return [...scriptDesk.edits(store)].flatMap(([id, { edit }]) => {
        if (!edit.script || edit.retired) return []
        return findings(edit.script, scriptDesk.base(store, id)).some(({ verdict }) => verdict === 'block') ? [id] : []
      })
    }
    const already = new Set(blocked(before))
    return {
      store,
      validFrom: new Date(from).toISOString(),
      diff: changedFields(before, policy),
      effects,
      blocked: blocked(policy).filter((id) => !already.has(id)),
    }
  }

  return {
    schedule,
    check,
    preview,
    async write(store, who, policy, from) {
      const author = authorOf(who)
      const version = Math.max(...schedule(store).map((one) => one.version)) + 1
      const change = preview(store, policy, from)
      const body: StoredPolicy = { policy, from, at: clock.now(), author }
      const stale = await versioned.write(KIND, author, [{ id: store, version, body }])
      if (stale.length > 0) throw new HuashuError('precondition_failed', 'somebody else has just written the policy')
      return { ...change, version }
    },
    close() {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
