import { z } from 'zod'
import { Role } from '../../protocol/index.ts'
import { Category } from '../card.ts'
import { limited } from '../limited.ts'
import { Localised } from '../localised.ts'
import { Weekdays } from './shipping-policy.ts'

const Clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a clock time like 23:00')

/** The legal minimum of no-reason returns in distance sales, in days (X5). */
export const STATUTORY_RETURN_DAYS = 7

/**
 * Playbook 7.5. `exempt` are the categories that the law takes out of no-reason returns; a single card says so by `noReasonReturn: false`.
 * `condition` may differ by category, `other` standing for the rest.
 */
export const ReturnsPolicy = z.strictObject({
  noReasonDays: limited(
    z
      .int()
      .min(
        STATUTORY_RETURN_DAYS,
        `below the statutory ${STATUTORY_RETURN_DAYS} days; name exempt goods in returns.exempt instead`,
      ),
  ).default([{ value: STATUTORY_RETURN_DAYS }]),
  exempt: z.array(Category).default([]),
  exemptNote: limited(Localised).optional(),
  condition: limited(z.partialRecord(Category, Localised)).optional(),
  feePayer: limited(Localised).optional(),
  qualityFee: limited(Localised).optional(),
  address: limited(Localised).optional(),
  inspectPlace: limited(Localised).optional(),
})

/** How long a refund takes after it was agreed, in working days. */
export const RefundPolicy = z.strictObject({
  days: limited(
    z.strictObject({ min: z.int().min(0), max: z.int().min(1) }).refine(({ min, max }) => min <= max, 'min above max'),
  ).optional(),
})

/** Who handles what after the sale; `compensationLimit` is what may be offered without asking, by everybody or by each role. `causes` stay internal (X6). */
export const AftersalePolicy = z.strictObject({
  owner: z.record(z.string(), z.string()).default({}),
  specialist: z.string().optional(),
  compensationLimit: limited(z.union([z.number().min(0), z.partialRecord(Role, z.number().min(0))])).optional(),
  causes: z.array(z.string()).default([]),
})

export const InvoicePolicy = z.strictObject({
  offered: limited(z.boolean()).optional(),
  kinds: limited(z.array(Localised)).optional(),
  when: limited(Localised).optional(),
})

export const ServicePolicy = z.strictObject({
  hours: limited(z.strictObject({ from: Clock, to: Clock, days: Weekdays.optional() })).optional(),
  aftersaleDesk: limited(Localised).optional(),
  customMade: limited(z.boolean()).optional(),
  wholesale: limited(z.boolean()).optional(),
  wholesaleNote: limited(Localised).optional(),
  visit: limited(z.boolean()).optional(),
  links: limited(z.enum(['nobody', 'owner', 'agent'])).optional(),
  authentic: limited(Localised).optional(),
})

/**
 * When agents are reminded of what is due. `minutes` = what a store says of an answer that has to be looked up; `unpaidHours` = after how long an unpaid order is
 * mentioned (F13); nobody is written to outside `from`-`to`.
 */
export const FollowupPolicy = z
  .strictObject({
    minutes: limited(z.int().positive()).optional(),
    unpaidHours: z.number().positive().max(720).default(12),
    from: Clock.default('09:00'),
    to: Clock.default('21:00'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'not later than from' })

/** Wording of scarcity and return of goods. `lowAt`: from how many pieces down stock counts as low. */
export const StockPolicy = z.strictObject({
  wording: limited(Localised).optional(),
  lowAt: limited(z.int().min(0)).default([{ value: 5 }]),
  restockReasons: limited(z.array(Localised)).optional(),
})

/** Targets of the platform (playbook 6.1), seconds and shares. `clock` names a preset of `data/clocks`; every other field wins over that preset's. */
export const SlaPolicy = z.strictObject({
  clock: limited(z.string().min(1)).optional(),
  replySec: limited(z.int().positive()).optional(),
  avgMonthSec: limited(z.number().positive()).optional(),
  csatMin: limited(z.number().min(0).max(1)).optional(),
  csatMinRatings: limited(z.int().min(0)).optional(),
  answerRateMin: limited(z.number().min(0).max(1)).optional(),
})

/** Violation points for a low answer rate (playbook 6.2): enquiries in `range`, answer rate in [from, below). */
export const Penalty = z
  .strictObject({
    range: z.tuple([z.int().min(0), z.int().nullable()]),
    from: z.number().min(0).max(1).default(0),
    below: z.number().min(0).max(1),
    points: z.int().positive(),
  })
  .refine(({ range: [least, greatest] }) => greatest === null || least <= greatest, {
    path: ['range'],
    message: 'ends before it begins',
  })
  .refine(({ from, below }) => from < below, { path: ['from'], message: 'must be smaller than below' })
