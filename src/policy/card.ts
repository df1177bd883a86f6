import { z } from 'zod'
import { Localised } from './localised.ts'
import { SizeChart } from './size-chart.ts'

export const CATEGORIES = ['clothing', 'kids', 'snacks', 'tea', 'wipes', 'other'] as const
export const Category = z.enum(CATEGORIES).meta({ id: 'Category' })
export type Category = z.infer<typeof Category>

export const PLATFORMS = ['taobao', 'jd', 'pdd', 'douyin'] as const
export type Platform = (typeof PLATFORMS)[number]

const Yuan = z.number().min(0).max(1_000_000)

/** One thing that can be ordered: a colour in a size, a flavour in a pack. Sizes are worn; packs are how much comes at once. `stock` absent = the store does not say. */
const Variant = z.strictObject({
  sku: z.string().min(1),
  colour: Localised.optional(),
  size: z.string().min(1).optional(),
  flavour: Localised.optional(),
  pack: Localised.optional(),
  price: Yuan.optional(),
  stock: z.int().min(0).optional(),
})
export type Variant = z.infer<typeof Variant>

/**
 * What can be said about the goods; printed as it stands in the middle of a sentence, so short noun phrases without a full stop.
 * `feature`, `advantage` and `benefit` are the three steps of a recommendation (F5).
 */
const Attributes = z.strictObject({
  material: Localised.optional(),
  ingredients: Localised.optional(),
  season: Localised.optional(),
  thickness: Localised.optional(),
  spec: Localised.optional(),
  shelfLife: Localised.optional(),
  batch: Localised.optional(),
  storage: Localised.optional(),
  origin: Localised.optional(),
  brand: Localised.optional(),
  taste: Localised.optional(),
  usage: Localised.optional(),
  suits: Localised.optional(),
  safety: Localised.optional(),
  package: Localised.optional(),
  feature: Localised.optional(),
  advantage: Localised.optional(),
  benefit: Localised.optional(),
  colourNote: Localised.optional(),
})

/**
 * A product card: what the store knows about one product (playbook 7.4). Prices in the store's currency, `weight` in kg as packed.
 * `sold` pieces and the `rating` of 5 are the only proof that others like it (R58).
 * `flaws` are disclosed first (R08); `noReasonReturn: false` marks goods the law exempts; `dark` names the colours that may bleed (R11).
 */
export const Card = z
  .strictObject({
    id: z.string().min(1).max(200),
    externalIds: z.partialRecord(z.enum(PLATFORMS), z.string().regex(/^\d{6,20}$/)).default({}),
    url: z.url().optional(),
    title: Localised,
    shortName: Localised,
    aliases: z.array(z.string().min(2)).default([]),
    category: Category,
    /** Goods of one type can stand in for each other when one is sold out or too dear. */
    type: z.string().optional(),
    price: Yuan,
    specialPrice: Yuan.optional(),
    weight: z.number().positive().optional(),
    /** How many one person may buy (限购). */
    perPerson: z.int().positive().optional(),
    variants: z.array(Variant).default([]),
    attributes: Attributes.prefault({}),
    sizeChart: SizeChart.optional(),
    care: Localised.optional(),
    flaws: z.array(Localised).default([]),
    companions: z.array(z.strictObject({ id: z.string().min(1), why: Localised })).default([]),
    photosReal: z.boolean().optional(),
    sold: z.int().min(0).optional(),
    rating: z.number().min(0).max(5).optional(),
    noReasonReturn: z.boolean().optional(),
    dark: z.array(z.string().min(1)).default([]),
    restock: Localised.optional(),
    /** As of when prices and stock are told; each by itself where only one of them was told since. */
    asOf: z.iso.datetime({ offset: true }).optional(),
    priceAsOf: z.iso.datetime({ offset: true }).optional(),
    stockAsOf: z.iso.datetime({ offset: true }).optional(),
    /** When the card was handed in, as the service notes it: prices and stock told before that are older. */
    writtenAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'Card' })
export type Card = z.infer<typeof Card>

/** What a piece costs now, in the store's currency: the special price when there is one. */
export function priceOf(card: Card, variant?: Variant): number {
  return card.specialPrice ?? variant?.price ?? card.price
}
