import { describe, expect, test } from 'vitest'
import { createLibrary, type Query, retrieve } from '../../src/scripts/index.ts'
import { script } from './script.ts'

const many = (topic: string, count: number) =>
  Array.from({ length: count }, (_, i) => script({ id: `${topic}.${i}`, intents: [topic], category: 'C30' }))
const library = createLibrary([
  script({ id: 'fee', category: 'C79', intents: ['shipping_fee.fee', 'shipping_fee.free'], text: '邮费按地区算' }),
  script({ id: 'free', category: 'C52', intents: ['shipping_fee.free'], text: '满59包邮' }),
  script({ id: 'cotton', category: 'C17', intents: ['product_info.material'], text: '这款是精梳纯棉面料' }),
  script({ id: 'paid', category: 'C68', intents: [], when: { event: 'order_paid' }, text: '收到付款' }),
  ...many('size_fit.recommend', 60),
])
const found = (query: Partial<Query>) => retrieve(library, { locale: 'zh', text: '', topics: [], ...query })
const ids = (query: Partial<Query>) => found(query).map(({ entry }) => entry.script.id)

describe('retrieve', () => {
  test('takes the scripts of the topics, each once, under its likeliest', () => {
    const topics = [
      { name: 'shipping_fee.free', share: 0.5 },
      { name: 'shipping_fee.fee', share: 0.3 },
    ]
    const candidates = found({ topics })
    expect(candidates.map(({ entry, topic, topicShare }) => [entry.script.id, topic, topicShare])).toEqual([
      ['fee', 'shipping_fee.free', 0.5],
      ['free', 'shipping_fee.free', 0.5],
    ])
  })
  test('takes many of a likely topic and few of a long shot', () => {
    const taken = (share: number) => ids({ topics: [{ name: 'size_fit.recommend', share }] }).length
    expect([0.5, 0.1, 0.01].map(taken)).toEqual([32, 16, 8])
  })
  test('a search finds by words what no topic brings, and says how well', () => {
    const topics = [{ name: 'other.fragment', share: 0.2 }]
    expect(ids({ text: '是纯棉的吗', topics })).not.toContain('cotton')
    const [best] = found({ text: '是纯棉的吗', topics, anyTopic: true })
    expect(best).toMatchObject({ topic: 'product_info.material', topicShare: 0, words: 1 })
    expect(best!.entry.script.id).toBe('cotton')
  })
  test('joins the evidence of words and topic', () => {
    const fee = found({ text: '邮费', topics: [{ name: 'shipping_fee.fee', share: 0.6 }] }).find(
      ({ entry }) => entry.script.id === 'fee',
    )
    expect(fee).toMatchObject({ topicShare: 0.6, words: 1 })
  })
  test('takes the scripts of an event and of named categories', () => {
    expect(found({ event: 'order_paid' })).toMatchObject([{ topic: 'event:order_paid', topicShare: 1 }])
    expect(ids({ categories: ['C52', 'C17'] })).toEqual(['free', 'cotton'])
  })
  test('finds nothing in a language without scripts, and nothing for nothing', () => {
    expect(ids({ locale: 'ko', text: '纯棉', topics: [{ name: 'shipping_fee.fee', share: 1 }] })).toEqual([])
    expect(ids({})).toEqual([])
  })
})
