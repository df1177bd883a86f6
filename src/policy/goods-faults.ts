import type { Card } from './card.ts'
import { type GoodsFault, goodsFault } from './goods-fault.ts'

/** Faults that no single card shows: what two of them claim both, and companions that are not sold. A card is named by its id, with the path within it. */
export function* goodsFaults(cards: readonly Card[]): Generator<(GoodsFault & { readonly card: string }) | undefined> {
  const ids = new Set(cards.map(({ id }) => id))
  const claimed = new Map<string, string>()
  const seen = new Set<string>()
  for (const card of cards) {
    yield undefined
    if (seen.has(card.id)) yield { card: card.id, ...goodsFault('id', 'twice', card.id) }
    seen.add(card.id)
    const claims = Object.entries(card.externalIds).map(([platform, id]) => [`externalIds.${platform}`, id] as const)
    for (const [path, value] of [...claims, ...(card.url ? [['url', card.url] as const] : [])]) {
      const owner = claimed.get(`${path} ${value}`)
      if (owner !== undefined && owner !== card.id) yield { card: card.id, ...goodsFault(path, 'taken', owner) }
      claimed.set(`${path} ${value}`, card.id)
    }
    for (const [i, { id }] of card.companions.entries())
      if (!ids.has(id)) yield { card: card.id, ...goodsFault(`companions.${i}.id`, 'no_product', id) }
  }
}
