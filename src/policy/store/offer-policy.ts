import { z } from 'zod'
import { Category } from '../card.ts'
import { Only } from '../limited.ts'
import { Localised } from '../localised.ts'

const Yuan = z.number().min(0)
/** What is left to pay: 0.5 = half price, 0 = free. */
const Share = z.number().min(0).max(0.999)
/** Something that runs from a day to a day, both included. */
const Running = Only.extend({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  message: 'ends before it begins',
})

/** n件x折: all covered pieces pay the share of the highest tier that their number reaches. */
const Tiers = z
  .strictObject({
    kind: z.literal('tiers'),
    tiers: z.array(z.strictObject({ pieces: z.int().min(1), share: Share })).min(1),
  })
  .superRefine(({ tiers }, ctx) => {
    tiers.forEach((tier, index) => {
      const before = tiers[index - 1]
      if (before && (tier.pieces <= before.pieces || tier.share >= before.share))
        ctx.addIssue({ code: 'custom', path: ['tiers', index], message: 'more pieces must cost a smaller share' })
    })
  })

/** 第二件半价 (of 2, reduced 1, share 0.5), 买二送一 (of 3, reduced 1): of every `of` pieces the `reduced` cheapest pay only the share. */
const Group = z
  .strictObject({
    kind: z.literal('group'),
    of: z.int().min(2),
    reduced: z.int().min(1).default(1),
    share: Share.default(0),
  })
  .refine(({ of, reduced }) => reduced < of, { path: ['reduced'], message: 'must be smaller than of' })

/** 3件99: every `pieces` together cost `price`. */
const Bundle = z.strictObject({ kind: z.literal('bundle'), pieces: z.int().min(2), price: Yuan })

export const PromotionRule = z.discriminatedUnion('kind', [Tiers, Group, Bundle])
export type PromotionRule = z.infer<typeof PromotionRule>

/**
 * `text` is what people read, `rule` what the basket is worked out with; a promotion without one is told and never calculated. `stackable:
 * false` excludes other promotions and the member price, never 满减 and coupons. `same`: the pieces must be of one product; `special`: goods at a
 * special price take part.
 */
export const Promotion = z.strictObject({
  id: z.string().min(1),
  name: Localised,
  text: Localised,
  when: Running,
  stackable: z.boolean().default(true),
  categories: z.array(Category).optional(),
  products: z.array(z.string().min(1)).min(1).optional(),
  rule: PromotionRule.optional(),
  same: z.boolean().default(false),
  special: z.boolean().default(false),
})
export type Promotion = z.infer<typeof Promotion>

/** One with every order whose goods come to `minSpend`, as long as there is `stock`; absent = the store does not count. */
export const Gift = z.strictObject({
  id: z.string().min(1),
  name: Localised,
  value: Yuan.optional(),
  minSpend: Yuan.optional(),
  when: Running,
  stock: z.int().min(0).optional(),
})
export type Gift = z.infer<typeof Gift>

/** One per person and order. */
export const Coupon = z.strictObject({
  id: z.string().min(1),
  minSpend: Yuan,
  amount: z.number().positive(),
  when: Running,
})
export type Coupon = z.infer<typeof Coupon>

/** 换购: with an order of `minSpend` of other goods, up to `pieces` of `product` at `price`. */
export const AddOn = z.strictObject({
  id: z.string().min(1),
  product: z.string().min(1),
  price: Yuan,
  minSpend: Yuan,
  pieces: z.int().min(1).default(1),
  when: Running,
})
export type AddOn = z.infer<typeof AddOn>

const Step = z
  .strictObject({ over: Yuan, minus: Yuan })
  .refine(({ over, minus }) => minus < over, 'takes off more than is paid')
export type Step = z.infer<typeof Step>

/** The standing reduction 满减: over so much, so much less; the highest step reached counts. */
export const Steps = z
  .array(Step)
  .min(1)
  .superRefine((steps, ctx) => {
    steps.forEach((step, index) => {
      const before = steps[index - 1]
      if (before && (step.over <= before.over || step.minus <= before.minus))
        ctx.addIssue({ code: 'custom', path: [index], message: 'steps run from the lowest up, each taking off more' })
    })
  })
