import type { Line } from './localised.ts'
import { MEASURES, type Measure, type SizeChart } from './size-chart.ts'
import { type Measured, whyApart, whyBiased, whyBorder, whyOne, whyOutside } from './size-words.ts'

/** Body measures as far as known: cm, kg, years. */
export type Body = { readonly [M in Measure]?: number | undefined }

/** `border`: `pick` is the closer fit, `other` the looser one, and the shopper decides (F4). */
export type SizeAdvice =
  | { readonly state: 'one'; readonly pick: string; readonly why: Line }
  | { readonly state: 'border'; readonly pick: string; readonly other: string; readonly why: Line }
  | { readonly state: 'unsuitable'; readonly why: Line }
  | { readonly state: 'missing'; readonly slots: readonly Measure[] }

/**
 * The size a chart advises for a body (F4, R12, R60). Every known measure allows some rows; where all agree on one row that is the
 * size, on two neighbours it is a border case, and measures that are further apart than neighbours do not suit the cut.
 */
export function adviseSize(chart: SizeChart, body: Body): SizeAdvice {
  const slots = chart.needs.filter((measure) => body[measure] === undefined)
  if (slots.length > 0) return { state: 'missing', slots }
  const known = measuresOf(chart, body)
  let low = 0
  let high = chart.rows.length - 1
  for (const measured of known) {
    const allowed = rowsFor(chart, measured)
    if (!allowed) return { state: 'unsuitable', why: whyOutside(measured) }
    low = Math.max(low, allowed.low)
    high = Math.min(high, allowed.high)
  }
  if (low > high + 1) return { state: 'unsuitable', why: whyApart(known) }
  // neighbours that disagree, or overlapping rows of which the middle two are offered
  if (low > high) [low, high] = [high, low]
  else if (high - low > 1) {
    low = (low + high) >> 1
    high = low + 1
  }
  return verdict(chart, known, low, high)
}

/** Applies the fit bias: whole sizes shift the advice, half a size decides a border case. */
function verdict(chart: SizeChart, known: readonly Measured[], low: number, high: number): SizeAdvice {
  const whole = Math.trunc(chart.bias)
  const half = chart.bias - whole
  const smaller = clamp(low - whole, chart)
  const larger = clamp(high - whole, chart)
  const closer = chart.rows[half <= -0.5 ? larger : smaller]!.size
  const looser = chart.rows[half >= 0.5 ? smaller : larger]!.size
  if (closer !== looser) return { state: 'border', pick: closer, other: looser, why: whyBorder(known, closer, looser) }
  const charted = low === high && chart.rows[low]!.size === closer
  return { state: 'one', pick: closer, why: charted ? whyOne(known, closer) : whyBiased(known, closer, chart.bias) }
}

function clamp(row: number, chart: SizeChart): number {
  return Math.min(Math.max(row, 0), chart.rows.length - 1)
}

/** The known measures the chart has figures for; age is too rough to overrule a measured body. */
function measuresOf(chart: SizeChart, body: Body): Measured[] {
  return MEASURES.flatMap((measure) => {
    const value = body[measure]
    const charted = measure === 'age' ? chart.needs.includes('age') : chart.rows.some((row) => row[measure])
    return value !== undefined && charted ? [{ measure, value }] : []
  })
}

/** First and last row that a measure allows; between two rows both neighbours; undefined outside the chart. */
function rowsFor(chart: SizeChart, { measure, value }: Measured): { low: number; high: number } | undefined {
  const inside: number[] = []
  let below = -1
  let above = -1
  chart.rows.forEach((row, index) => {
    const range = row[measure]
    if (!range) return
    if (value > range[1]) below = index
    else if (value >= range[0]) inside.push(index)
    else if (above < 0) above = index
  })
  if (inside.length > 0) return { low: inside[0]!, high: inside[inside.length - 1]! }
  return below < 0 || above < 0 ? undefined : { low: below, high: above }
}
