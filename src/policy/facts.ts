import type { SlotName } from '../intents/index.ts'
import { BARGAIN } from './facts/bargain.ts'
import { BASKET } from './facts/basket.ts'
import { CHOICE } from './facts/choice.ts'
import { COMPARISON } from './facts/comparison.ts'
import { COURIER } from './facts/courier.ts'
import type { Fact, FactSource } from './facts/fact.ts'
import { FREE_ITEM } from './facts/free-item.ts'
import { hedged, PRICED } from './facts/freshness.ts'
import { GOODS_KIND } from './facts/goods-kind.ts'
import { HOLIDAY } from './facts/holiday.ts'
import { missingInputs } from './facts/inputs.ts'
import { type FactsInput, Knowledge } from './facts/knowledge.ts'
import { MEMBER } from './facts/member.ts'
import { MERGE } from './facts/merge.ts'
import { MESSAGE } from './facts/message.ts'
import { ORDER } from './facts/order.ts'
import { PAYMENT } from './facts/payment.ts'
import { PERSONA } from './facts/persona.ts'
import { PITCH } from './facts/pitch.ts'
import { PRODUCT } from './facts/product.ts'
import { PROMO } from './facts/promo.ts'
import type { Resolver, Resolvers } from './facts/resolver.ts'
import { SERVICE } from './facts/service.ts'
import { sharedFacts } from './facts/shared.ts'
import { SHIPPING } from './facts/shipping.ts'
import { SIMILAR } from './facts/similar.ts'
import { SIZE_CHOICE } from './facts/size-choice.ts'
import { TIMING } from './facts/timing.ts'
import { toldFact } from './facts/told.ts'
import { voiceOf } from './facts/voice.ts'

const RESOLVERS: Resolvers = {
  ...MESSAGE,
  ...PERSONA,
  ...PRODUCT,
  ...GOODS_KIND,
  ...PITCH,
  ...CHOICE,
  ...COMPARISON,
  ...SIZE_CHOICE,
  ...SIMILAR,
  ...SHIPPING,
  ...COURIER,
  ...HOLIDAY,
  ...TIMING,
  ...PROMO,
  ...MEMBER,
  ...BASKET,
  ...BARGAIN,
  ...FREE_ITEM,
  ...MERGE,
  ...PAYMENT,
  ...SERVICE,
  ...ORDER,
}

/** Slots that have a resolver; the vocabulary and this table are held together by a test. */
export const RESOLVED: readonly SlotName[] = Object.keys(RESOLVERS) as SlotName[]

/** The facts of one turn. Making it costs nothing; a slot is worked out when it is first asked for. */
export function createFacts(input: FactsInput): FactSource {
  const know = new Knowledge(input)
  const asked = new Map<SlotName, Fact | undefined>()
  const shared = sharedFacts(input)
  const work = (name: SlotName): Fact | undefined => {
    const resolve: Resolver | undefined = RESOLVERS[name]
    const found = resolve?.(know)
    return found && name in PRICED ? hedged(name, found, know) : found
  }
  return {
    get(name) {
      const before = asked.get(name)
      if (before !== undefined || asked.has(name)) return before
      const fact = (shared?.covers.has(name) ? share(name, shared.facts, work) : work(name)) ?? toldFact(name, know)
      asked.set(name, fact)
      return fact
    },
    get voice() {
      return know.once('voice', () => voiceOf(know))
    },
    get liveStock() {
      return know.liveStock
    },
    missing: (name) => missingInputs(name, know),
    used() {
      const known = new Map<SlotName, Fact>()
      for (const [name, fact] of asked) if (fact) known.set(name, fact)
      return known
    },
  }
}

function share(
  name: SlotName,
  known: Map<SlotName, Fact | undefined>,
  work: (name: SlotName) => Fact | undefined,
): Fact | undefined {
  if (!known.has(name)) known.set(name, work(name))
  return known.get(name)
}
