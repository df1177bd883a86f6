import { z } from 'zod'
import type { Card } from './card.ts'

const Yuan = z.number().min(0).max(1_000_000)

/** Prices and stock of a product as they are now; what is absent stays. `specialPrice` null = there is none any more. */
export const StockPatch = z
  .strictObject({
    id: z.string().min(1).max(200),
    price: Yuan.optional(),
    specialPrice: Yuan.nullish(),
    variants: z
      .array(z.strictObject({ sku: z.string().min(1), price: Yuan.optional(), stock: z.int().min(0).optional() }))
      .max(1_000)
      .optional(),
    asOf: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'StockPatch' })
export type StockPatch = z.infer<typeof StockPatch>

/** A card with what a store has told since; a card that is newer than that stays as it is, and variants it has not are passed over. */
export function withStock(card: Card, patch: StockPatch): Card {
  const { price, specialPrice, variants = [], asOf } = patch
  if (isOlderThanCard(patch, card)) return card
  const told = new Map(variants.map((one) => [one.sku, one]))
  const { specialPrice: special, ...rest } = card
  const now = specialPrice === undefined ? special : (specialPrice ?? undefined)
  return {
    ...rest,
    ...(price === undefined ? {} : { price }),
    ...(now === undefined ? {} : { specialPrice: now }),
    variants: card.variants.map((variant) => {
      const { sku: _, ...numbers } = told.get(variant.sku) ?? { sku: '' }
      return { ...variant, ...numbers }
    }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** What is known of a product after a second telling: field by field the later one, by `asOf`; without a time it is now. */
export function mergedStock(before: StockPatch | undefined, patch: StockPatch): StockPatch {
  if (!before) return patch
  if (isOutdated(patch, before)) return mergedStock(patch, before)
  const variants = new Map((before.variants ?? []).map((one) => [one.sku, one]))
  for (const one of patch.variants ?? []) variants.set(one.sku, { ...variants.get(one.sku), ...one })
  return { ...before, ...patch, ...(variants.size > 0 ? { variants: [...variants.values()] } : {}) }
}

/** Whether it was told before the card was handed in, or before what the card tells itself. */
export function isOlderThanCard(patch: StockPatch, { asOf, writtenAt }: Card): boolean {
  return isOutdated(patch, { asOf: asOf ?? writtenAt })
}

/** Whether something was told before the other; without a time it is told now. */
function isOutdated({ asOf }: Pick<StockPatch, 'asOf'>, than: { readonly asOf?: string | undefined }): boolean {
  return asOf !== undefined && than.asOf !== undefined && Date.parse(asOf) < Date.parse(than.asOf)
}
