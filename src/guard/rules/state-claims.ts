import type { CheckedText } from '../checked-text.ts'
import type { Finding, GuardContext } from '../context.ts'
import { quantitiesIn } from '../quantities.ts'
import { stockLeft } from '../stock-left.ts'
import { judge, knownValue } from '../support.ts'

/** For what a reply says of the order, the states in which it is not true. */
const UNTRUE_IN: Readonly<Record<string, RegExp>> = {
  unpaid: /^(?:paid|dispatched|delivered)$/,
  waiting: /^(?:dispatched|delivered)$/,
  dispatched: /^(?:created|paid)$/,
  delivered: /^(?:created|paid|dispatched)$/,
  closed: /^(?:created|paid|dispatched|delivered)$/,
}

/** What a reply says of the order's state or of the stock, where the live facts say otherwise (R16). */
export function stateFindings(text: CheckedText, context: GuardContext): Finding[] {
  const contradicted = judge('contradicted', context)
  const order = String(knownValue(context, 'order.state') ?? '')
  const ofOrder = text.hits('order_state').filter(({ act }) => UNTRUE_IN[act ?? '']?.test(order))
  const left = stockLeft(text, context)
  const ofStock = left === undefined ? [] : text.hits('stock_state').filter((hit) => !holds(hit, left, text))
  return [...ofOrder, ...ofStock].map((hit) => ({ ...hit, ...contradicted }))
}

function holds(hit: { from: number; to: number; act?: string | undefined }, left: number, text: CheckedText): boolean {
  if (hit.act === 'out') return left === 0
  if (left === 0) return false
  const said = quantitiesIn(text.text).filter(
    ({ kind, from }) => kind === 'pieces' && hit.from <= from && from < hit.to,
  )
  const bare = /\d+|[一二两三四五六七八九十百千]{2,}/.exec(text.text.slice(hit.from, hit.to))
  const number = said[0]?.value ?? (bare ? numberOf(bare[0]) : undefined)
  return number === undefined || number <= left
}

const FIGURES = '零一二三四五六七八九'

/** 两百 as 200: the first figure and the largest unit are all that a comparison needs. */
function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written)
  const unit = written.includes('千') ? 1000 : written.includes('百') ? 100 : written.includes('十') ? 10 : 1
  return Math.max(1, FIGURES.indexOf(written.replace('两', '二')[0]!)) * unit
}
