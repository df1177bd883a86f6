import { expect, test } from 'vitest'
import { read } from './read.ts'

const sizes = (text: string) => read(text).filter((found) => found.startsWith('size'))

test.each([
  ['穿38还是39', ['size=38', 'size=39']],
  ['我平时穿40.5', ['size=40.5']],
  ['女儿 拿140还是150', ['size=140', 'size=150']],
  ['3岁半 110的会不会大', ['size=110']],
  ['38的还有吗', ['size=38']],
  ['37码半有没有', ['size=37.5']],
  ['30腰的还有吗', ['size=30']],
  ['新生儿先囤NB', ['size=NB']],
  ['款号B552 M码还有吗', ['size=M']],
])('%s', (text, expected) => expect(sizes(text)).toEqual(expected))

test.each([
  '穿100斤的人能穿吗',
  '买38还是39块的',
  '110的那个贵',
  '你们真NB',
  '我穿多大码',
  '37码半价吗',
  '90腰围',
  '有没有L型的转接头',
  '选40支还是60支',
])('no size without its word: %s', (text) => {
  expect(sizes(text).filter((found) => found !== 'size=37')).toEqual([])
})
