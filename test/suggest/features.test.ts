import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Analysis, initialState } from '../../src/intents/index.ts'
import { type Candidate, createLibrary, type Filled } from '../../src/scripts/index.ts'
import { featuresOf, reachOf, scoreOf, topicFit } from '../../src/suggest/features.ts'
import { WEIGHTS } from '../../src/suggest/index.ts'
import { script } from '../scripts/script.ts'

const ANALYSIS: Analysis = {
  locale: 'zh',
  text: '邮费多少',
  intents: [
    { name: 'shipping_fee.fee', family: 'shipping_fee', confidence: 0.8 },
    { name: 'greeting.hello', family: 'greeting', confidence: 0.6 },
  ],
  topics: [
    { name: 'shipping_fee.fee', share: 0.6 },
    { name: 'shipping_fee.free', share: 0.3 },
  ],
  besides: [],
  entities: [],
  isOutOfScope: false,
  abstained: false,
  state: initialState('zh'),
  kind: 'text',
}

function candidate(fields: Partial<Parameters<typeof script>[0]> = {}, more: Partial<Candidate> = {}): Candidate {
  const library = createLibrary([script({ id: 's', intents: ['shipping_fee.fee'], ...fields })])
  return { entry: library.get('s')!, topic: 'shipping_fee.fee', topicShare: 0.6, words: 0, flow: 0, near: 0, ...more }
}
const filled = (text: string, printed: number, missing = 0): Filled => ({
  text,
  printed: Array.from({ length: printed }, () => ({ name: 'region' as const, text: '江苏' })),
  missing: Array.from({ length: missing }, () => 'product.name' as const),
})
/** The features of a script that prints every fact it can. */
const features = (fields = {}, topic = 'shipping_fee.fee', share = 0.6) => {
  const one = candidate(fields, { topic, topicShare: share })
  return featuresOf(one, topicFit(topic, share, ANALYSIS), filled('邮费', one.entry.traits.facts), ANALYSIS, '', 0)
}

describe('topicFit', () => {
  test("is the family's chance, less for a topic that is not its likeliest", () => {
    expect(topicFit('shipping_fee.fee', 0.6, ANALYSIS).intent).toBeCloseTo(0.8)
    expect(topicFit('shipping_fee.free', 0.3, ANALYSIS).intent).toBeCloseTo(0.8 * (0.15 + 0.85 * 0.5))
    expect(topicFit('refund.status', 0.1, ANALYSIS).intent).toBe(0)
  })
  test('of an event is certain', () => {
    expect(topicFit('event:order_paid', 1, ANALYSIS)).toEqual({ intent: 1, relevance: 1, figures: 1 })
  })
  test('values figures in a plain question, less in trouble, not at all in small talk', () => {
    const figures = (topic: string) => topicFit(topic, 0.2, ANALYSIS).figures
    expect(figures('shipping_fee.fee')).toBe(1)
    expect(figures('quality_issue.damaged')).toBeGreaterThan(0)
    expect(figures('quality_issue.damaged')).toBeLessThan(1)
    expect(figures('greeting.hello')).toBe(0)
  })
})

describe('asking again', () => {
  const repeat = (fields: object, state: object, more: object = {}) =>
    featuresOf(
      candidate({ tier: 'ask', ...fields }),
      topicFit('shipping_fee.fee', 0.6, ANALYSIS),
      filled('您看看', 0),
      { ...ANALYSIS, ...more, state: { ...ANALYSIS.state, ...state } },
      '',
      0,
    ).repeat

  test('what was just asked for, or is known in part, counts as said before', () => {
    expect(repeat({ asks: ['region'] }, {})).toBe(0)
    expect(repeat({ asks: ['region'] }, { expects: ['region'] })).toBeGreaterThan(0.5)
    const height = { value: 165, text: '165' }
    expect(repeat({ asks: ['height', 'weight'] }, { slots: { height } })).toBeGreaterThan(0.5)
  })

  test('an agent who has told of a product is not asked which one; one who greeted or asked may be', () => {
    expect(repeat({ asks: ['product_ref'] }, { said: ['您好', '您要哪款呢'] })).toBe(0)
    expect(repeat({ asks: ['product_ref'] }, { said: ['是纯棉的，不起球'] })).toBeGreaterThan(0)
    expect(repeat({ asks: ['region'] }, { said: ['是纯棉的，不起球'] })).toBe(0)
  })

  test('who has just answered is asked less', () => {
    expect(repeat({}, {})).toBe(0)
    expect(repeat({}, {}, { answers: true })).toBeGreaterThan(0)
    expect(repeat({ tier: 'answer' }, {}, { answers: true })).toBe(0)
  })
})

