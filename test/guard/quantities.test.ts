import { describe, expect, test } from 'vitest'
import { quantitiesIn } from '../../src/guard/quantities.ts'

const read = (text: string) => quantitiesIn(text).map(({ kind, value }) => `${kind} ${value}`)

describe('quantities of a text', () => {
  test.each([
    ['满99元减十块', ['money 99', 'money 10']],
    ['¥128', ['money 128']],
    ['3-5天到', ['time 4320', 'time 7200']],
    ['24小时内', ['time 1440']],
    ['9折', ['rate 10']],
    ['88折', ['rate 12']],
    ['长15cm重2kg', ['measure 15', 'measure 2000']],
    ['11月11日', ['date 1111']],
    ['还有3件', ['pieces 3']],
    ['within 2 days', ['time 2880']],
    ['3일 안에', ['time 4320']],
  ])('%s', (text, quantities) => {
    expect(read(text)).toEqual(quantities)
  })
  test.each(['这两天', '一双好鞋', '第3天', '型号a15', '好的'])('measures nothing: %s', (text) => {
    expect(read(text)).toEqual([])
  })
  test('each names the place of number and unit', () => {
    const text = '运费12元'
    expect(quantitiesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['12元'])
  })
})
