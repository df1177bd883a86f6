import { describe, expect, test } from 'vitest'
import {
  evaluate,
  percentilesOf,
  type Report,
  Row,
  reportHtml,
  reportText,
  robustnessOf,
  shortfallsOf,
  withholdingOf,
} from '../../../src/insight/index.ts'

const rows = [
  Row.parse({ text: '退款', intent: 'refund', source: 'b', natural: true, weight: 3 }),
  Row.parse({ text: '在吗', intent: 'greeting', source: 'a', natural: true }),
  Row.parse({ text: '<script>alert(1)</script>', intent: 'payment', alt: ['invoice'], source: 'a' }),
]
const predict = (text: string) => {
  const family = text === '退款' ? 'refund' : 'other'
  return [{ name: `${family}.x`, family, confidence: 0.7 }]
}
const set = evaluate(rows, { name: 'mini', predict, threshold: 0.5 })
const mini = { name: 'mini', own: true }
const report: Report = {
  sets: [{ ...set, own: true }],
  withheld: [{ ...mini, ...withholdingOf(rows, (text) => (text === '退款' ? 'unsure' : undefined)) }],
  robustness: [{ ...mini, ...robustnessOf(rows, 'zh', predict) }],
  outOfScope: [
    {
      name: 'clinc150',
      own: false,
      count: 4,
      skipped: 1,
      unanswered: 0.25,
      abstained: 0.5,
      harmless: 0.25,
      recall: 0.75,
      taken: [{ family: 'refund', count: 1 }],
    },
  ],
  slots: [
    {
      name: 'mini-slots',
      own: true,
      messages: 2,
      precision: 0.5,
      recall: 0.25,
      f1: 1 / 3,
      whole: 0.5,
      slots: [{ slot: 'size', found: 1, missed: 3, invented: 1 }],
    },
  ],
  continuations: [{ name: 'mini-continuations', own: true, talks: 4, first: 0.5, top3: 0.75, slots: 1 }],
  bursts: [{ name: 'mini-bursts', own: true, bursts: 5, cut: 0.8, top3: 0.6 }],
  manner: [],
  latency: { classify: percentilesOf([5]), suggest: percentilesOf([80]) },
  ownSetsOnly: true,
}

describe('evaluate', () => {
  test('natural rows are weighted, the whole is not', () => {
    expect(set.accuracy).toEqual({ count: 3, strict: 1 / 3, lenient: 1 / 3, top3: 1 / 3 })
    expect(set.natural).toMatchObject({ count: 2, strict: 0.75, lenient: 0.75, top3: 0.75 })
  })

  test('a set without natural rows says nothing of them', () => {
    expect(evaluate([rows[2]!], { name: 'x', predict, threshold: 0.5 })).not.toHaveProperty('natural')
  })

  test('per source, in order of name', () => {
    expect(set.sources).toEqual([
      { source: 'a', count: 2, strict: 0, lenient: 0, top3: 0 },
      { source: 'b', count: 1, strict: 1, lenient: 1, top3: 1 },
    ])
  })
})

test('shortfallsOf names what is below its floor and nothing that reaches it', () => {
  expect(shortfallsOf(report, { strict: 1 / 3, lenient: 0.8 })).toEqual([
    { set: 'mini', metric: 'lenient', value: 1 / 3, floor: 0.8 },
  ])
  expect(shortfallsOf(report, {})).toEqual([])
})

describe('reportText', () => {
  const text = reportText(report)
  test('shows the figures, aligned', () => {
    expect(text).toContain('mini')
    expect(text).toMatch(/natural strict\s+0\.750/)
    expect(text).toMatch(/lenient on the surest 80 %\s+0\.333/)
    expect(text).toMatch(/suggest\s+80\s+80\s+80/)
    expect(text).toMatch(/clinc150\s+4\s+1\s+0\.250\s+0\.750/)
    expect(text).toMatch(/mini\s+2\s+yes\s+0\.750\s+0\.750\s+0\.000\s+0\.000/)
    expect(text).toMatch(/mini\s+all kinds\s+3/)
  })
  test('says when no real messages were measured', () => {
    expect(text).toContain('project’s own sets')
    expect(reportText({ ...report, ownSetsOnly: false })).not.toContain('project’s own sets')
  })
})

describe('reportHtml', () => {
  const html = reportHtml(report)
  test('needs nothing from outside', () => {
    expect(html).not.toMatch(/\b(src|href)=|@import|url\(|https?:/)
    expect(html.match(/<svg /g)).toHaveLength(4)
    expect(html).toContain('prefers-color-scheme:dark')
  })
  test('messages cannot become markup', () => {
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
  test('draws a bar as high as the accuracy of its bin', () => {
    expect(html).toContain('3 messages, confidence 0.700, lenient 0.333')
  })
  test('tags are balanced', () => {
    for (const tag of ['section', 'div', 'table', 'svg', 'figure', 'g', 'tr', 'td'])
      expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length, tag).toBe(
        html.match(new RegExp(`</${tag}>`, 'g'))?.length,
      )
  })
})
