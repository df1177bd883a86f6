import type { SlotName } from '../../intents/index.ts'
import { type Card, cardGaps, formsOf, staleFields } from '../../policy/index.ts'
import type { Locale, ProductStanding } from '../../protocol/index.ts'
import { type Entry, slotUses } from '../../scripts/index.ts'
import type { SuggestDeps } from '../../suggest/index.ts'
import { createPauses } from '../in-slices.ts'

type Deps = Pick<SuggestDeps, 'library' | 'store' | 'told'>

/** Scripts named beside a slot. */
const FIRST = 5

/** How a product stands in its store: what is too old to be said for sure, what scripts ask of it in vain, and which of them speak of it. */
export async function productStanding(deps: Deps, card: Card, now: number): Promise<ProductStanding> {
  return {
    stale: staleFields(deps.store, now)(card),
    missing: missingIn(deps, card),
    scripts: await naming(deps, card),
  }
}

/** What most scripts ask for first. */
function missingIn({ library, store, told }: Deps, card: Card): ProductStanding['missing'] {
  const uses = slotUses(library)
  const missing = new Map<SlotName, { locales: Locale[]; ids: string[] }>()
  for (const locale of store.locales) {
    for (const slot of cardGaps(card, locale, told)) {
      const ids = (uses.get(slot) ?? []).filter((id) => library.get(id)?.script.locale === locale)
      if (ids.length === 0) continue
      const known = missing.get(slot) ?? { locales: [], ids: [] }
      missing.set(slot, { locales: [...known.locales, locale], ids: [...known.ids, ...ids] })
    }
  }
  return [...missing]
    .sort(([, one], [, other]) => other.ids.length - one.ids.length)
    .map(([slot, { locales, ids }]) => ({ slot, locales, scripts: { count: ids.length, first: ids.slice(0, FIRST) } }))
}

/** Those that are for this product only, and those that say its name. */
async function naming({ library, store }: Deps, card: Card): Promise<ProductStanding['scripts']> {
  const pause = createPauses()
  const names = [...formsOf(card.title), ...formsOf(card.shortName), ...card.aliases].map((name) => name.toLowerCase())
  const found: ProductStanding['scripts'] = []
  for (const locale of store.locales) {
    for (const { script } of library.shelf(locale).entries) {
      await pause()
      const { id, wordings, when } = script
      const by = when.product?.includes(card.id) ? 'condition' : says(script, names) ? 'words' : undefined
      if (by) found.push({ id, locale, text: wordings[0]!.short, by })
    }
  }
  return found
}

const says = ({ wordings }: Entry['script'], names: readonly string[]) =>
  wordings.some(({ open, short }) => {
    const text = `${open}\n${short}`.toLowerCase()
    return names.some((name) => text.includes(name))
  })
