import { type Card, priceOf } from '../card.ts'
import { readFen, toFen } from '../money.ts'
import { isOld } from './is-old.ts'
import type { Knowledge } from './knowledge.ts'
import { pricesFen } from './product.ts'

type Line = NonNullable<NonNullable<Knowledge['order']>['lines']>[number]

/** How many pieces the shopper speaks of; one when they name no number. */
export function pieces(know: Knowledge): number {
  const said = Number(know.said('quantity')?.value)
  return Number.isInteger(said) && said > 0 ? said : 1
}

/** What the goods are worth: the order at hand, else the product at hand; undefined when its price still depends on the choice, or is too old. */
export function goodsFen(know: Knowledge): number | undefined {
  const ordered = orderFen(know)
  if (ordered !== undefined) return ordered
  if (isOld(know, 'price', know.pricedAt)) return undefined
  const [price, ...more] = pricesFen(know)
  return price === undefined || more.length > 0 ? undefined : price * pieces(know)
}

function orderFen(know: Knowledge): number | undefined {
  const order = know.purchase
  if (!order) return undefined
  const lines = order.lines?.map((line) => lineFen(line, know)) ?? []
  if (lines.length === 0 || lines.includes(undefined)) return readFen(order.total)
  return lines.reduce((sum: number, fen) => sum + fen!, 0)
}

function lineFen(line: Line, know: Knowledge): number | undefined {
  const card = cardOf(line, know)
  const fen = readFen(line.price) ?? (card ? toFen(priceOf(card)) : undefined)
  return fen === undefined ? undefined : fen * (line.quantity ?? 1)
}

export function cardOf(line: Line, know: Knowledge): Card | undefined {
  return line.id === undefined ? undefined : know.input.catalogue.resolve({ id: line.id })
}

/** Weight of the parcel in kg: as the shopper says, else of the order, else of the product, else what the store takes for ordinary. */
export function parcelKg(know: Knowledge): number | undefined {
  const said = Number(know.said('mass')?.value)
  if (said > 0) return said
  const lines = know.purchase?.lines ?? []
  const weights = lines.map((line) => {
    const kg = cardOf(line, know)?.weight
    return kg === undefined ? undefined : kg * (line.quantity ?? 1)
  })
  if (weights.length > 0 && !weights.includes(undefined))
    return round(weights.reduce((sum: number, kg) => sum + kg!, 0))
  const own = know.card?.weight
  return own === undefined ? know.settle(know.store.shipping.assumedKg) : round(own * pieces(know))
}

function round(kg: number): number {
  return Math.round(kg * 1000) / 1000
}
