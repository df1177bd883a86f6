import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  burstScoresOf,
  continuationScoresOf,
  evaluate,
  outOfScopeOf,
  percentilesOf,
  type Report,
  Row,
  reportMarkdown,
  robustnessOf,
  slotScoresOf,
  withholdingOf,
} from '../../../src/insight/index.ts'

/** A report on sets whose every text holds `marker`, all of them misread; `us` is how long each took. */
function reportOn(marker: string, own: boolean, us = 1): Report {
  const text = `退款${marker}`
  const rows = [
    Row.parse({ text, intent: 'refund', source: 'a|b', natural: true }),
    Row.parse({ text: `${text}!`, intent: 'greeting' }),
  ]
  const predict = () => [{ name: 'payment.x', family: 'payment', confidence: 0.8 }]
  const set = { name: 'zh-intents-dev', own }
  const nothing = { intents: [], suggestions: [] }
  return {
    sets: [{ ...evaluate(rows, { name: set.name, predict, threshold: 0.5 }), own }],
    withheld: [{ ...set, ...withholdingOf(rows, () => 'lacks') }],
    robustness: [{ ...set, ...robustnessOf(rows, 'zh', predict) }],
    outOfScope: [
      { name: 'clinc150', own, ...outOfScopeOf([{ text, intent: 'weather' }], 'clinc150', () => nothing, 0.5) },
    ],
    slots: [
      {
        ...set,
        name: 'zh-slots',
        ...slotScoresOf([{ text, expects: [], slots: [{ slot: 'size', value: text, text }] }], () => []),
      },
    ],
    continuations: [
      {
        ...set,
        name: 'zh-continuations',
        ...continuationScoresOf(
          [{ text, before: [{ role: 'agent', text }], continues: ['refund.where'], slots: { size: text } }],
          () => ({ suggestions: [], slots: {} }),
        ),
      },
    ],
    manner: [],
    bursts: [
      {
        ...set,
        name: 'zh-bursts',
        ...burstScoresOf([{ messages: [{ text, afterMs: 0 }], turns: [[0]], intents: [['refund.where']] }], () => []),
      },
    ],
    latency: { classify: percentilesOf([us]), suggest: percentilesOf([us]) },
    ownSetsOnly: own,
  }
}

describe('reportMarkdown', () => {
  test('no text of any set gets in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fffxyz]{6,12}$/), (marker) => {
        const page = reportMarkdown(reportOn(marker, false))
        expect(page).not.toContain(marker)
        expect(page).not.toContain('退款')
      }),
      { numRuns: 50 },
    )
  })

  test('the same figures give the same page, however long it took and whatever was said', () => {
    const page = reportMarkdown(reportOn('一', false))
    expect(reportMarkdown(reportOn('一', false, 999))).toBe(page)
    expect(page).not.toMatch(/20\d\d-\d\d-\d\d|µs|NaN|undefined/)
  })

  test('says which sets are not part of the project', () => {
    expect(reportMarkdown(reportOn('一', false))).toContain('| zh-intents-dev | no | 2 |')
    expect(reportMarkdown(reportOn('一', true))).toContain('| zh-intents-dev | yes | 2 |')
    expect(reportMarkdown(reportOn('一', false))).not.toContain('Only the project’s own sets')
    expect(reportMarkdown(reportOn('一', true))).toContain('Only the project’s own sets')
  })

  test('a real set that was not measured is named', () => {
    const page = reportMarkdown(reportOn('一', false))
    for (const name of ['en-intents-dev', 'banking77', 'ko-chatbot-data']) {
      expect(page).toContain(`| ${name} | no | not present in this run |`)
      expect(page).toContain(`## ${name}\n\nThis set was not present in this run.`)
    }
    expect(page).not.toContain('## clinc150\n')
  })

  test('the figures', () => {
    const page = reportMarkdown(reportOn('一', false))
    expect(page).toContain('| zh-intents-dev | 2 | 0.000 | 0.000 | 0.000 |')
    expect(page).toContain('| lenient on the surest 100 % | 0.000 |')
    expect(page).toContain('| 0.73 to 0.80 | 2 | 0.800 | 0.000 |')
    expect(page).toContain('| greeting | payment | 1 |')
    expect(page).toContain('| zh-intents-dev | 1 | yes | 1.000 | 0.000 | 1.000 | 0.000 |')
    expect(page).toContain('| clinc150 | 1 | 0 | 1.000 | 1.000 |')
    expect(page).toContain('| a\\|b | 1 |')
  })
})
