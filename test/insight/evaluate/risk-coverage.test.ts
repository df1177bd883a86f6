import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotedCoverageOf, riskCoverageOf } from '../../../src/insight/evaluate/risk-coverage.ts'
import { outcome } from './outcomes.ts'

const right = (confidence: number) => outcome('refund', ['refund'], confidence)
const wrong = (confidence: number) => outcome('refund', ['other'], confidence)

describe('risk and coverage', () => {
  test('accuracy of the surest 80, 60 and 40 %', () => {
    const outcomes = [
      wrong(0.1),
      right(0.9),
      right(0.8),
      wrong(0.7),
      right(0.6),
      right(0.5),
      wrong(0.4),
      right(0.3),
      right(0.2),
      right(0.95),
    ]
    // by confidence: R.95 R.9 R.8 W.7 R.6 R.5 W.4 R.3 R.2 W.1
    expect(quotedCoverageOf(outcomes)).toEqual([
      { coverage: 1, lenient: 7 / 10, confidence: 0.1 },
      { coverage: 0.8, lenient: 6 / 8, confidence: 0.3 },
      { coverage: 0.6, lenient: 5 / 6, confidence: 0.5 },
      { coverage: 0.4, lenient: 3 / 4, confidence: 0.7 },
    ])
  })

  test('a cut through equal confidences takes their mean', () => {
    const outcomes = [right(0.9), right(0.5), wrong(0.5), wrong(0.5), wrong(0.5)]
    // 40 % = the sure one and a quarter of a right one
    expect(quotedCoverageOf(outcomes)[3]).toEqual({ coverage: 0.4, lenient: 1.25 / 2, confidence: 0.5 })
  })

  test('the curve ends at the plain accuracy', () => {
    const curve = riskCoverageOf([right(0.9), wrong(0.8), right(0.7)])
    expect(curve).toHaveLength(100)
    expect(curve[0]).toEqual({ coverage: 0.01, lenient: 1, confidence: 0.9 })
    expect(curve[99]).toEqual({ coverage: 1, lenient: 2 / 3, confidence: 0.7 })
  })

  test('the order of a file does not matter', () => {
    const rows = fc.array(fc.record({ hit: fc.boolean(), confidence: fc.constantFrom(0.2, 0.5, 0.9) }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(rows, (list) => {
        const outcomes = list.map(({ hit, confidence }) => (hit ? right(confidence) : wrong(confidence)))
        expect(riskCoverageOf([...outcomes].reverse())).toEqual(riskCoverageOf(outcomes))
      }),
    )
  })

  test('no messages', () => {
    expect(quotedCoverageOf([])[0]).toEqual({ coverage: 1, lenient: 0, confidence: 0 })
  })
})
