import type { Facts } from '../protocol/index.ts'
import { Card } from './card.ts'

type LiveProduct = NonNullable<Facts['product']>

/**
 * What a client says of the product, over the store's own card. Live facts are untrusted: a field that is not what a card wants is left
 * out. Without a card of our own the client's must be whole to be used.
 */
export function liveCard(base: Card | undefined, live: LiveProduct): Card | undefined {
  if (!base) {
    const whole = Card.safeParse(live)
    return whole.success ? whole.data : undefined
  }
  const over: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(Card.shape)) {
    if (name === 'id' || !(name in live)) continue
    const parsed = field.safeParse(live[name])
    if (parsed.success) over[name] = parsed.data
  }
  if (Object.keys(over).length === 0) return base
  // told anew as a whole, it is no longer told apart
  const { priceAsOf: _, stockAsOf: __, ...told } = base
  return { ...('asOf' in over ? told : base), ...over } as Card
}
