import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure, type Reading } from '../../src/console/evaluation/measure.ts'
import { readRows } from '../../src/console/evaluation/read-rows.ts'
import { parseRows, Row } from '../../src/insight/evaluate/index.ts'
import { accuracyOf } from '../../src/insight/evaluate/metrics.ts'
import { outcomeOf } from '../../src/insight/evaluate/outcome.ts'

const reading = (intent: string, alt: string[], read: [string, number][]): Reading => ({
  row: { text: 'x', intent, right: [intent, ...alt].map((name) => name.split('.')[0]!) },
  intents: read.map(([family, confidence]) => ({ family, confidence })),
  abstained: false,
})

describe('labelled rows', () => {
  test('are those that huashu eval reads', () => {
    const source = readFileSync(join(import.meta.dirname, '../../data/eval/zh-gold.jsonl'), 'utf8')
    const { rows, bad } = readRows(source)
    expect(bad).toEqual([])
    expect(rows.map(({ text, intent }) => [text, intent])).toEqual(
      parseRows(source, Row).rows.map(({ text, intent }) => [text, intent]),
    )
  })
  test('others are named by their line', () => {
    expect(readRows('{"text":"a","intent":"other"}\n\n{"text":"a"}\nx\n{"text":" ","intent":"other"}').bad).toEqual([
      3, 4, 5,
    ])
  })
})

describe('the measures', () => {
  test('nothing read, nothing right', () => {
    expect(measure([])).toMatchObject({ count: 0, strict: 0, ece: 0, families: [], confusions: [], bins: [] })
  })
  test('what is wrong is counted as what it was taken for', () => {
    const measured = measure([
      reading('refund.when', [], [['refund', 0.95]]),
      reading('refund', ['payment'], [['payment', 0.95]]),
      reading(
        'refund',
        [],
        [
          ['invoice', 0.55],
          ['refund', 0.4],
        ],
      ),
    ])
    expect(measured).toMatchObject({ count: 3, strict: 1 / 3, lenient: 2 / 3, top3: 1 })
    expect(measured.families).toEqual([{ family: 'refund', count: 3, recall: 2 / 3, precision: 1 }])
    expect(measured.confusions).toEqual([{ from: 'refund', to: 'invoice', times: 1 }])
    expect(measured.bins.map(({ count }) => count)).toEqual([1, 2])
    // one of three is off by .55, two by .05 each
    expect(measured.ece).toBeCloseTo((0.55 + 2 * 0.05) / 3)
  })
  test('agree with those of huashu eval', () => {
    const family = fc.constantFrom('refund', 'payment', 'invoice', 'size_fit')
    const one = fc.record({
      intent: family,
      alt: fc.array(family, { maxLength: 2 }),
      read: fc.uniqueArray(fc.tuple(family, fc.double({ min: 0, max: 1, noNaN: true })), {
        selector: ([name]) => name,
        maxLength: 4,
      }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (cases) => {
        const measured = measure(cases.map(({ intent, alt, read }) => reading(intent, alt, read)))
        const outcomes = cases.map(({ intent, alt, read }) =>
          outcomeOf(
            Row.parse({ text: 'x', intent, alt }),
            read.map(([name, confidence]) => ({ name, family: name, confidence })),
          ),
        )
        const { strict, lenient, top3 } = accuracyOf(outcomes)
        expect([measured.strict, measured.lenient, measured.top3]).toEqual([strict, lenient, top3])
      }),
    )
  })
})
