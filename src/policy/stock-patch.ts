import { z } from 'zod'
import type { Card } from './card.ts'
import { AGING, type Aging, type Dated, datesOf, toldAt } from './told-at.ts'

const Yuan = z.number().min(0).max(1_000_000)
const Time = z.iso.datetime({ offset: true })

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
    asOf: Time.optional(),
    priceAsOf: Time.optional(),
    stockAsOf: Time.optional(),
  })
  .meta({ id: 'StockPatch' })
export type StockPatch = z.infer<typeof StockPatch>

/** Told at `asOf`, unless it says its times apart: a price alone says nothing of how old the stock is, nor stock of the price; what says neither confirms both. */
export function datedStock(patch: StockPatch, asOf: string): StockPatch {
  if (patch.priceAsOf !== undefined || patch.stockAsOf !== undefined) return patch
  const { asOf: _, ...told } = patch
  const isToldOf = (field: Aging) => patch.variants?.some((one) => one[field] !== undefined) === true
  const price = patch.price !== undefined || patch.specialPrice !== undefined || isToldOf('price')
  const stock = isToldOf('stock')
  return { ...told, ...datesOf(price || !stock ? asOf : undefined, stock || !price ? asOf : undefined) }
}

/** A card with what a store has told since; what the card knows better stays as it is, and variants it has not are passed over. */
export function withStock(card: Card, patch: StockPatch): Card {
  const since = toldSince(card, patch)
  if (!since) return card
  const { price, specialPrice, variants = [] } = since
  const told = new Map(variants.map((one) => [one.sku, one]))
  const { specialPrice: special, asOf: _, priceAsOf: __, stockAsOf: ___, ...rest } = card
  const now = specialPrice === undefined ? special : (specialPrice ?? undefined)
  return {
    ...rest,
    ...(price === undefined ? {} : { price }),
    ...(now === undefined ? {} : { specialPrice: now }),
    variants: card.variants.map((variant) => ({ ...variant, ...told.get(variant.sku) })),
    ...newerDates(card, since),
  }
}

/** What is known of a product after a second telling: prices and stock each as told later; without a time it is now. */
export function mergedStock(before: StockPatch | undefined, patch: StockPatch): StockPatch {
  if (!before) return patch
  const [price, stock] = AGING.map((field) => {
    const isLate = isOutdated(toldAt(patch, field), toldAt(before, field))
    const [older, newer] = isLate ? [patch, before] : [before, patch]
    return overlaid(partOf(older, field), partOf(newer, field))
  })
  return { ...overlaid(price!, stock!), ...newerDates(before, patch) }
}

/** What was told of prices and stock since the card was handed in, or since what the card tells itself; undefined = nothing. */
export function toldSince(card: Card, patch: StockPatch): StockPatch | undefined {
  const fresh = AGING.filter((field) => !isOutdated(toldAt(patch, field), toldAt(card, field) ?? card.writtenAt))
  if (fresh.length === AGING.length) return patch
  const [field] = fresh
  if (field === undefined) return undefined
  const at = toldAt(patch, field)
  return { ...partOf(patch, field), ...(field === 'price' ? datesOf(at, undefined) : datesOf(undefined, at)) }
}

/** What is told of prices alone, or of stock alone, without its time. */
function partOf({ id, price, specialPrice, variants = [] }: StockPatch, field: Aging): StockPatch {
  const rows = variants.flatMap((one) => (one[field] === undefined ? [] : { sku: one.sku, [field]: one[field] }))
  return {
    id,
    ...(field === 'price' && price !== undefined ? { price } : {}),
    ...(field === 'price' && specialPrice !== undefined ? { specialPrice } : {}),
    ...(rows.length > 0 ? { variants: rows } : {}),
  }
}

function overlaid(under: StockPatch, over: StockPatch): StockPatch {
  const variants = new Map((under.variants ?? []).map((one) => [one.sku, one]))
  for (const one of over.variants ?? []) variants.set(one.sku, { ...variants.get(one.sku), ...one })
  return { ...under, ...over, ...(variants.size > 0 ? { variants: [...variants.values()] } : {}) }
}

/** Of prices and of stock the later time of the two. */
function newerDates(one: Dated, other: Dated): Dated {
  const [price, stock] = AGING.map((field) => {
    const [mine, theirs] = [toldAt(one, field), toldAt(other, field)]
    return isOutdated(theirs, mine) ? mine : (theirs ?? mine)
  })
  return datesOf(price, stock)
}

/** Whether something was told before the other; without a time it is told now. */
function isOutdated(at: string | undefined, than: string | undefined): boolean {
  return at !== undefined && than !== undefined && Date.parse(at) < Date.parse(than)
}
