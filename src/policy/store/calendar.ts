import { z } from 'zod'
import { Localised } from '../localised.ts'

/**
 * Days that are no ordinary days. `warehouse` and `couriers` say who rests; `verified: false` marks dates taken before the official
 * notice, so that answers built on them say so. `workdays` are the weekend days worked in exchange (调休).
 */
export const Calendar = z.strictObject({
  holidays: z
    .array(
      z
        .strictObject({
          name: Localised,
          from: z.iso.date(),
          to: z.iso.date(),
          warehouse: z.enum(['open', 'closed']).default('closed'),
          couriers: z.enum(['open', 'closed']).default('open'),
          note: Localised.optional(),
          verified: z.boolean().default(true),
        })
        .refine((holiday) => holiday.from <= holiday.to, { path: ['to'], message: 'ends before it begins' }),
    )
    .default([]),
  workdays: z.array(z.iso.date()).default([]),
})
export type Calendar = z.infer<typeof Calendar>
export type Holiday = Calendar['holidays'][number]
