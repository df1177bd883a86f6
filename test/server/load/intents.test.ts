import { describe, expect, test } from 'vitest'
import { readTopics, readUtterances } from '../../../src/server/load/intents.ts'
import { faultsOf, folder } from './folder.ts'

const TOPICS = `
size_fit:
  name: {zh: 尺码, en: Size, ko: 사이즈}
  topics:
    recommend: {categories: [C25], zh: 推荐尺码, en: which size, ko: 추천}
    bias: {categories: [C26, C27], zh: 偏码, en: fit, ko: 핏}
shipping_fee:
  name: {zh: 运费, en: Postage, ko: 배송비}
  topics:
    fee: {categories: [C79], zh: 邮费, en: postage, ko: 배송비}
`.trimStart()

describe('readTopics', () => {
  test('names every topic by its family, in the order of the file', async () => {
    const topics = await readTopics(await folder({ 'topics.yaml': TOPICS }))
    expect(topics.map(({ id }) => id)).toEqual(['size_fit.recommend', 'size_fit.bias', 'shipping_fee.fee'])
    expect(topics[1]).toEqual({
      id: 'size_fit.bias',
      categories: ['C26', 'C27'],
      name: { zh: '偏码', en: 'fit', ko: '핏' },
    })
  })
  test('names the line of what is wrong', async () => {
    const path = await folder({ 'topics.yaml': TOPICS.replace('[C79]', '[79]') })
    expect(await faultsOf(path, readTopics(path))).toEqual([
      expect.stringMatching(/^topics\.yaml:9 shipping_fee\.topics\.fee\.categories\.0:/),
    ])
  })
})

describe('readUtterances', () => {
  const read = async (files: Record<string, string>) => {
    const path = await folder({ 'topics.yaml': TOPICS, ...files })
    return { path, utterances: readUtterances(path, 'zh', await readTopics(path)) }
  }
  test('reads texts and their topics, file by file in the order of names', async () => {
    const { utterances } = await read({
      'zh/b.yaml': 'family: shipping_fee\ntopics:\n  fee: [邮费多少]\n',
      'zh/a.yaml':
        'family: size_fit\ntopics:\n  recommend:\n    - 穿什么码\n    - [大码有吗, shipping_fee.fee, shipping_fee]\n',
      'zh/notes.txt': 'no yaml',
    })
    expect(await utterances).toEqual([
      { text: '穿什么码', topics: ['size_fit.recommend'] },
      { text: '大码有吗', topics: ['size_fit.recommend', 'shipping_fee.fee', 'shipping_fee'] },
      { text: '邮费多少', topics: ['shipping_fee.fee'] },
    ])
  })
  test('refuses labels that do not exist, all of them at once', async () => {
    const { path, utterances } = await read({
      'zh/a.yaml': 'family: size_fit\ntopics:\n  colour: [红的]\n  bias:\n    - [偏大吗, refund.status]\n',
    })
    const faults = await faultsOf(path, utterances)
    expect(faults).toHaveLength(2)
    expect(faults[0]).toContain('topics.colour: "红的": unknown intent "size_fit.colour"')
    expect(faults[1]).toContain('topics.bias: "偏大吗": unknown intent "refund.status"')
  })
  test('names the line of an empty utterance', async () => {
    const { path, utterances } = await read({
      'zh/a.yaml': 'family: size_fit\ntopics:\n  bias:\n    - 偏大吗\n    - ""\n',
    })
    expect(await faultsOf(path, utterances)).toEqual([expect.stringMatching(/^zh\/a\.yaml:5 topics\.bias\.1:/)])
  })
})
