import { expect, test } from 'vitest'
import { Card, GOODS_COLUMNS, goodsOfTable } from '../../src/policy/index.ts'

test('a sheet in Chinese: rows of one product are its variants, empty cells are left out', () => {
  const { cards, faults, unknown } = goodsOfTable([
    ['商品编号', '商品标题', '价格', '颜色', '尺码', '库存', '材质', '别名', '淘宝ID', '负责人'],
    ['a', '夏季短袖', '¥1,059.5', '白', 'M', '3', '棉', '短袖|T恤', '600000000001', '小王'],
    ['a', '', '', '白', 'L', '0', '', '', '', ''],
    ['', '', '', '黑', 'L', '2', '', '', '', ''],
    ['', '', '', '', '', '', '', '', '', ''],
    ['b', '长裤', '99', '', '', '', '', '', '', ''],
  ])
  expect([faults, unknown]).toEqual([[], ['负责人']])
  expect(cards.map(({ row }) => row)).toEqual([2, 6])
  expect(Card.parse(cards[0]!.card)).toMatchObject({
    id: 'a',
    title: '夏季短袖',
    shortName: '夏季短袖',
    category: 'other',
    price: 1059.5,
    aliases: ['短袖', 'T恤'],
    attributes: { material: '棉' },
    externalIds: { taobao: '600000000001' },
    variants: [
      { sku: 'a-1', colour: '白', size: 'M', stock: 3 },
      { sku: 'a-2', colour: '白', size: 'L', stock: 0 },
      { sku: 'a-3', colour: '黑', size: 'L', stock: 2 },
    ],
  })
  expect(Card.parse(cards[1]!.card).variants).toEqual([])
})

test('cells that cannot be read are named by row and place', () => {
  const rows = [
    ['货', '价格', '实拍'],
    ['a', '便宜', '大概'],
    ['', '1', ''],
  ]
  expect(goodsOfTable(rows, { id: '货' }).faults).toEqual([
    { row: 2, path: 'price', kind: 'no_number', value: '便宜', message: '"便宜" is no number' },
    { row: 2, path: 'photosReal', kind: 'no_flag', value: '大概', message: '"大概" is no yes or no' },
  ])
  expect(goodsOfTable([['价格'], ['1']]).faults).toMatchObject([{ row: 2, path: 'id', kind: 'nameless' }])
})

test('no name means two columns', () => {
  const names = GOODS_COLUMNS.flatMap((one) => one.names.map((name) => name.toLowerCase()))
  expect(names.length).toBe(new Set(names).size)
})
