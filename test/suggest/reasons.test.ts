import { describe, expect, test } from 'vitest'
import { createLibrary } from '../../src/scripts/index.ts'
import type { Features, Offer } from '../../src/suggest/features.ts'
import { WEIGHTS } from '../../src/suggest/index.ts'
import { reasonsOf } from '../../src/suggest/reasons.ts'
import { script } from '../scripts/script.ts'

const ZERO: Features = {
  intent: 0,
  topic: 0,
  words: 0,
  facts: 0,
  asks: 0,
  tier: 0,
  situation: 0,
  cue: 0,
  flow: 0,
  type: 0,
  mirror: 0,
  both: 0,
  typed: 0,
  own: 0,
  duty: 0,
  repeat: 0,
  won: 0,
  near: 0,
}

function offer(features: Partial<Features>, more: Partial<Offer> = {}, tier: 'answer' | 'hold' = 'answer'): Offer {
  const library = createLibrary([script({ id: 's', tier, asks: ['height', 'weight'] })])
  return {
    candidate: { entry: library.get('s')!, topic: 'size_fit.recommend', topicShare: 0, words: 0, flow: 0, near: 0 },
    filled: { text: '', printed: [], missing: [] },
    template: '',
    features: { ...ZERO, ...features },
    ...more,
  }
}
const says = (given: Offer, locale: 'zh' | 'en' | 'ko' = 'zh') =>
  reasonsOf(given, WEIGHTS, (topic, language) => `${language}/${topic}`, locale).map((reason) => reason.says)

describe('reasonsOf', () => {
  test('the strongest first, with their weighted value', () => {
    const reasons = reasonsOf(offer({ intent: 0.4, situation: 0.5, duty: 1 }), WEIGHTS, (topic) => topic, 'zh')
    expect(reasons.map(({ feature, value }) => [feature, value])).toEqual([
      ['duty', 1],
      ['intent', 0.4],
      ['situation', 0.15],
    ])
  })
  test('speaks the language of the agent', () => {
    const given = offer({ intent: 0.87 })
    expect(says(given)).toEqual(['顾客在问「zh/size_fit.recommend」（把握 87%）'])
    expect(says(given, 'en')).toEqual(['Shopper asks: en/size_fit.recommend (87% sure)'])
    expect(says(given, 'ko')).toEqual(['고객 문의: ko/size_fit.recommend (확신 87%)'])
  })
  test('names the facts filled in, by where they come from when that is known', () => {
    const filled = {
      text: '',
      missing: [],
      printed: [
        { name: 'size.pick' as const, text: 'M码', why: '身高165落在M' },
        { name: 'region' as const, text: '江苏' },
      ],
    }
    expect(says(offer({ facts: 1 }, { filled }))).toEqual(['已填入店铺资料：身高165落在M；地区 江苏'])
    const twice = { ...filled, printed: [filled.printed[0]!, filled.printed[0]!] }
    expect(says(offer({ facts: 1 }, { filled: twice }))).toEqual(['已填入店铺资料：身高165落在M'])
    expect(says(offer({ facts: 1 }))).toEqual([])
  })
  test('names what it asks for', () => {
    expect(says(offer({ asks: 1 }))).toEqual(['只差身高、体重，先问清'])
    expect(says(offer({ asks: 1 }), 'en')).toEqual(['Only height, weight is missing, so it asks'])
  })
  test('leaves out what counts for nothing', () => {
    expect(says(offer({ words: 0.1, topic: 0.2, tier: 1 }))).toEqual([])
    expect(says(offer({ topic: 0.3, tier: 0.15 }, {}, 'hold'))).toEqual([
      '正是「zh/size_fit.recommend」的话术',
      '先稳住顾客',
    ])
  })
  test('says what counts against it', () => {
    expect(reasonsOf(offer({ repeat: 1 }), WEIGHTS, (topic) => topic, 'zh')).toEqual([
      { feature: 'repeat', value: -1.2, says: '本次对话已用过' },
    ])
  })
})
