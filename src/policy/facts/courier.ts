import { formsOf, sayAll } from '../localised.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers, state, words } from './resolver.ts'

type Courier = Knowledge['store']['shipping']['couriers'][number]

/** The store's courier that goes by any of these names. */
export function courierNamed(know: Knowledge, ...names: readonly string[]): Courier | undefined {
  const wanted = names.map((name) => name.trim().toLowerCase())
  return know.store.shipping.couriers.find((courier) =>
    [courier.id, ...formsOf(courier.name), ...courier.aliases].some((name) => wanted.includes(name.toLowerCase())),
  )
}

/** The courier the shopper asked for: one of the store's, `other` when it is none of them, undefined when nobody asked. */
export function askedCourier(know: Knowledge): Courier | 'other' | undefined {
  const said = know.said('courier')
  if (!said) return undefined
  // 平邮 is read as the post, which the store may use for parcels: the words as written decide
  if (know.store.shipping.excluded.includes(said.text.trim())) return 'other'
  return courierNamed(know, String(said.value), said.text) ?? 'other'
}

/** The courier a parcel goes with when nobody asks for another: the store's default where it drives, else the zone's first. */
export function usualCourier(know: Knowledge): Courier | undefined {
  const { zone } = know.place
  const usual = know.settle(know.store.shipping.defaultCourier)
  const id = !zone || (usual !== undefined && usual in zone.fees) ? usual : Object.keys(zone.fees)[0]
  return know.store.shipping.couriers.find((one) => one.id === id)
}

function courierState(know: Knowledge): Fact | undefined {
  const asked = askedCourier(know)
  if (asked === undefined) return undefined
  const { zone } = know.place
  return state('calc', asked !== 'other' && (!zone || asked.id in zone.fees) ? 'yes' : 'no')
}

function couriers(know: Knowledge): Fact | undefined {
  const { zone } = know.place
  const served = know.store.shipping.couriers.filter((one) => !zone || one.id in zone.fees)
  return fact(
    'policy',
    sayAll(
      served.map((one) => one.name),
      know.locale,
    ),
  )
}

export const COURIER: Resolvers = {
  'shipping.courier': (know) => words(know, usualCourier(know)?.name),
  'shipping.couriers': couriers,
  'courier.state': courierState,
}
