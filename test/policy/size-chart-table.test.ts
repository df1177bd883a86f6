import { describe, expect, test } from 'vitest'
import { chartsOfTable, isChartTable, withCharts } from '../../src/policy/index.ts'

const SHEET = [
  ['尺码表', '类型', '偏码', '尺码', '身高(cm)', '体重（斤）', '备注'],
  ['短袖', '成人', '1', 'S', '150-158', '80～95', '试过'],
  ['', '', '', 'M', '158至165cm', '95-110', ''],
  ['', '', '', '', '', '', ''],
  ['童鞋', '鞋', '', '30', '', '', ''],
]

test('rows are sizes of the chart that was named last; units are made ours', () => {
  const { charts, faults, unknown } = chartsOfTable(SHEET.slice(0, 4))
  expect([faults, unknown]).toEqual([[], ['备注']])
  expect(charts).toEqual([
    {
      row: 2,
      name: '短袖',
      products: [],
      chart: {
        kind: 'adult',
        bias: 1,
        needs: ['height', 'weight'],
        others: [],
        rows: [
          { size: 'S', height: [150, 158], weight: [40, 47.5] },
          { size: 'M', height: [158, 165], weight: [47.5, 55] },
        ],
      },
    },
  ])
})

test('products may name a chart instead, on each of its rows', () => {
  const rows = [
    ['货号', '适用', '尺码', '身高'],
    ['a|b', '童装', '110', '105-115'],
    ['a|b', '', '120', '115-125'],
    ['c', '童装', '均码', '100-130'],
  ]
  expect(chartsOfTable(rows).charts).toMatchObject([
    { row: 2, name: 'a', products: ['a', 'b'], chart: { rows: [{ size: '110' }, { size: '120' }] } },
    { row: 4, name: 'c', products: ['c'] },
  ])
})

test('what is missing or cannot be read is told by row and place', () => {
  expect(chartsOfTable(SHEET).faults).toMatchObject([
    { row: 5, path: 'rows.0.foot_length', message: 'size 30 has no foot_length' },
  ])
  const rows = [
    ['chart', 'kind', 'size', 'height'],
    ['', 'child', '110', '105-115'],
    ['a', 'giant', '120', 'groß'],
  ]
  const twice = [rows[0]!, ['a|b', 'child', '1', '5'], ['c', 'child', '1', '5'], ['a|b', 'child', '1', '5']]
  expect(chartsOfTable(twice).faults).toMatchObject([{ row: 4, path: 'chart', message: '"a|b" stands here twice' }])
  expect(chartsOfTable(rows).faults.slice(0, 3)).toMatchObject([
    { row: 2, path: 'chart', message: 'which product or chart it is' },
    { row: 3, path: 'kind', message: '"giant" cannot be read' },
    { row: 3, path: 'height', message: '"groß" cannot be read' },
  ])
})

test('a sheet of charts is none of goods', () => {
  expect(isChartTable(SHEET[0]!)).toBe(true)
  expect(isChartTable(['商品编号', '尺码', '腰围(cm)'])).toBe(true)
  expect(isChartTable(['id', 'title', 'size', 'height'])).toBe(false)
  expect(isChartTable(['sku', '尺码', '库存'])).toBe(false)
})

describe('cards', () => {
  const chart = (name: string, products: string[]) => {
    const rows = [
      ['chart', 'products', 'kind', 'size', 'height'],
      [name, products.join('|'), 'child', '110', '105-115'],
    ]
    return chartsOfTable(rows).charts[0]!
  }
  const card = (id: string, sizeChart?: string) => ({ row: 2, card: { id, ...(sizeChart ? { sizeChart } : {}) } })

  test('get the chart they name, or that names them, or that goes by their id', () => {
    const charts = [chart('童装', []), chart('c', ['b']), chart('d', []), chart('x', [])]
    const { cards, faults, unused } = withCharts([card('a', '童装'), card('b'), card('d'), card('e')], charts)
    expect(cards.map(({ card: { sizeChart } }) => sizeChart !== undefined)).toEqual([true, true, true, false])
    expect([faults, unused.map(({ name }) => name)]).toEqual([[], ['x']])
  })

  test('that name none that is there are told', () => {
    const { cards, faults } = withCharts([card('a', '没有')], [])
    expect([cards[0]!.card, faults]).toMatchObject([
      { id: 'a' },
      [{ row: 2, path: 'sizeChart', message: 'there is no size chart "没有"' }],
    ])
  })
})

test('the build a cut is for and the sizes of other makers stand on the first row of a chart', () => {
  const rows = [
    ['尺码表', '类型', '体型', '版型说明', '其他品牌', '尺码', '脚长'],
    ['跑鞋', '鞋', '18-24', '鞋楦偏窄', '耐克|Nike: 40=25; 41=25.5\n李宁: 40=24.5', '40', '24.5-25'],
    ['', '', '', '', '', '41', '25-25.5'],
  ]
  const [chart] = chartsOfTable(rows).charts
  expect(chart!.chart).toMatchObject({
    cut: { bmi: [18, 24], why: '鞋楦偏窄' },
    others: [
      { names: ['耐克', 'Nike'], sizes: { 40: 25, 41: 25.5 } },
      { names: ['李宁'], sizes: { 40: 24.5 } },
    ],
  })
  const garbled = rows.map((row) => row.map((cell) => cell.replace('40=25;', '40;')))
  expect(chartsOfTable(garbled).faults).toMatchObject([{ row: 2, path: 'others' }])
})
