import type { Card } from './card.ts'
import type { Fault } from './faults.ts'
import type { Store } from './store-policy.ts'

/** A fault of the store's policy, or of the card with the id `card`; its path starts there. */
export interface CrossFault extends Fault {
  readonly card?: string
}

/**
 * Faults that no single field shows: ids that two entries share, and names of zones, regions or products that are not there. For files that are
 * sound each by itself.
 */
export function crossCheck(store: Store, cards: readonly Card[]): CrossFault[] {
  const products = new Set(cards.map(({ id }) => id))
  const places = new Set(store.shipping.zones.flatMap(({ id, regions }) => [id, ...regions]))
  const unknown = [...productsNamed(store)].filter(({ id }) => !products.has(id))
  const nowhere = [...placesNamed(store)].filter(({ id }) => !places.has(id))
  return [
    ...[...entries(store)].flatMap(({ list, path }) => twice(list, path)),
    ...unknown.map(({ id, path }) => ({ path, message: `no product "${id}"` })),
    ...nowhere.map(({ id, path }) => ({ path, message: `no zone or region "${id}"` })),
    ...cards.flatMap((card) =>
      card.companions.flatMap(({ id }, index) =>
        products.has(id) ? [] : [{ card: card.id, path: `companions.${index}.id`, message: `no product "${id}"` }],
      ),
    ),
  ]
}

interface Named {
  readonly id: string
  readonly path: string
}

function* productsNamed(store: Store): Generator<Named> {
  for (const [index, { products }] of store.promotions.entries())
    for (const [place, id] of (products ?? []).entries()) yield { id, path: `promotions.${index}.products.${place}` }
  for (const [index, { product }] of store.addOns.entries()) yield { id: product, path: `addOns.${index}.product` }
  for (const [index, { except }] of store.shipping.restricted.entries())
    for (const [place, id] of except.entries()) yield { id, path: `shipping.restricted.${index}.except.${place}` }
  for (const list of ['hotItems', 'newItems'] as const)
    for (const { value } of store[list] ?? []) for (const id of value) yield { id, path: list }
}

function* placesNamed({ shipping }: Store): Generator<Named> {
  for (const [index, { to }] of shipping.restricted.entries())
    for (const [place, id] of to.entries()) yield { id, path: `shipping.restricted.${index}.to.${place}` }
}

function* entries(store: Store): Generator<{ list: readonly { readonly id: string }[]; path: string }> {
  for (const path of ['promotions', 'gifts', 'coupons', 'addOns'] as const) yield { list: store[path], path }
  yield { list: store.shipping.zones, path: 'shipping.zones' }
  yield { list: store.shipping.couriers, path: 'shipping.couriers' }
  yield { list: store.member.levels, path: 'member.levels' }
}

function twice(list: readonly { readonly id: string }[], path: string): Fault[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: `${path}.${index}.id`, message: `"${id}" stands here twice` }],
  )
}
