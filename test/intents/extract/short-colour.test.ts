import { expect, test } from 'vitest'
import { read } from './read.ts'

const colours = (text: string, asked = false) =>
  read(text, asked ? { expects: ['colour'] } : {}).filter((found) => found.startsWith('colour'))

test.each([
  ['白L黑XL各一件', ['colour=white', 'colour=black']],
  ['黑40码一双', ['colour=black']],
  ['XL白 两件', ['colour=white']],
  ['黑和白哪个好看', ['colour=black', 'colour=white']],
  ['一黑一白', ['colour=black', 'colour=white']],
  ['藏蓝没有的话就黑吧', ['colour=navy', 'colour=black']],
])('%s', (text, expected) => expect(colours(text)).toEqual(expected))

test.each(['明白L码了', '黑眼圈', '就白天发吧', '红和白葡萄酒', '大红袍还有吗', '绿茶M', '一黑到底'])(
  'no colour: %s',
  (text) => expect(colours(text)).toEqual([]),
)

test('alone it answers only what was asked', () => {
  expect(colours('黑', true)).toEqual(['colour=black'])
  expect(colours('那就蓝的吧', true)).toEqual(['colour=blue'])
  expect(colours('黑')).toEqual([])
  expect(colours('随便', true)).toEqual([])
})
