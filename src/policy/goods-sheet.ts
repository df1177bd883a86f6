import type { Card, Variant } from './card.ts'
import { GOODS_COLUMNS, type GoodsColumn } from './goods-table.ts'
import type { Localised } from './localised.ts'
import { brandsCell } from './other-brands-cell.ts'
import { MEASURES, type SizeChart } from './size-chart.ts'

type Rows = string[][]

/**
 * Cards as a sheet that `goodsOfTable` reads: one row for each variant, columns that nobody needs left out. `charts` = also the name of each card's chart, as
 * `chartSheet` names it. What a sheet cannot hold: companions, and flaws in several languages.
 */
export function goodsSheet(cards: readonly Card[], charts: boolean): Rows {
  const names = charts ? chartNames(cards) : new Map<string, string>()
  const rows = cards.flatMap((card) => {
    const fields = fieldsOf(card, names.get(card.id))
    const [first, ...others] = card.variants.map((variant) => variantFields(variant))
    const id = new Map([['id', card.id]])
    return [new Map([...fields, ...(first ?? [])]), ...others.map((one) => new Map([...id, ...one]))]
  })
  return asRows(GOODS_COLUMNS.flatMap(headingsOf), rows)
}

/** With those of the columns that a row has. */
function asRows(columns: readonly string[], rows: readonly ReadonlyMap<string, string>[]): Rows {
  const used = new Set(rows.flatMap((row) => [...row.keys()]))
  const heading = columns.filter((name) => used.has(name))
  return [heading, ...rows.map((row) => heading.map((name) => row.get(name) ?? ''))]
}

/** The size charts of cards as a sheet that `chartsOfTable` reads. What is said of a chart as a whole stands on its first row. */
export function chartSheet(cards: readonly Card[]): Rows {
  const names = chartNames(cards)
  const charts = new Map<string, { readonly chart: SizeChart; readonly products: string[] }>()
  for (const { id, sizeChart } of cards) {
    if (!sizeChart) continue
    const name = names.get(id)!
    const known = charts.get(name) ?? { chart: sizeChart, products: [] }
    known.products.push(id)
    charts.set(name, known)
  }
  const rows = [...charts].flatMap(([name, { chart, products }]) =>
    chart.rows.map((row, i): Map<string, string> => {
      const fields = new Map([['chart', name]])
      if (i === 0) {
        put(fields, 'products', products)
        put(fields, 'kind', chart.kind)
        put(fields, 'bias', chart.bias)
        put(fields, 'needs', chart.needs)
        put(fields, 'bmi', chart.cut?.bmi.join('-'))
        put(fields, 'why', chart.cut?.why)
        if (chart.others.length > 0) put(fields, 'others', brandsCell(chart.others))
      }
      put(fields, 'size', row.size)
      for (const measure of MEASURES) put(fields, measure, row[measure]?.join('-'))
      return fields
    }),
  )
  return asRows(CHART_COLUMNS, rows)
}

/** Charts are named after the first product that has them; by product id. */
function chartNames(cards: readonly Card[]): Map<string, string> {
  const first = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { id, sizeChart } of cards) {
    if (!sizeChart) continue
    const print = JSON.stringify(sizeChart)
    const name = first.get(print) ?? id
    first.set(print, name)
    names.set(id, name)
  }
  return names
}

const LANGUAGES = ['zh', 'en', 'ko'] as const

const CHART_COLUMNS = [
  ...['chart', 'products', 'kind', 'bias', 'needs', 'bmi', 'why', ...LANGUAGES.map((language) => `why.${language}`)],
  ...['others', 'size', ...MEASURES],
]

const headingsOf = ({ path, kind }: GoodsColumn): string[] =>
  kind === 'words' ? [path, ...LANGUAGES.map((language) => `${path}.${language}`)] : [path]

function fieldsOf(card: Card, chart: string | undefined): Map<string, string> {
  const { attributes, externalIds, variants: _, companions: __, sizeChart: ___, ...plain } = card
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(plain)) put(fields, name, value)
  for (const [name, value] of Object.entries(attributes)) put(fields, `attributes.${name}`, value)
  for (const [name, value] of Object.entries(externalIds)) put(fields, `external.${name}`, value)
  put(fields, 'sizeChart', chart)
  return fields
}

function variantFields(variant: Variant): Map<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(variant)) put(fields, `variant.${name}`, value)
  return fields
}

function put(fields: Map<string, string>, path: string, value: unknown): void {
  if (value === undefined) return
  if (Array.isArray(value)) {
    const list = (value as Localised[]).map((one) => (typeof one === 'string' ? one : (Object.values(one)[0] ?? '')))
    if (list.length > 0) fields.set(path, list.join('|'))
  } else if (typeof value === 'object' && value !== null)
    for (const [language, words] of Object.entries(value)) fields.set(`${path}.${language}`, String(words))
  else fields.set(path, String(value))
}
