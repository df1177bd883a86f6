import { adviseSize, type Body, type SizeAdvice } from '../size.ts'
import { MEASURES } from '../size-chart.ts'
import { sizeText } from '../size-words.ts'
import { toldAt } from '../told-at.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { counted, fact, type Resolver, type Resolvers, state } from './resolver.ts'

/** What the size chart advises for the body the shopper described; undefined without a chart. */
export function sizeAdvice(know: Knowledge): SizeAdvice | undefined {
  return know.once('size', () => {
    const chart = know.card?.sizeChart
    if (!chart) return undefined
    const body: { -readonly [M in keyof Body]: Body[M] } = {}
    for (const measure of MEASURES) {
      const said = know.said(measure)
      const value = Number(said?.value ?? know.shopper?.[measure])
      if (value > 0) body[measure] = said?.unit === 'month' ? value / 12 : value
    }
    return adviseSize(chart, body)
  })
}

function size(pick: (advice: SizeAdvice) => string | undefined): Resolver {
  return (know) => {
    const advice = sizeAdvice(know)
    if (!advice || advice.state === 'missing') return undefined
    const chosen = pick(advice)
    return chosen === undefined
      ? undefined
      : fact('calc', sizeText(chosen, know.locale), chosen, advice.why[know.locale])
  }
}

function sizeWhy(know: Knowledge): Fact | undefined {
  const advice = sizeAdvice(know)
  return advice && advice.state !== 'missing' ? fact('calc', advice.why[know.locale]) : undefined
}

function sizeState(know: Knowledge): Fact | undefined {
  const advice = sizeAdvice(know)
  return advice && advice.state !== 'missing' ? state('calc', advice.state, advice.why[know.locale]) : undefined
}

/** Pieces left of what was asked for; undefined as soon as one count is unknown. */
function stockLeft(know: Knowledge): number | undefined {
  return know.once('stock', () => {
    const { variants, missing } = know.chosen
    if (missing || variants.length === 0) return undefined
    const counts = variants.map((variant) => know.stockOf(variant))
    return counts.includes(undefined) ? undefined : counts.reduce((sum: number, count) => sum + count!, 0)
  })
}

function stockState(know: Knowledge): Fact | undefined {
  if (know.card && know.chosen.missing) return state('calc', 'variant_missing')
  const left = stockLeft(know)
  if (left === undefined) return undefined
  const low = know.settle(know.store.stock.lowAt) ?? 0
  return state('calc', left === 0 ? 'out' : left <= low ? 'low' : 'in')
}

const stockToldAt = ({ input, card }: Knowledge) => input.live?.asOf ?? (card && toldAt(card, 'stock'))

export const CHOICE: Resolvers = {
  'size.pick': size((advice) => ('pick' in advice ? advice.pick : undefined)),
  'size.other': size((advice) => ('other' in advice ? advice.other : undefined)),
  'size.why': sizeWhy,
  'size.state': sizeState,
  'stock.left': (know) => {
    const left = stockLeft(know)
    return left ? fact('calc', counted(left, 'piece', know.locale), left, undefined, stockToldAt(know)) : undefined
  },
  'stock.state': stockState,
}
