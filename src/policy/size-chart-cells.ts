import { readBrands } from './other-brands-cell.ts'
import { MEASURES, type Measure } from './size-chart.ts'

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
  bmi: ['bmi', '体型', '체형'],
  why: ['why', '版型说明', '핏 설명'],
  'why.zh': [],
  'why.en': [],
  'why.ko': [],
  others: ['others', '其他品牌', '타 브랜드'],
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

/** A column of a sheet of charts: what it holds, undefined when nobody knows, in what unit of ours. */
export interface ChartColumn {
  readonly field: string | undefined
  readonly unit: number
}

export function chartColumn(heading: string): ChartColumn {
  const [, name, unit] = /^([^(（]*)(?:[(（]([^)）]*)[)）])?$/.exec(heading.trim().toLowerCase()) ?? []
  return { field: known(COLUMNS, (name ?? '').trim()), unit: UNITS[(unit ?? '').trim()] ?? 1 }
}

/** Whether a sheet holds size charts and no products: sizes, body measures, and no title. */
export function isChartTable(heading: readonly string[]): boolean {
  const fields = heading.map((name) => chartColumn(name).field)
  const names = heading.map((name) => name.trim().toLowerCase())
  const isOfGoods = ['title', 'price', '标题', '商品标题', '商品名称', '价格', '상품명', '가격'].some((one) =>
    names.includes(one),
  )
  return !isOfGoods && fields.includes('size') && MEASURES.some((measure) => fields.includes(measure))
}

export const isMeasure = (field: string): field is Measure => MEASURES.some((measure) => measure === field)

/** Undefined when it cannot be read. */
export function readChartCell(field: string, cell: string, unit: number): unknown {
  if (isMeasure(field) || field === 'bmi') return rangeOf(cell, unit)
  if (field === 'others') return readBrands(cell)
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
