import { expect, test } from 'vitest'
import { Card, type GoodsSearch, goodsSearchInSteps } from '../../src/policy/index.ts'

const card = (id: string, shortName: string, rest: object = {}) =>
  Card.parse({ id, title: `新款${shortName}`, shortName, category: 'clothing', price: 59, ...rest })
const GOODS = [
  card('thick', '加厚卫衣', { variants: [{ sku: 'WY-01-XXXL', size: 'XXXL' }] }),
  card('hoodie', '卫衣', { externalIds: { jd: '100012043978' }, aliases: ['連帽衫'] }),
  card('tee', '短袖', { shortName: { zh: '短袖', en: 'Cotton Tee', ko: '반팔티' } }),
]

const search = (typed: string): readonly string[] => {
  const steps = goodsSearchInSteps(GOODS)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return (step.value as GoodsSearch)(typed)
}

test('what begins with it comes before what has it inside, each in the order of the goods', () => {
  expect(search('卫衣')).toEqual(['hoodie', 'thick'])
  expect(search('新款')).toEqual(['thick', 'hoodie', 'tee'])
  expect(search('厚卫')).toEqual(['thick'])
})

test('names, ids, ids of platforms and skus are found however they are written', () => {
  expect(search('连帽')).toEqual(['hoodie'])
  expect(search('ＣＯＴＴＯＮ  tee')).toEqual(['tee'])
  expect(search('반팔')).toEqual(['tee'])
  expect(search('2043978')).toEqual(['hoodie'])
  expect(search('wy-01-xxxl')).toEqual(['thick'])
  expect(search('wy-01-xxl')).toEqual([])
})

test('nothing typed finds nothing, and no text reaches into the next', () => {
  expect(search(' \n ')).toEqual([])
  expect(search('\n')).toEqual([])
  expect(search('卫衣\n新款')).toEqual([])
})
