import { z } from 'zod'
import { limited } from '../limited.ts'
import { Localised } from '../localised.ts'
import { AddOn, Coupon, Gift, Promotion, Steps } from './offer-policy.ts'

const Yuan = z.number().min(0)

/** Playbook 7.2. Account numbers are secrets and have no place here. */
export const PaymentPolicy = z.strictObject({
  methods: limited(z.array(Localised)).optional(),
  credit: limited(z.array(Localised)).optional(),
  windowDays: limited(z.number().positive()).optional(),
  adjustPostage: limited(z.boolean()).optional(),
  offPlatformAllowed: limited(z.boolean()).default([{ value: false }]),
})

/** Playbook 7.3, X1. `floor`: the lowest share of the price a lead may grant, 0.95 = 5% off; `authority`: who may grant it. */
export const BargainPolicy = z
  .strictObject({
    mode: limited(z.enum(['fixed', 'bounded'])).default([{ value: 'fixed' }]),
    floor: limited(z.number().min(0.1).max(1)).optional(),
    authority: limited(z.enum(['agent', 'lead'])).optional(),
  })
  .refine(({ mode, floor }) => floor !== undefined || mode.every(({ value }) => value === 'fixed'), {
    path: ['floor'],
    message: 'bounded bargaining needs a floor',
  })

const Level = z.strictObject({
  id: z.string().min(1),
  name: Localised,
  /** One purchase of this much reaches the level … */
  once: Yuan.optional(),
  /** … or purchases of this much together. */
  cumulative: Yuan.optional(),
  /** Share of the price that members pay: 0.98 = 2% off. */
  discount: z.number().min(0.1).max(1).default(1),
  lifetime: z.boolean().default(false),
})
export type Level = z.infer<typeof Level>

/** Playbook 7.3; `levels` from the lowest to the highest. */
export const MemberPolicy = z
  .strictObject({
    levels: z.array(Level).default([]),
    specialPriceDiscounted: z.boolean().default(false),
    specialPriceCounts: z.boolean().default(true),
    shippingCounts: z.boolean().default(false),
  })
  .superRefine((member, ctx) => {
    member.levels.forEach((level, index) => {
      const before = member.levels[index - 1]
      if (before && (level.cumulative ?? Infinity) <= (before.cumulative ?? -1))
        ctx.addIssue({
          code: 'custom',
          path: ['levels', index, 'cumulative'],
          message: 'levels run from the lowest up',
        })
      if (before && level.discount > before.discount)
        ctx.addIssue({
          code: 'custom',
          path: ['levels', index, 'discount'],
          message: 'a higher level never pays more',
        })
    })
  })
export type MemberPolicy = z.infer<typeof MemberPolicy>

export const PricePolicy = {
  discount: z.strictObject({ steps: limited(Steps).optional() }).prefault({}),
  promotions: z.array(Promotion).default([]),
  gifts: z.array(Gift).default([]),
  coupons: z.array(Coupon).default([]),
  addOns: z.array(AddOn).default([]),
  couponStack: limited(Localised).optional(),
  priceProtection: z.strictObject({ rule: limited(Localised).optional() }).prefault({}),
  recovery: z.strictObject({ giftBudget: limited(Yuan).optional() }).prefault({}),
} as const
