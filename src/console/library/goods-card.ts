import type { Locale } from '../../protocol/index.ts'
import { inLanguage, type Store } from '../session.ts'

type Words = Store['name']

export interface Variant {
  readonly sku: string
  readonly colour?: Words
  readonly size?: string
  readonly flavour?: Words
  readonly pack?: Words
  readonly price?: number
  readonly stock?: number
}
export interface SizeChart {
  readonly bias: number
  readonly rows: readonly Readonly<Record<string, string | readonly [number, number]>>[]
}
/** A product card as `GET /v1/products` lists it. */
export interface GoodsCard {
  readonly id: string
  readonly externalIds: Readonly<Partial<Record<'taobao' | 'jd' | 'pdd' | 'douyin', string>>>
  readonly url?: string
  readonly title: Words
  readonly shortName: Words
  readonly aliases: readonly string[]
  readonly category: 'clothing' | 'kids' | 'snacks' | 'tea' | 'wipes' | 'other'
  readonly type?: string
  readonly price: number
  readonly specialPrice?: number
  readonly weight?: number
  readonly perPerson?: number
  readonly variants: readonly Variant[]
  readonly attributes: Readonly<Record<string, Words>>
  readonly sizeChart?: SizeChart
  readonly care?: Words
  readonly flaws: readonly Words[]
  readonly companions: readonly { readonly id: string; readonly why: Words }[]
  readonly photosReal?: boolean
  readonly sold?: number
  readonly rating?: number
  readonly noReasonReturn?: boolean
  readonly dark: readonly string[]
  readonly restock?: Words
  readonly asOf?: string
  readonly priceAsOf?: string
  readonly stockAsOf?: string
  readonly writtenAt?: string
}
export type AgingField = 'price' | 'stock'

/** What is left of all variants that say so; undefined = the store does not say. */
export function stockOf({ variants }: GoodsCard): number | undefined {
  const told = variants.flatMap(({ stock }) => stock ?? [])
  return told.length === 0 ? undefined : told.reduce((sum, one) => sum + one, 0)
}

/** As of when price or stock is told, as far as anybody has said. */
export const toldAt = (card: GoodsCard, field: AgingField): string | undefined =>
  card[`${field}AsOf`] ?? card.asOf ?? card.writtenAt

/** Since when nothing of it is newer, as far as that is known. */
export function oldestOf(card: GoodsCard): string | undefined {
  const times = [toldAt(card, 'price'), stockOf(card) === undefined ? undefined : toldAt(card, 'stock')]
  return times.filter((at) => at !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b))[0]
}

/** What sets a variant apart from the others. */
export function variantName({ colour, size, flavour, pack, sku }: Variant, language: Locale): string {
  const traits = [colour, size, flavour, pack].map((one) => inLanguage(one, language)).filter((one) => one !== '')
  return traits.length === 0 ? sku : traits.join(' · ')
}
