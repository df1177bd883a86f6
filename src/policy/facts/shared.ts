import { SLOTS, type SlotName } from '../../intents/index.ts'
import { localTime } from '../local-time.ts'
import type { Fact } from './fact.ts'
import type { FactsInput } from './knowledge.ts'

/** Facts that other turns of the same situation have worked out, and which slots they may be taken for. */
export interface Shared {
  readonly facts: Map<SlotName, Fact | undefined>
  readonly covers: (name: SlotName) => boolean
}

const KEPT = new WeakMap<FactsInput['store'], Map<string, Shared>>()
/** Situations a store is kept for before all are forgotten. */
const SITUATIONS = 64
/** What a shopper says that a store's promises may depend on (`Only` in limited.ts). */
const DEPENDS: readonly SlotName[] = ['region', 'address', 'courier']

const isPromise = (name: SlotName) => SLOTS[name].from === 'policy'
const isNoVoice = (name: SlotName) => SLOTS[name].from !== 'persona'

/**
 * What turns without product, order, live facts and region have in common. Most messages are of this kind. When the shopper has named nothing at all,
 * every fact but the voice is the same within a minute; otherwise the store's promises are the same all day. Undefined when the turn knows more.
 */
export function sharedFacts({ store, live, productId, slots, locale, channel, now }: FactsInput): Shared | undefined {
  if (productId !== undefined || (live && Object.keys(live).length > 0)) return undefined
  if (DEPENDS.some((slot) => slot in slots)) return undefined
  const { day, minutes } = localTime(now, store.timezone)
  const nothingSaid = Object.keys(slots).length === 0
  const key = `${locale} ${channel} ${day} ${nothingSaid ? minutes : ''}`
  const kept = KEPT.get(store) ?? new Map<string, Shared>()
  KEPT.set(store, kept)
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= SITUATIONS) kept.clear()
  const fresh: Shared = { facts: new Map(), covers: nothingSaid ? isNoVoice : isPromise }
  kept.set(key, fresh)
  return fresh
}
