import { SLOTS, type SlotName } from '../../intents/index.ts'
import { localTime } from '../local-time.ts'
import type { Fact } from './fact.ts'
import type { FactsInput } from './knowledge.ts'

/** Facts that other turns of the same situation have worked out, and which slots they may be taken for. */
export interface Shared {
  readonly facts: Map<SlotName, Fact | undefined>
  readonly covers: ReadonlySet<SlotName>
}

/** Per store, as long as it sells the same goods: hot items are printed by their names. */
const KEPT = new WeakMap<FactsInput['store'], Kept>()
interface Kept {
  readonly catalogue: FactsInput['catalogue']
  readonly situations: Map<string, Shared>
}
/** Situations a store is kept for before all are forgotten. */
const SITUATIONS = 64
/** What a shopper says that a store's promises may depend on (`Only` in limited.ts). */
const DEPENDS: readonly SlotName[] = ['region', 'address', 'courier']

const NAMES = Object.keys(SLOTS) as SlotName[]
/** The name of who speaks, which may stand in the self word, too, and what the words themselves tell. */
const OF_THE_TURN: ReadonlySet<SlotName> = new Set<SlotName>([
  'agent',
  'self',
  'product.kind',
  'payment.asked',
  'payment.state',
])
const SAME: ReadonlySet<SlotName> = new Set(NAMES.filter((name) => !OF_THE_TURN.has(name)))
/** What is offered follows the shopper's budget and what there is to sell. */
const GOODS: ReadonlySet<SlotName> = new Set<SlotName>(['hot.items', 'new.items'])
const PROMISES: ReadonlySet<SlotName> = new Set(
  [...SAME].filter((name) => !GOODS.has(name) && (SLOTS[name].from === 'policy' || SLOTS[name].from === 'persona')),
)

/**
 * What turns without product, order, live facts and region have in common. Most messages are of this kind. When the shopper has named nothing at all,
 * nearly every fact is the same within a minute; otherwise the store's voice and promises are the same all day. Undefined when the turn
 * knows more.
 */
export function sharedFacts(input: FactsInput): Shared | undefined {
  const { store, catalogue, live, productId, slots, locale, channel, register, mood, now } = input
  if (productId !== undefined || input.conceded || (live && Object.keys(live).length > 0)) return undefined
  if (DEPENDS.some((slot) => slot in slots)) return undefined
  const { day, minutes } = localTime(now, store.timezone)
  const nothingSaid = Object.keys(slots).length === 0
  const key = `${locale} ${channel} ${register === 'formal'} ${mood === 'angry'} ${day} ${nothingSaid ? minutes : ''}`
  const before = KEPT.get(store)
  const { situations: kept } = before?.catalogue === catalogue ? before : { situations: new Map<string, Shared>() }
  KEPT.set(store, { catalogue, situations: kept })
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= SITUATIONS) kept.clear()
  const fresh: Shared = { facts: new Map(), covers: nothingSaid ? SAME : PROMISES }
  kept.set(key, fresh)
  return fresh
}
