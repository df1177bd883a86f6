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
  ...Array.from({ length: 40 }, (_, i) =>
    script({ id: `early.${i}`, intents: ['price_haggle.probe'], when: { rung: 1 } }),
  ),
  ...Array.from({ length: 40 }, (_, i) =>
    script({ id: `case.${i}`, category: 'C24', intents: ['product_info.care'], when: { words: [`case ${i};`] } }),
  ),
  script({ id: 'care', category: 'C24', intents: ['product_info.care'] }),
  script({ id: 'late', intents: ['price_haggle.probe'], when: { rung: 5 } }),
  script({ id: 'which', category: 'C30', intents: [], when: { flow: 'F3.offered' }, text: '更喜欢哪一款呢' }),
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
  test('lets scripts of other rungs take no place of those of this one', () => {
    const topics = [{ name: 'price_haggle.probe', share: 0.9 }]
    expect(ids({ topics, rung: 7 })).toEqual(['late'])
    expect(ids({ topics, rung: 1 })).toHaveLength(32)
  })
  test('lets scripts for other special cases take no place of those for what was said', () => {
    const topics = [{ name: 'product_info.care', share: 0.9 }]
    expect(ids({ topics, words: 'about case 35;' })).toEqual(['case.35', 'care'])
    expect(ids({ flow: ['C24'], words: 'about case 35;' })).toEqual(['case.35', 'care'])
    expect(ids({ topics })).not.toContain('care')
  })
  test('takes many of a likely topic and few of a long shot', () => {
    const taken = (share: number) => ids({ topics: [{ name: 'size_fit.recommend', share }] }).length
    expect([0.5, 0.1, 0.01].map(taken)).toEqual([32, 16, 8])
  })
  test('words alone bring no script of a topic that is not meant', () => {
    expect(ids({ text: '是纯棉的吗', topics: [{ name: 'other.fragment', share: 0.2 }] })).not.toContain('cotton')
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
  test('takes the first of a category that a flow wants, before all what is written for the flow', () => {
    const candidates = found({ flow: ['C79', 'C30'] })
    expect(candidates.map(({ entry, flow }) => [entry.script.id, flow]).slice(0, 3)).toEqual([
      ['fee', 1],
      ['which', 1],
      ['size_fit.recommend.0', 0.85],
    ])
    expect(candidates).toHaveLength(13)
    expect(found({ categories: ['C30'] })[0]).toMatchObject({ flow: 1 })
    expect(found({ categories: ['C30'] })[1]).toMatchObject({ flow: 0 })
  })
  test('finds nothing in a language without scripts, and nothing for nothing', () => {
    expect(ids({ locale: 'ko', text: '纯棉', topics: [{ name: 'shipping_fee.fee', share: 1 }] })).toEqual([])
    expect(ids({})).toEqual([])
  })
})

describe('scripts for customer types', () => {
  const typed = createLibrary([
    script({ id: 'all', intents: ['product_info.material'], text: '料子看标签' }),
    script({ id: 'expert', intents: ['product_info.material'], for: 'T03', text: '料子克重都写明' }),
    script({ id: 'parent', intents: ['product_info.material'], for: ['T13', 'T01'], text: '料子给孩子用先过水' }),
    ...many('product_info.material', 40),
  ])
  const topics = [{ name: 'product_info.material', share: 0.9 }]
  const ofTypes = (query: Partial<Query>) =>
    retrieve(typed, { locale: 'zh', text: '', topics, ...query })
      .map(({ entry }) => entry.script.id)
      .filter((id) => !id.includes('.'))
  test('come to those shoppers only, however many there are for everybody', () => {
    expect(ofTypes({})).toEqual(['all'])
    expect(ofTypes({ types: ['T03'] })).toEqual(['all', 'expert'])
    expect(ofTypes({ types: ['T01', 'T13'] })).toEqual(['all', 'parent'])
    expect(ofTypes({ types: ['T20'] })).toEqual(['all'])
  })
  test('are not brought by words alone', () => {
    expect(ofTypes({ text: '料子克重' })).toEqual(['all'])
  })
})
