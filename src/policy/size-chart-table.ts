import { faultOfIssue, goodsFault } from './goods-fault.ts'
import type { RawCard, RowFault } from './goods-table.ts'
import { SizeChart } from './size-chart.ts'
import { chartColumn, isMeasure, readChartCell } from './size-chart-cells.ts'

/** A size chart as a sheet has it, with the row it begins on. */
export interface NamedChart {
  readonly row: number
  readonly name: string
  /** The products it is for; those may name it instead. */
  readonly products: readonly string[]
  readonly chart: SizeChart
}

/** A chart while its rows are read. */
interface Draft {
  readonly row: number
  readonly name: string
  readonly products: Set<string>
  readonly chart: Record<string, unknown>
  readonly sizes: { readonly row: number; readonly size: Record<string, unknown> }[]
}

/**
 * Size charts from a sheet with a heading: each row is a size, smallest first, with its measures as `160-165` in cm, kg and years; a row that names no chart,
 * nor products instead, goes on with the one before it.
 */
export function chartsOfTable(rows: readonly (readonly string[])[]): {
  readonly charts: readonly NamedChart[]
  readonly faults: readonly RowFault[]
  readonly unknown: readonly string[]
} {
  const heading = rows[0] ?? []
  const columns = heading.map(chartColumn)
  const faults: RowFault[] = []
  const drafts: Draft[] = []
  const names = new Set<string>()
  for (const [i, cells] of rows.slice(1).entries()) {
    const row = i + 2
    if (cells.every((cell) => cell.trim() === '')) continue
    const found = new Map<string, unknown>()
    columns.forEach(({ field, unit }, place) => {
      const cell = (cells[place] ?? '').trim()
      if (field === undefined || cell === '') return
      const value = readChartCell(field, cell, unit)
      if (value === undefined) faults.push({ row, ...goodsFault(field, 'unreadable', cell) })
      else found.set(field, value)
    })
    const products = (found.get('products') ?? []) as string[]
    const name = (found.get('chart') as string | undefined) ?? products[0]
    const before = drafts.at(-1)
    if (name !== undefined && name !== before?.name) {
      if (names.has(name)) faults.push({ row, ...goodsFault('chart', 'twice', name) })
      names.add(name)
      drafts.push({ row, name, products: new Set(), chart: {}, sizes: [] })
    }
    const draft = drafts.at(-1)
    if (draft) addRow(draft, row, products, found)
    else faults.push({ row, ...goodsFault('chart', 'nameless') })
  }
  const charts = drafts.flatMap((draft) => chartOf(draft, faults) ?? [])
  return { charts, faults, unknown: heading.filter((name, place) => name.trim() !== '' && !columns[place]!.field) }
}

function addRow(
  { chart, products, sizes }: Draft,
  row: number,
  more: readonly string[],
  found: ReadonlyMap<string, unknown>,
) {
  for (const id of more) products.add(id)
  for (const field of ['kind', 'bias', 'needs', 'others']) if (found.has(field)) chart[field] = found.get(field)
  const cut = cutOf(found)
  if (cut) chart.cut = cut
  const size = Object.fromEntries([...found].filter(([field]) => field === 'size' || isMeasure(field)))
  sizes.push({ row, size })
}

/** Words in one language each, or the same for all of them. */
function cutOf(found: ReadonlyMap<string, unknown>): object | undefined {
  const inLanguages = [...found].flatMap(([field, words]) =>
    field.startsWith('why.') ? [[field.slice('why.'.length), words]] : [],
  )
  const why = found.get('why') ?? (inLanguages.length > 0 ? Object.fromEntries(inLanguages) : undefined)
  return found.has('bmi') || why !== undefined ? { bmi: found.get('bmi'), why } : undefined
}

function chartOf({ row, name, products, chart, sizes }: Draft, faults: RowFault[]): NamedChart | undefined {
  const raw = { ...chart, rows: sizes.map(({ size }) => size) }
  const { success, data, error } = SizeChart.safeParse(raw)
  if (success) return { row, name, products: [...products], chart: data }
  for (const issue of error.issues) {
    const at = issue.path[0] === 'rows' ? sizes[Number(issue.path[1])] : undefined
    faults.push({ row: at?.row ?? row, ...faultOfIssue(issue, raw) })
  }
  return undefined
}

/** Gives each card the chart that it names or that names it. Charts that nobody has are told. */
export function withCharts(
  cards: readonly RawCard[],
  charts: readonly NamedChart[],
): {
  readonly cards: readonly RawCard[]
  readonly faults: readonly RowFault[]
  readonly unused: readonly NamedChart[]
} {
  const byName = new Map(charts.map((one) => [one.name, one]))
  const byProduct = new Map(charts.flatMap((one) => one.products.map((id) => [id, one] as const)))
  const used = new Set<NamedChart>()
  const faults: RowFault[] = []
  const dressed = cards.map(({ row, card }): RawCard => {
    const { sizeChart: asked, ...rest } = card
    if (asked !== undefined && typeof asked !== 'string') return { row, card }
    const id = String(card.id)
    const found = asked === undefined ? (byProduct.get(id) ?? byName.get(id)) : byName.get(asked)
    if (found) used.add(found)
    else if (asked !== undefined) faults.push({ row, ...goodsFault('sizeChart', 'no_chart', asked) })
    return { row, card: found ? { ...rest, sizeChart: found.chart } : rest }
  })
  return { cards: dressed, faults, unused: charts.filter((one) => !used.has(one)) }
}
