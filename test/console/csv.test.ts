import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf, rowsOfCsv } from '../../src/console/csv.ts'

describe('CSV', () => {
  test('what is written is read again, but for the mark before a formula', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', ',', '"', '\n', ' ', '=', '-', "'") })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const safe = rows.map((cells) => cells.map((text) => (/^[=\-\n]/.test(text) ? `'${text}` : text)))
        expect(rowsOfCsv(csvOf(rows))).toEqual(safe)
      }),
    )
  })
  test.each(['=1+1', '+86', '-1', '@x', '\tx', '＝1', '＠x'])('%j is no formula', (text) => {
    expect(csvOf([[text]])).toBe(`'${text}\r\n`)
  })
  test('numbers stay numbers', () => {
    expect(csvOf([[-1, 0.5]])).toBe('-1,0.5\r\n')
  })
  test('lines end as they like, empty ones are none, a quote nobody closes ends with the text', () => {
    expect(rowsOfCsv('\ufeffa,b\n\nc,"d\ne"\r\nf,"g')).toEqual([
      ['a', 'b'],
      ['c', 'd\ne'],
      ['f', 'g'],
    ])
  })
})
