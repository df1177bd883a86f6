import type { RawCard, RowFault } from './goods-table.ts'
import { MEASURES, type Measure, SizeChart } from './size-chart.ts'

/** A size chart as a sheet has it, with the row it begins on. */
export interface NamedChart {
  readonly row: number
  readonly name: string
  /** The products it is for; those may name it instead. */
  readonly products: readonly string[]
  readonly chart: SizeChart
}

/** What the columns of a sheet of charts are called, without the unit in brackets that may stand behind them. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  chart: ['chart', 'sizechart', '尺码表', '表名', '사이즈표'],
  products: ['products', 'id', '商品编号', '商品编码', '货号', '상품번호'],
  kind: ['kind', '类型', '适用', '종류'],
  bias: ['bias', '偏码'],
  needs: ['needs', '必问'],
  size: ['size', '尺码', '사이즈'],
  height: ['height', '身高', '키'],
  weight: ['weight', '体重', '몸무게', '체중'],
  age: ['age', '年龄', '나이'],
  foot_length: ['foot_length', '脚长', '발길이'],
  chest: ['chest', '胸围', '가슴둘레'],
  waist: ['waist', '腰围', '허리둘레'],
  hip: ['hip', '臀围', '엉덩이둘레'],
}
const KINDS: Readonly<Record<string, readonly string[]>> = {
  adult: ['成人', '성인'],
  child: ['儿童', '童装', '아동'],
  shoes: ['鞋', '鞋子', '신발'],
  baby: ['婴儿', '宝宝', '아기'],
}
/** Units that are not ours, by what they are of it. */
const UNITS: Readonly<Record<string, number>> = { 斤: 0.5, mm: 0.1, 毫米: 0.1, m: 100, 米: 100 }

const known = (table: Readonly<Record<string, readonly string[]>>, name: string): string | undefined =>
  Object.keys(table).find((key) => key === name || table[key]!.includes(name))

interface Column {
  readonly field: string | undefined
  readonly unit: number
}

function columnOf(heading: string): Column {
  const [, name, unit] = /^([^(（]*)(?:[(（]([^)）]*)[)）])?$/.exec(heading.trim().toLowerCase()) ?? []
  return { field: known(COLUMNS, (name ?? '').trim()), unit: UNITS[(unit ?? '').trim()] ?? 1 }
}

/** Whether a sheet holds size charts and no products: sizes, body measures, and no title. */
export function isChartTable(heading: readonly string[]): boolean {
  const fields = heading.map((name) => columnOf(name).field)
  const names = heading.map((name) => name.trim().toLowerCase())
  const isOfGoods = ['title', 'price', '标题', '商品标题', '商品名称', '价格', '상품명', '가격'].some((one) =>
    names.includes(one),
  )
  return !isOfGoods && fields.includes('size') && MEASURES.some((measure) => fields.includes(measure))
}

/**
 * Size charts from a sheet with a heading: each row is a size, smallest first, with its measures as `160-165` in cm, kg and years; a row that names no other
 * chart (or, without names, no other products) goes on with the one before it. What a row leaves empty is as in the row before.
 */
export function chartsOfTable(rows: readonly (readonly string[])[]): {
  readonly charts: readonly NamedChart[]
  readonly faults: readonly RowFault[]
  readonly unknown: readonly string[]
} {
  const heading = rows[0] ?? []
  const columns = heading.map(columnOf)
  const faults: RowFault[] = []
  const drafts: Draft[] = []
  for (const [i, cells] of rows.slice(1).entries()) {
    const row = i + 2
    if (cells.every((cell) => cell.trim() === '')) continue
    const found = new Map<string, unknown>()
    columns.forEach(({ field, unit }, place) => {
      const cell = (cells[place] ?? '').trim()
      if (field === undefined || cell === '') return
      const value = readCell(field, cell, unit)
      if (value === undefined) faults.push({ row, path: field, message: `"${cell}" cannot be read` })
      else found.set(field, value)
    })
    const products = (found.get('products') ?? []) as string[]
    const name = (found.get('chart') as string | undefined) ?? products[0]
    const before = drafts.at(-1)
    const isNext = before !== undefined && (name === undefined || name === before.name)
    if (!isNext && name === undefined) faults.push({ row, path: 'chart', message: 'which chart it is' })
    else begin(isNext ? before : undefined, { row, name: name!, products, found }, drafts)
  }
  const charts = drafts.flatMap(({ row, name, products, chart, rowsAt }) => {
    const { success, data, error } = SizeChart.safeParse(chart)
    if (success) return [{ row, name, products, chart: data }]
    for (const { path, message } of error.issues)
      faults.push({ row: path[0] === 'rows' ? (rowsAt[Number(path[1])] ?? row) : row, path: path.join('.'), message })
    return []
  })
  return { charts, faults, unknown: heading.filter((name, place) => name.trim() !== '' && !columns[place]!.field) }
}

interface Draft {
  readonly row: number
  readonly name: string
  readonly products: readonly string[]
  readonly chart: Record<string, unknown> & { readonly rows: Record<string, unknown>[] }
  /** The row of the sheet that each size stands on. */
  readonly rowsAt: number[]
}

interface Found {
  readonly row: number
  readonly name: string
  readonly products: readonly string[]
  readonly found: ReadonlyMap<string, unknown>
}

function begin(before: Draft | undefined, { row, name, products, found }: Found, drafts: Draft[]): void {
  const draft = before ?? { row, name, products, chart: { rows: [] }, rowsAt: [] }
  if (!before) drafts.push(draft)
  for (const field of ['kind', 'bias', 'needs']) if (found.has(field)) draft.chart[field] = found.get(field)
  draft.chart.rows.push(Object.fromEntries([...found].filter(([field]) => field === 'size' || isMeasure(field))))
  draft.rowsAt.push(row)
}

const isMeasure = (field: string): field is Measure => MEASURES.some((measure) => measure === field)

function readCell(field: string, cell: string, unit: number): unknown {
  if (isMeasure(field)) return rangeOf(cell, unit)
  if (field === 'products') return cell.split(/[|；;\n]/).flatMap((one) => one.trim() || [])
  if (field === 'kind') return known(KINDS, cell.toLowerCase())
  if (field === 'needs') {
    const needs = cell.split(/[|；;\n]/).map((one) => known(COLUMNS, one.trim().toLowerCase()))
    return needs.every((one) => one !== undefined && isMeasure(one)) ? needs : undefined
  }
  if (field !== 'bias') return cell
  return Number.isFinite(Number(cell)) ? Number(cell) : undefined
}

/** `160-165`, `160~165`, `165`. */
function rangeOf(cell: string, unit: number): [number, number] | undefined {
  const [, from, to] = /^(\d+(?:\.\d+)?)\s*(?:[-~–—～至到]\s*(\d+(?:\.\d+)?))?\D{0,3}$/.exec(cell) ?? []
  if (from === undefined) return undefined
  const scaled = (figure: string) => Math.round(Number(figure) * unit * 1_000) / 1_000
  return [scaled(from), scaled(to ?? from)]
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
    else if (asked !== undefined) faults.push({ row, path: 'sizeChart', message: `there is no size chart "${asked}"` })
    return { row, card: found ? { ...rest, sizeChart: found.chart } : rest }
  })
  return { cards: dressed, faults, unused: charts.filter((one) => !used.has(one)) }
}
