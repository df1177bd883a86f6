import { mergedPostage } from '../merged-postage.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { cardOf, pieces } from './parcel.ts'
import { fact, type Resolvers } from './resolver.ts'
import { tariffAt } from './shipping.ts'

/** What postage the product at hand adds to the order that has not left yet. */
function mergeFee(know: Knowledge): Fact | undefined {
  const { card, order } = know
  const tariff = tariffAt(know)
  if (!card?.weight || !tariff || !order || (order.status !== 'created' && order.status !== 'paid')) return undefined
  const lines = order.lines ?? []
  if (lines.some((line) => cardOf(line, know)?.id === card.id)) return undefined
  const weights = lines.map((line) => (cardOf(line, know)?.weight ?? Number.NaN) * (line.quantity ?? 1))
  const kg = weights.reduce((sum, one) => sum + one, 0)
  if (!(kg > 0)) return undefined
  const merged = mergedPostage(tariff, [kg, card.weight * pieces(know)], know.store.currency)
  return fact('calc', know.money(merged.extraFen), merged.extraFen / 100, merged.why[know.locale])
}

export const MERGE: Resolvers = { 'shipping.merge_fee': mergeFee }
