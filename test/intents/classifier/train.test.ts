import { describe, expect, test } from 'vitest'
import { rowOf } from '../../../src/intents/classifier/model.ts'
import { featuresOf, intentsOf, normalise, sharesOf, train } from '../../../src/intents/index.ts'
import { TINY_MODELS, tinyCorpus } from '../tiny-models.ts'

const corpus = tinyCorpus('zh')
const best = (model: typeof TINY_MODELS.zh, text: string) =>
  intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))[0]!.name

describe('train', () => {
  test('is repeatable to the last bit', () => {
    expect(train(corpus, { locale: 'zh' })).toEqual(train(tinyCorpus('zh'), { locale: 'zh' }))
  })
  test('learns what it was shown and what is like it', () => {
    for (const [text, topic] of [
      ['我要穿多大码合适', 'size_fit.recommend'],
      ['运费多少钱呀', 'shipping_fee.fee'],
      ['能再便宜点吗亲', 'price_haggle.probe'],
      ['我的快递到哪里了呢', 'logistics_tracking.track'],
    ] as const)
      expect(best(TINY_MODELS.zh, text)).toBe(topic)
  })
  test('lists topics and families in order, each topic in its family', () => {
    const { topics, families, familyOf } = TINY_MODELS.zh
    expect(topics).toEqual([...topics].sort())
    expect(topics.map((topic) => topic.split('.')[0])).toEqual([...familyOf].map((family) => families[family]))
  })
  test('a text under two topics is one utterance of both', () => {
    const twice = [...corpus, { text: '多大呀有货', topics: ['size_fit.recommend'] }]
    const both = train([...twice, { text: '多大呀有货', topics: ['stock_availability.check'] }], { locale: 'zh' })
    const once = train(
      [...corpus, { text: '多大呀有货', topics: ['size_fit.recommend', 'stock_availability.check'] }],
      {
        locale: 'zh',
      },
    )
    expect(both).toEqual(once)
  })
  test('an also-right topic gets its part', () => {
    const second = (also: string[]) => {
      const model = train(
        [
          ...corpus,
          ...['', '呀', '呢'].map((end) => ({ text: `大码现在有${end}`, topics: ['size_fit.recommend', ...also] })),
        ],
        {
          locale: 'zh',
        },
      )
      const { families } = sharesOf(model, featuresOf('大码现在有'))
      return families[model.families.indexOf('stock_availability')]!
    }
    expect(second(['stock_availability.check'])).toBeGreaterThan(second([]) + 0.05)
    expect(second(['stock_availability'])).toBeGreaterThan(second([]) + 0.05)
  })
  test('takes no more than so many of a topic, evenly', () => {
    const many = Array.from({ length: 90 }, (_, i) => ({
      text: `有货吗${'呀'.repeat(i % 2)}第${i}件`,
      topics: ['stock_availability.check'],
    }))
    const capped = train([...corpus, ...many], { locale: 'zh', perTopic: 20 })
    const own = train([...corpus, ...many], { locale: 'zh', perTopic: 1000 })
    expect(capped.scale.length).toBeLessThan(own.scale.length)
    expect(best(capped, '有货吗')).toBe('stock_availability.check')
  })
  test('features seen once are left out', () => {
    const model = train([...corpus, { text: '龘龘', topics: ['other.bare_data'] }], { locale: 'zh' })
    expect(featuresOf('龘龘').filter((hash) => rowOf(model, hash) >= 0).length).toBeLessThan(featuresOf('龘龘').length)
    expect(featuresOf('有货吗').some((hash) => rowOf(model, hash) >= 0)).toBe(true)
  })
})
