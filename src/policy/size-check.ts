import type { SizeAdvice } from './size.ts'
import type { SizeChart } from './size-chart.ts'

/** `small`: the size asked for is smaller than what is advised; `none`: no size of this cut is right. */
export type SizeCheck = 'fits' | 'small' | 'large' | 'none'

/**
 * What the advice says of a size the shopper has chosen by themselves: the early warning (C59, R12). Undefined while measures are missing or when the chart has no such
 * size.
 */
export function checkSize({ rows }: Pick<SizeChart, 'rows'>, advice: SizeAdvice, asked: string): SizeCheck | undefined {
  const place = (size: string) => rows.findIndex((row) => row.size.toUpperCase() === size.toUpperCase())
  const chosen = place(asked)
  if (advice.state === 'missing' || chosen < 0) return undefined
  if (advice.state === 'unsuitable') return 'none'
  if (chosen < place(advice.pick)) return 'small'
  return chosen > place(advice.state === 'border' ? advice.other : advice.pick) ? 'large' : 'fits'
}
