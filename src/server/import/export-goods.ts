import { type Card, chartSheet, goodsSheet } from '../../policy/index.ts'
import { formulaSafe, typedSafe } from '../../scripts/index.ts'
import { csvBytes, type ExportedFile } from './export-phrases.ts'
import { WORKBOOK_TYPE, writeWorkbook } from './write-workbook.ts'

type Safe = (cell: string) => string
const safely = (rows: readonly (readonly string[])[], safe: Safe) => rows.map((row) => row.map(safe))
const csvFile = (name: string, rows: readonly (readonly string[])[]): ExportedFile => ({
  name,
  type: 'text/csv; charset=utf-8',
  bytes: csvBytes(safely(rows, formulaSafe)),
})

/** What a store sells as a file that can be imported again. JSON lines hold everything; a CSV has its size charts in a file of their own (`charts`). */
export async function exportGoods(
  cards: readonly Card[],
  format: 'jsonl' | 'csv' | 'xlsx' | 'charts',
): Promise<ExportedFile> {
  switch (format) {
    case 'jsonl': {
      const bytes = Buffer.from(cards.map((card) => `${JSON.stringify(card)}\n`).join(''))
      return { name: 'goods.jsonl', type: 'application/x-ndjson; charset=utf-8', bytes }
    }
    case 'csv':
      return csvFile('goods.csv', goodsSheet(cards, false))
    case 'charts':
      return csvFile('size-charts.csv', chartSheet(cards))
    case 'xlsx': {
      const goods = { name: '商品', rows: safely(goodsSheet(cards, true), typedSafe) }
      const charts = { name: '尺码表', rows: safely(chartSheet(cards), typedSafe) }
      const sheets = charts.rows.length > 1 ? [goods, charts] : [goods]
      return { name: 'goods.xlsx', type: WORKBOOK_TYPE, bytes: await writeWorkbook(sheets) }
    }
  }
}
