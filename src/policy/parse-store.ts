import { z } from 'zod'
import { Card } from './card.ts'
import { type Fault, faultsOf } from './faults.ts'
import { type Persona, PersonaPolicy } from './store/persona-policy.ts'
import { type Store, StorePolicy } from './store-policy.ts'

/** Checks a store's policy. `where` names the file in the faults; `store` is absent when there is any fault. */
export function parseStore(raw: unknown, where: string): { store?: Store; faults: Fault[] } {
  const parsed = StorePolicy.safeParse(raw)
  return parsed.success ? { store: parsed.data, faults: [] } : { faults: faultsOf(parsed.error, where) }
}

/** Checks the voice of a policy by itself. `where` begins the faults' paths; `persona` is absent when there is any. */
export function parsePersona(raw: unknown, where: string): { persona?: Persona; faults: Fault[] } {
  const parsed = PersonaPolicy.safeParse(raw)
  return parsed.success ? { persona: parsed.data, faults: [] } : { faults: faultsOf(parsed.error, where) }
}

/** Checks a file of product cards, `{products: […]}`. Cards without a fault are returned even when others have some. */
export function parseCards(raw: unknown, where: string): { cards: Card[]; faults: Fault[] } {
  const file = z.strictObject({ products: z.array(z.unknown()) }).safeParse(raw)
  if (!file.success) return { cards: [], faults: faultsOf(file.error, where) }
  const cards: Card[] = []
  const faults: Fault[] = []
  file.data.products.forEach((product, index) => {
    const card = Card.safeParse(product)
    if (card.success) cards.push(card.data)
    else faults.push(...faultsOf(card.error, `${where}.products.${index}`))
  })
  return { cards, faults }
}
