import {
  type Card,
  chartsOfTable,
  GOODS_COLUMNS,
  goodsFault,
  goodsOfTable,
  isChartTable,
  type NamedChart,
  type RawCard,
  type RowFault,
  withCharts,
} from '../../policy/index.ts'
import { unguarded } from '../../scripts/index.ts'
import { parseJson } from '../parse-json.ts'
import { decodeText, UNREADABLE } from './decode-text.ts'
import { bytesOf, type FileSource, headOf } from './file-source.ts'
import { readTables, type Tables } from './read-table.ts'
import type { Sheet } from './read-workbook.ts'

/** The cards of a file, not checked yet, and what in it could not be read. */
export interface GoodsFile {
  readonly cards: readonly RawCard[]
  readonly faults: readonly RowFault[]
  readonly unknown: readonly string[]
}

/** Fifty thousand products with ten variants each. */
const ROWS = 500_000
const LINES_BYTES = 128 * 1_048_576

/**
 * Reads CSV, a workbook, or one JSON card per line. Size charts stand on a sheet of their own or in a file of their own; `known` = the products that are there,
 * for charts that come without them. @throws HuashuError `bad_request`, `too_large`
 */
export async function readGoods(
  source: FileSource,
  mapping: Readonly<Record<string, string>>,
  known: (id: string) => Card | undefined,
): Promise<GoodsFile> {
  const isLines = /^\s*\{/.test(decodeText((await headOf(source)).subarray(0, 1_024)).text)
  if (isLines) return goodsOfLines(decodeText(await bytesOf(source, LINES_BYTES, 'a list')).text)
  return ofTables(await readTables(source, { rows: ROWS }), mapping, known)
}

/** One card of JSON per line. */
export function goodsOfLines(text: string): GoodsFile {
  const cards: RawCard[] = []
  const faults: RowFault[] = []
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    try {
      cards.push({ row: i + 1, card: parseJson(line, '') as Record<string, unknown> })
    } catch (error) {
      faults.push({ row: i + 1, ...goodsFault('', 'unreadable'), message: (error as Error).message })
    }
  }
  return { cards, faults, unknown: [] }
}

type Known = (id: string) => Card | undefined
type PlacedChart = NamedChart & { readonly sheet: string | undefined }

function ofTables({ sheets, encoding }: Tables, mapping: Readonly<Record<string, string>>, known: Known): GoodsFile {
  const plain = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(unguarded)) }))
  const [goods, ...others] = plain.filter(({ rows }) => !isChartTable(rows[0]!))
  const read = goodsOfTable(goods?.rows ?? [], mapping)
  const place = (sheet: Sheet | undefined) => (sheets.length > 1 ? sheet?.name : undefined)
  const found = plain
    .filter(({ rows }) => isChartTable(rows[0]!))
    .map((sheet) => ({ sheet: place(sheet), ...chartsOfTable(sheet.rows) }))
  const charts = found.flatMap(({ sheet, charts: some }) => some.map((chart): PlacedChart => ({ ...chart, sheet })))
  const dressed = withCharts(read.cards, charts)
  const named = Object.hasOwn(mapping, 'sizeChart') || hasChartColumn(goods)
  const cards = dressed.cards.map(({ row, card }) => ({
    row,
    sheet: place(goods),
    // a sheet that says nothing of charts takes none away
    card: named || card.sizeChart !== undefined ? card : { ...card, ...pick(known(String(card.id)), 'sizeChart') },
  }))
  const beside = chartsAlone(charts, dressed.unused, new Set(cards.map(({ card }) => card.id)), known)
  return {
    cards: [...cards, ...beside.cards],
    faults: [
      ...read.faults.map((fault) => ({ ...fault, sheet: place(goods) })),
      ...found.flatMap(({ sheet, faults }) => faults.map((fault) => ({ ...fault, sheet }))),
      ...dressed.faults.map((fault) => ({ ...fault, sheet: place(goods) })),
      ...beside.faults,
      ...plain.flatMap((sheet) => unreadableIn(sheet, place(sheet), encoding)),
    ],
    unknown: [
      ...read.unknown,
      ...others.map(({ name }) => `sheet ${name}`),
      ...found.flatMap(({ unknown }) => unknown),
    ],
  }
}

const pick = (card: Card | undefined, field: 'sizeChart') => (card?.[field] ? { [field]: card[field] } : {})

const NAMES = GOODS_COLUMNS.find(({ path }) => path === 'sizeChart')!.names
const hasChartColumn = (sheet: Sheet | undefined) =>
  (sheet?.rows[0] ?? []).some((name) => NAMES.some((one) => one.toLowerCase() === name.trim().toLowerCase()))

/** Charts for products that are not in the file: those that are there get them. */
function chartsAlone(
  charts: readonly PlacedChart[],
  unused: readonly NamedChart[],
  inFile: ReadonlySet<unknown>,
  known: Known,
): { readonly cards: RawCard[]; readonly faults: RowFault[] } {
  const cards: RawCard[] = []
  const faults: RowFault[] = []
  for (const chart of charts) {
    const { row, sheet, name, products } = chart
    const isForNobody = products.length === 0 && unused.includes(chart)
    for (const id of isForNobody ? [name] : products.filter((one) => !inFile.has(one))) {
      const card = known(id)
      if (card) cards.push({ row, sheet, card: { ...card, sizeChart: chart.chart } })
      else faults.push({ row, sheet, ...goodsFault('products', isForNobody ? 'idle_chart' : 'no_product', id) })
    }
  }
  return { cards, faults }
}

function unreadableIn({ rows }: Sheet, sheet: string | undefined, encoding: string): RowFault[] {
  return rows.flatMap((cells, i) =>
    cells.some((cell) => cell.includes(UNREADABLE))
      ? [{ sheet, row: i + 1, ...goodsFault('', 'wrong_letters', encoding) }]
      : [],
  )
}
