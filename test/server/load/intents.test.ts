import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** 偏大 as GBK writes it. */
const GBK = Buffer.from([0xc6, 0xab, 0xb4, 0xf3])

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
  const refused = async (files: Record<string, string>) => {
    const { path, utterances } = await read(files)
    return faultsOf(path, utterances)
  }
  test('refuses labels that do not exist, those of all files at once', async () => {
    const faults = await refused({
      'zh/a.yaml': 'family: size_fit\ntopics:\n  colour: [红的]\n  bias:\n    - [偏大吗, refund.status]\n',
      'zh/b.yaml': 'family: refund\ntopics:\n  status: [退款到了吗, 钱呢]\n',
      'zh/c.yaml': 'family: size_fit\ntopics:\n  bias:\n    - [偏小吗, refund]\n',
    })
    expect(faults).toEqual([
      'zh/a.yaml:3 topics.colour: unknown topic "size_fit.colour"',
      'zh/a.yaml:5 topics.bias.0: "偏大吗": unknown intent "refund.status"',
      'zh/b.yaml:1 family: unknown family "refund"',
      'zh/c.yaml:4 topics.bias.0: "偏小吗": unknown intent "refund"',
    ])
  })
  test.each([
    ['an empty text', '    - ""', 'topics.bias.1:'],
    ['a text of spaces', '    - "  "', 'topics.bias.1: a text that says nothing'],
    ['a text of characters nobody sees', '    - "\\u200b\\ufeff"', 'topics.bias.1: a text that says nothing'],
    ['half a character', '    - "偏大\\ud83d"', 'topics.bias.1: half a character: a surrogate stands alone'],
    ['a number', '    - 42', 'topics.bias.1:'],
    ['nothing', '    -', 'topics.bias.1:'],
    ['an object', '    - {text: 偏小吗}', 'topics.bias.1:'],
    ['a list of nothing', '    - []', 'topics.bias.1:'],
    ['a topic that is no text', '    - [偏小吗, 7]', 'topics.bias.1'],
  ])('names the line of %s', async (_, line, said) => {
    const faults = await refused({ 'zh/a.yaml': `family: size_fit\ntopics:\n  bias:\n    - 偏大吗\n${line}\n` })
    expect(faults).toEqual([expect.stringContaining(`zh/a.yaml:5 ${said}`)])
  })
  test.each([
    ['no list of a topic', 'family: size_fit\ntopics:\n  bias: 偏大吗\n', 'zh/a.yaml:3 topics.bias:'],
    ['an empty list', 'family: size_fit\ntopics:\n  bias: []\n', 'zh/a.yaml:3 topics.bias:'],
    ['no family', 'topics:\n  bias: [偏大吗]\n', 'zh/a.yaml:1 family:'],
    ['a key nobody knows', 'family: size_fit\nalso: x\ntopics:\n  bias: [偏大吗]\n', 'zh/a.yaml:1 :'],
    [
      'a topic given twice',
      'family: size_fit\ntopics:\n  bias: [偏大吗]\n  bias: [偏小吗]\n',
      'zh/a.yaml:4 : Map keys',
    ],
    ['an empty file', '', 'zh/a.yaml:1 :'],
  ])('refuses %s', async (_, text, said) => {
    expect(await refused({ 'zh/a.yaml': text })).toEqual([expect.stringContaining(said)])
  })
  test('refuses the same text under two families of which neither names the other', async () => {
    const faults = await refused({
      'zh/a.yaml': 'family: size_fit\ntopics:\n  bias:\n    - 偏大吗\n    - 要运费吗\n',
      'zh/b.yaml': 'family: shipping_fee\ntopics:\n  fee:\n    - 邮费多少\n    - 要運費嗎\n',
    })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(
      /^zh\/b\.yaml:5 shipping_fee\.fee: "要運費嗎" is "size_fit\.bias" at .*a\.yaml:5: keep one/,
    )
  })
  test.each(['[要运费吗, shipping_fee.fee]', '[要运费吗, shipping_fee]'])(
    'the same text twice is no conflict when one names the other: %s',
    async (line) => {
      const { utterances } = await read({
        'zh/a.yaml': `family: size_fit\ntopics:\n  bias:\n    - ${line}\n`,
        'zh/b.yaml': 'family: shipping_fee\ntopics:\n  fee: [要运费吗]\n',
      })
      expect(await utterances).toHaveLength(2)
    },
  )
  test('nor is it within one family', async () => {
    const { utterances } = await read({
      'zh/a.yaml': 'family: size_fit\ntopics:\n  bias: [合身吗]\n  recommend: [合身吗]\n',
    })
    expect(await utterances).toHaveLength(2)
  })
  test('refuses a file in another encoding', async () => {
    const { path, utterances } = await read({ 'zh/b.yaml': 'family: shipping_fee\ntopics:\n  fee: [邮费多少]\n' })
    // they are being read already
    await utterances
    await writeFile(
      join(path, 'zh/a.yaml'),
      Buffer.concat([Buffer.from('family: size_fit\ntopics:\n  bias: ['), GBK, Buffer.from(']\n')]),
    )
    expect(await faultsOf(path, readUtterances(path, 'zh', await readTopics(path)))).toEqual([
      'zh/a.yaml:3 : not UTF-8: save the file in that encoding',
    ])
  })
})
