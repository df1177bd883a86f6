import { isSlotName, SLOTS, type SlotName } from '../intents/index.ts'
import { type Catalogue, createFacts, RESOLVED, type Store } from '../policy/index.ts'
import { factSlots, type Library, type Script } from '../scripts/index.ts'

/** What a new policy changes in what is said: a slot that reads otherwise than before, and for whom. */
export interface PolicyEffect {
  readonly slot: SlotName
  /** The regions for which it changes; absent = wherever the shopper is. */
  readonly regions?: readonly string[]
  /** As it is printed; absent = nothing is said. */
  readonly before?: string
  readonly after?: string
  /** The scripts in use that print the slot, or depend on it. */
  readonly scripts: readonly string[]
}

export interface EffectsInput {
  readonly catalogue: Catalogue
  readonly library: Library
  /** Epoch milliseconds: the moment to compare the two at. */
  readonly now: number
}

/** The slots that only persons, orders and the shopper's words decide. */
const POLICY = RESOLVED.filter((name) => ['policy', 'calc', 'persona'].includes(SLOTS[name].from))

/**
 * What changes for whom when one policy takes the place of another: every slot that the store's promises decide is worked out under both, for a shopper from
 * nowhere in particular and for one from each region that either policy names, without a product and with each category's first.
 */
export function policyEffects(before: Store, after: Store, { catalogue, library, now }: EffectsInput): PolicyEffect[] {
  const regions = new Set([...regionsOf(before), ...regionsOf(after)])
  const products = [undefined, ...new Map(catalogue.all.map((card) => [card.category, card.id])).values()]
  const locale = after.locales[0]!
  const found = new Map<string, { slot: SlotName; before?: string; after?: string; regions: Set<string | undefined> }>()
  for (const region of [undefined, ...regions]) {
    const slots = region === undefined ? {} : { region: { value: region, text: region } }
    for (const productId of products) {
      const facts = (store: Store) => createFacts({ store, catalogue, productId, slots, locale, channel: 'web', now })
      const [old, fresh] = [facts(before), facts(after)]
      for (const slot of POLICY) {
        const [was, is] = [old.get(slot)?.text, fresh.get(slot)?.text]
        if (was === is) continue
        const key = JSON.stringify([slot, was, is])
        const known = found.get(key) ?? { slot, ...texts(was, is), regions: new Set() }
        found.set(key, known)
        known.regions.add(region)
      }
    }
  }
  const mentions = mentionsIn(library, [...new Set([...before.locales, ...after.locales])])
  return [...found.values()].map(({ regions: where, ...effect }) => ({
    ...effect,
    ...(where.has(undefined) ? {} : { regions: [...where] as string[] }),
    scripts: mentions.get(effect.slot) ?? [],
  }))
}

function texts(before: string | undefined, after: string | undefined) {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

function regionsOf({ shipping }: Store): string[] {
  return shipping.zones.flatMap(({ regions }) => regions)
}

/** The scripts that mention each slot, in their wordings or their conditions. */
function mentionsIn(library: Library, locales: Store['locales']): Map<SlotName, string[]> {
  const mentions = new Map<SlotName, string[]>()
  for (const { script, forms } of locales.flatMap((locale) => library.shelf(locale).entries)) {
    const printed = forms.flatMap(({ open, short }) => [...factSlots(open), ...factSlots(short)])
    for (const slot of new Set([...printed, ...conditionsOn(script)])) {
      const ids = mentions.get(slot)
      if (ids) ids.push(script.id)
      else mentions.set(slot, [script.id])
    }
  }
  return mentions
}

function conditionsOn({ when }: Script): SlotName[] {
  const switches = [...Object.keys(when.is ?? {}), ...Object.keys(when.not ?? {})].filter(isSlotName)
  return [...switches, ...(when.knows ?? []), ...(when.lacks ?? [])]
}
