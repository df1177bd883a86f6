import { z } from 'zod'
import { Category } from '../card.ts'
import { limited } from '../limited.ts'
import { Localised } from '../localised.ts'

const Yuan = z.number().min(0)
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time like 16:00')
export const Weekdays = z.array(z.int().min(1).max(7)).min(1)

/** Postage of one courier: `first` covers `firstKg`, each further started kg costs `next`. */
export const Tariff = z.strictObject({ first: Yuan, next: Yuan, firstKg: z.number().positive().default(1) })
export type Tariff = z.infer<typeof Tariff>

/** Days on the way after dispatch. `weekends: false`: Saturdays and Sundays do not count. */
export const Transit = z
  .strictObject({ min: z.int().min(1), max: z.int().min(1), weekends: z.boolean().default(false) })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'smaller than min' })
export type Transit = z.infer<typeof Transit>

/**
 * Regions that cost and take the same. `regions` are the names a shopper's region is matched with (provinces, countries, their
 * aliases); the first courier of `fees` is the zone's own default unless the store's default serves it too.
 */
const Zone = z.strictObject({
  id: z.string().min(1),
  name: Localised,
  regions: z.array(z.string().min(1)).min(1),
  fees: z
    .record(z.string(), Tariff)
    .refine((fees) => Object.keys(fees).length > 0, 'needs the tariff of at least one courier'),
  transit: limited(Transit),
  /** False: the free-shipping threshold does not apply here. */
  free: limited(z.boolean()).default([{ value: true }]),
})
export type Zone = z.infer<typeof Zone>

/** Playbook 7.1. Fees in the store's currency, weights in kg, times in the store's timezone. */
export const ShippingPolicy = z
  .strictObject({
    origin: limited(Localised).optional(),
    dispatchHours: limited(z.number().positive()).optional(),
    cutoff: limited(Clock).optional(),
    workweek: limited(Weekdays).optional(),
    weightBasis: z.enum(['actual', 'volume']).default('actual'),
    /** Weight of an ordinary parcel, for shoppers who have not named a product yet. */
    assumedKg: limited(z.number().positive()).optional(),
    couriers: z
      .array(z.strictObject({ id: z.string().min(1), name: Localised, aliases: z.array(z.string()).default([]) }))
      .default([]),
    defaultCourier: limited(z.string()).optional(),
    /** Carriers the store never uses (平邮 …). */
    excluded: z.array(z.string()).default([]),
    zones: z.array(Zone).default([]),
    feeRule: limited(Localised).optional(),
    freeThreshold: limited(Yuan).optional(),
    /** What is held against the threshold: the goods at page prices, or what is paid for them after offers. */
    freeCounts: limited(z.enum(['page', 'paid'])).default([{ value: 'page' }]),
    /** What may not go where, and why: `to` by zone id or region name, `except` the products the rule does not mean. */
    restricted: z
      .array(
        z.strictObject({
          categories: z.array(Category).min(1),
          to: z.array(z.string()).min(1),
          except: z.array(z.string()).default([]),
          why: Localised,
        }),
      )
      .default([]),
    lateContactDays: limited(z.int().positive()).optional(),
    holidayNote: limited(Localised).optional(),
    addressHint: limited(Localised).optional(),
    insurance: limited(z.boolean()).optional(),
  })
  .superRefine((shipping, ctx) => {
    const known = new Set(shipping.couriers.map((courier) => courier.id))
    shipping.zones.forEach((zone, index) => {
      for (const courier of Object.keys(zone.fees))
        if (!known.has(courier))
          ctx.addIssue({
            code: 'custom',
            path: ['zones', index, 'fees', courier],
            message: `unknown courier "${courier}"`,
          })
    })
    for (const { value } of shipping.defaultCourier ?? [])
      if (!known.has(value))
        ctx.addIssue({ code: 'custom', path: ['defaultCourier'], message: `unknown courier "${value}"` })
  })
export type ShippingPolicy = z.infer<typeof ShippingPolicy>

/** Playbook 7.1, X12. */
export const ReceiptPolicy = z.strictObject({
  inspectOrder: limited(z.enum(['open_then_sign', 'sign_then_open'])).optional(),
  advice: limited(Localised).optional(),
  proof: limited(Localised).optional(),
  extendDays: limited(z.int().positive()).optional(),
})
