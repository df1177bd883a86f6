import type { z } from 'zod'
import type { ErrorBody, StockChange } from '../../protocol/index.ts'
import type { GoodsCard } from './goods-card.ts'

type Change = z.infer<typeof StockChange>
/** Prices and stock as they are typed, by field: `price`, `specialPrice`, and `price` or `stock` with a space and the sku. */
export type StockDraft = Readonly<Record<string, string>>
/** What is wrong with a field: said by the page, or by the service with its `message`. */
export interface FieldFault {
  readonly field: string
  readonly value: string
  readonly kind: 'missing' | 'no_number' | 'refused'
  readonly message?: string
}

const written = (value: number | undefined): string => (value === undefined ? '' : String(value))

export function stockDraftOf({ price, specialPrice, variants }: GoodsCard): StockDraft {
  return {
    price: written(price),
    specialPrice: written(specialPrice),
    ...Object.fromEntries(
      variants.flatMap(({ sku, ...one }) => [
        [`price ${sku}`, written(one.price)],
        [`stock ${sku}`, written(one.stock)],
      ]),
    ),
  }
}

/** What was typed anew; a special price that is emptied is over. */
export function stockChangeOf(card: GoodsCard, draft: StockDraft): { change: Change; faults: readonly FieldFault[] } {
  const before = stockDraftOf(card)
  const faults: FieldFault[] = []
  const change: Change = { id: card.id }
  const variants = new Map<string, NonNullable<Change['variants']>[number]>()
  for (const [field, typed] of Object.entries(draft)) {
    const value = typed.trim()
    if (value === before[field]) continue
    const number = Number(value)
    if (value === '' && field === 'specialPrice') change.specialPrice = null
    else if (value === '') faults.push({ field, value, kind: 'missing' })
    else if (!Number.isFinite(number)) faults.push({ field, value, kind: 'no_number' })
    else if (field === 'price' || field === 'specialPrice') change[field] = number
    else {
      const [name, sku] = [field.slice(0, 5) as 'price' | 'stock', field.slice(6)]
      variants.set(sku, { sku, ...variants.get(sku), [name]: number })
    }
  }
  return { change: variants.size > 0 ? { ...change, variants: [...variants.values()] } : change, faults }
}

/** Where the service finds a fault with a change that was sent alone; `field` is empty for what is no field of it. */
export function fieldFaults(
  details: ErrorBody['error']['details'],
  { variants = [] }: Change,
  draft: StockDraft,
): readonly FieldFault[] {
  return details.map(({ path, message }) => {
    const [, place, name, own] = /^body\.products\.0\.(?:variants\.(\d+)\.(\w+)|(\w+))/.exec(path) ?? []
    const named = place === undefined ? own : `${name} ${variants[Number(place)]?.sku}`
    const field = named !== undefined && named in draft ? named : ''
    return { field, value: draft[field] ?? '', kind: 'refused', message }
  })
}
