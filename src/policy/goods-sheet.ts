import type { Card, Variant } from './card.ts'
import { GOODS_COLUMNS, type GoodsColumn } from './goods-table.ts'
import type { Localised } from './localised.ts'
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
  const used = new Set(rows.flatMap((row) => [...row.keys()]))
  const heading = GOODS_COLUMNS.flatMap((column) => headingsOf(column).filter((name) => used.has(name)))
  return [heading, ...rows.map((row) => heading.map((name) => row.get(name) ?? ''))]
}

/** The size charts of cards as a sheet that `chartsOfTable` reads; the builds a cut is made for and the sizes of other makers are not in it. */
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
  const heading = ['chart', 'products', 'kind', 'bias', 'needs', 'size', ...MEASURES]
  const rows = [...charts].flatMap(([name, { chart, products }]) =>
    chart.rows.map((row, i) => [
      name,
      ...(i === 0 ? [products.join('|'), chart.kind, String(chart.bias), chart.needs.join('|')] : ['', '', '', '']),
      row.size,
      ...MEASURES.map((measure) => row[measure]?.join('-') ?? ''),
    ]),
  )
  return [heading, ...rows]
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
