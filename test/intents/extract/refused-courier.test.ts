import { expect, test } from 'vitest'
import { extract } from '../../../src/intents/index.ts'

const couriers = (text: string) =>
  extract(text, { locale: 'zh' })
    .filter(({ slot }) => slot === 'courier')
    .map(({ value }) => value)

test.each([
  ['不要中通', []],
  ['申通太慢了', []],
  ['上次寄的圆通', []],
  ['汇通我们镇没网点', []],
  ['顺丰送不到 还是发韵达', ['韵达']],
  ['中通的太慢了', []],
  ['ems没有问题吧', ['邮政']],
  ['别发圆通行吗', []],
  ['顺丰太贵了 发韵达吧', ['韵达']],
  ['发顺丰', ['顺丰']],
  ['中通能到吗', ['中通']],
])('a courier named only to be refused is no wish: %s', (text, expected) => {
  expect(couriers(text)).toEqual(expected)
})