describe('featuresOf', () => {
  test('a figure is a merit in a reply to what was meant, none in small talk', () => {
    expect(features({ text: '邮费{{shipping.fee}}' }).facts).toBe(0.5)
    expect(features({ text: '{{region}}邮费{{shipping.fee}}，{{shipping.courier}}' }).facts).toBe(1)
    expect(features({ text: '邮费{{shipping.fee}}' }, 'greeting.hello').facts).toBe(0)
    expect(features({ text: '邮费{{shipping.fee}}' }, 'refund.status', 0).facts).toBe(0)
  })
  test('answers move the talk on more than questions, questions more than holding lines', () => {
    const tier = (name: 'answer' | 'ask' | 'hold' | 'close') => features({ tier: name }).tier
    expect(tier('answer')).toBeGreaterThan(tier('ask'))
    expect(tier('ask')).toBeGreaterThan(tier('close'))
    expect(tier('close')).toBeGreaterThan(tier('hold'))
  })
  test('a question counts for what it asks only when that is missing', () => {
    expect(features({ tier: 'ask', asks: ['region'], when: { lacks: ['region'] } }).asks).toBe(1)
    expect(features({ tier: 'ask', asks: ['region'] }).asks).toBe(0)
  })
  test('conditions that hold are evidence, a running promotion is none in small talk', () => {
    expect(features({}).situation).toBe(0)
    expect(features({ when: { rung: 1 } }).situation).toBe(0.5)
    expect(features({ stage: 'presale', when: { mood: 'calm', first: true } }).situation).toBe(1)
    expect(features({ when: { is: { 'promo.state': 'on' } } }).situation).toBe(0.5)
    expect(features({ when: { is: { 'promo.state': 'on' } } }, 'greeting.hello').situation).toBe(0)
  })
  test('stay within -1..1', () => {
    const all = {
      tier: 'answer',
      required: true,
      stage: 'presale',
      when: { rung: 1, mood: 'calm', first: true },
      text: '{{region}}{{shipping.fee}}{{size.pick}}',
    } as const
    for (const value of Object.values(features(all))) expect(Math.abs(value)).toBeLessThanOrEqual(1)
  })
})

describe('whom a script is for', () => {
  const types = [
    { id: 'T03', score: 0.6, evidence: '克重' },
    { id: 'T13', score: 0.4, evidence: '宝宝' },
  ]
  const of = (fields: object, state: object, text = '邮费') =>
    featuresOf(
      candidate(fields),
      topicFit('shipping_fee.fee', 0.6, ANALYSIS),
      filled(text, 0),
      { ...ANALYSIS, state: { ...ANALYSIS.state, ...state } },
      '',
      0,
    )
  test('counts as much as the shopper seems to be one of them', () => {
    expect(of({}, { types }).type).toBe(0)
    expect(of({ for: 'T03' }, { types }).type).toBe(0.6)
    expect(of({ for: ['T13', 'T03'] }, { types }).type).toBe(0.6)
    expect(of({ for: ['T13', 'T20'] }, { types }).type).toBe(0.4)
    expect(of({ for: 'T20' }, { types }).type).toBe(0)
  })
  test('chatty words count against a text before a formal shopper only', () => {
    expect(of({}, { register: 'formal' }, '邮费看地区呀').mirror).toBe(-1)
    expect(of({}, { register: 'formal' }, '邮费看地区').mirror).toBe(0)
    expect(of({}, { register: 'slangy' }, '邮费看地区呀').mirror).toBe(0)
  })
})

describe('featuresOf a text', () => {
  const corrected = (text: Filled, state = {}, query = '') =>
    featuresOf(
      candidate({ text: '{{region}}邮费{{shipping.fee}}' }),
      topicFit('shipping_fee.fee', 0.6, ANALYSIS),
      text,
      { ...ANALYSIS, state: { ...ANALYSIS.state, ...state } },
      query,
      0,
    )
  test('counts the facts printed, less for each that fell back', () => {
    expect(corrected(filled('江苏邮费', 2)).facts).toBe(1)
    expect(corrected(filled('江苏邮费', 1)).facts).toBe(0.5)
    expect(corrected(filled('江苏邮费', 1, 1)).facts).toBe(0.25)
  })
  test('what was said counts against it, the same words most', () => {
    expect(corrected(filled('邮费', 1)).repeat).toBe(0)
    expect(corrected(filled('邮费', 1), { used: ['s'] }).repeat).toBe(0.75)
    expect(corrected(filled('邮费', 1), { used: ['s', 's', 's'] }).repeat).toBe(1)
    expect(corrected(filled('邮费', 1), { said: ['邮费'] }).repeat).toBe(1)
  })
  test('what the agent types is found at the start or inside', () => {
    expect(corrected(filled('到江苏邮费', 1), {}, '到江苏').typed).toBe(1)
    expect(corrected(filled('到江苏邮费', 1), {}, '邮费').typed).toBe(0.6)
    expect(corrected(filled('到江苏邮费', 1), {}, '退款').typed).toBe(0)
  })
})

test('scoreOf is the weighted sum', () => {
  const some = features({ text: '{{region}}邮费{{shipping.fee}}', required: true, when: { rung: 1 } })
  const sum = Object.entries(WEIGHTS).reduce(
    (total, [name, weight]) => total + weight * some[name as keyof typeof some],
    0,
  )
  expect(scoreOf(some, WEIGHTS)).toBeCloseTo(sum)
})

test('reachOf is the score when every fact is printed; facts left out can only lower it', () => {
  const slots = fc.subarray(['{{region}}', '{{shipping.fee}}', '{{shipping.courier}}'])
  fc.assert(
    fc.property(
      slots,
      fc.record({
        tier: fc.constantFrom('answer', 'ask', 'hold', 'close'),
        required: fc.boolean(),
        when: fc.constantFrom({}, { rung: 1 }, { words: '急' }, { is: { 'promo.state': 'on' } }),
      }),
      fc.constantFrom('shipping_fee.fee', 'shipping_fee.free', 'refund.status', 'greeting.hello'),
      fc.nat(3),
      (texts, fields, topic, printed) => {
        const one = candidate({ ...fields, text: `邮费${texts.join('')}` }, { topic, topicShare: 0.4, words: 0.7 })
        const fit = topicFit(topic, 0.4, ANALYSIS)
        const score = (facts: number) => scoreOf(featuresOf(one, fit, filled('邮费', facts), ANALYSIS, '', 0), WEIGHTS)
        const reach = reachOf(one, fit, WEIGHTS, [], 0)
        expect(score(texts.length)).toBeCloseTo(reach)
        expect(score(Math.min(printed, texts.length))).toBeLessThanOrEqual(reach + 1e-9)
      },
    ),
  )
})
