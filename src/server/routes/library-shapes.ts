import { z } from 'zod'
import { Card, StorePolicy } from '../../policy/index.ts'
import { AgingField, Id, Locale, Text } from '../../protocol/index.ts'

export const ProductsAsked = z.object({
  store: Id.optional(),
  q: Text.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
})
export const ProductsResult = z
  .object({
    products: z.array(Card),
    stale: z.array(z.object({ id: Id, fields: z.array(AgingField) })),
    cursor: z.string().optional(),
  })
  .meta({ id: 'ProductsResult' })
/** The whole of `store.yaml`; its many fields are described where a store writes them. */
export const PolicyResult = z
  .looseObject({
    id: Id,
    name: StorePolicy.shape.name,
    timezone: z.string(),
    currency: z.string(),
    locales: z.array(Locale),
  })
  .meta({ id: 'PolicyResult' })
export const StoresResult = z
  .object({
    stores: z.array(
      z.object({
        id: Id,
        name: StorePolicy.shape.name,
        locales: z.array(Locale),
        timezone: z.string(),
        currency: z.string(),
      }),
    ),
  })
  .meta({ id: 'StoresResult' })
/** `scripts` = those in use in the store that print the slot, ask for it or depend on it: how many, and the ids of the first. */
export const SlotsResult = z
  .object({
    slots: z.array(
      z.object({
        name: z.string(),
        from: z.string(),
        personal: z.boolean(),
        shows: z.string().optional(),
        says: z.record(Locale, z.string()),
        scripts: z.object({ count: z.int(), first: z.array(Id) }),
      }),
    ),
  })
  .meta({ id: 'SlotsResult' })
