import { type Line, say } from './localised.ts'
import { MEASURES, type Measure, type SizeChart } from './size-chart.ts'
import { type Measured, whyApart, whyBiased, whyBorder, whyByAge, whyOne, whyOutside } from './size-words.ts'

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
  const unsuited = whyUnsuited(chart, body)
  return unsuited ? { state: 'unsuitable', why: unsuited } : verdict(chart, known, body.age, low, high)
}

/** Why the cut is nothing for this build, although a row of the chart would be found (C59); undefined when it is. */
function whyUnsuited({ cut }: SizeChart, { height, weight }: Body): Line | undefined {
  if (!cut || height === undefined || weight === undefined) return undefined
  const bmi = weight / (height / 100) ** 2
  if (bmi >= cut.bmi[0] && bmi <= cut.bmi[1]) return undefined
  const plain = whyApart([
    { measure: 'height', value: height },
    { measure: 'weight', value: weight },
  ])
  return { zh: say(cut.why, 'zh') ?? plain.zh, en: say(cut.why, 'en') ?? plain.en, ko: say(cut.why, 'ko') ?? plain.ko }
}

/** Applies the fit bias: whole sizes shift the advice, half a size decides a border case; of what is still open age may decide. */
function verdict(
  chart: SizeChart,
  known: readonly Measured[],
  age: number | undefined,
  low: number,
  high: number,
): SizeAdvice {
  const whole = Math.trunc(chart.bias)
  const half = chart.bias - whole
  const smaller = clamp(low - whole, chart)
  const larger = clamp(high - whole, chart)
  const closer = chart.rows[half <= -0.5 ? larger : smaller]!
  const looser = chart.rows[half >= 0.5 ? smaller : larger]!
  if (closer === looser) {
    const charted = low === high && chart.rows[low] === closer
    const why = charted ? whyOne(known, closer) : whyBiased(known, closer.size, chart.bias)
    return { state: 'one', pick: closer.size, why }
  }
  const byAge = age === undefined ? [] : [closer, looser].filter((row) => isIn(row.age, age))
  if (byAge.length === 1) {
    const pick = byAge[0]!.size
    return { state: 'one', pick, why: whyByAge([...known, { measure: 'age', value: age! }], pick) }
  }
  return {
    state: 'border',
    pick: closer.size,
    other: looser.size,
    why: whyBorder(known, closer.size, looser.size),
  }
}

function isIn(range: readonly [number, number] | undefined, value: number): boolean {
  return range !== undefined && value >= range[0] && value <= range[1]
}

function clamp(row: number, chart: SizeChart): number {
  return Math.min(Math.max(row, 0), chart.rows.length - 1)
}

/** The known measures the chart has figures for; age is too rough to overrule a measured body, it only settles border cases. */
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
