import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { openModels } from '../../src/server/models.ts'
import { folder } from './load/folder.ts'

export const TOPICS = `
size_fit:
  name: {zh: 尺码, en: Size, ko: 사이즈}
  topics:
    recommend: {categories: [C25], zh: 推荐尺码, en: which size, ko: 추천}
shipping_fee:
  name: {zh: 运费, en: Postage, ko: 배송비}
  topics:
    fee: {categories: [C79], zh: 邮费, en: postage, ko: 배송비}
`
export const utterances = (family: string, topic: string, texts: string[]) =>
  `family: ${family}\ntopics:\n  ${topic}: [${[...texts, ...texts.map((text) => `${text} ~`)].join(', ')}]\n`
const gold = (rows: [text: string, intent: string][]) =>
  rows.map(([text, intent]) => `${JSON.stringify({ text, intent })}\n`).join('')
const FILES = {
  'intents/topics.yaml': TOPICS,
  'intents/zh/size_fit.yaml': utterances('size_fit', 'recommend', ['穿什么码', '穿多大码', '选什么码']),
  'intents/zh/shipping_fee.yaml': utterances('shipping_fee', 'fee', ['邮费多少', '运费多少', '邮费多少钱']),
  'intents/en/size_fit.yaml': utterances('size_fit', 'recommend', ['what size', 'which size']),
  'intents/en/shipping_fee.yaml': utterances('shipping_fee', 'fee', [
    'how much is shipping',
    'what is the shipping fee',
  ]),
  'intents/ko/size_fit.yaml': utterances('size_fit', 'recommend', ['사이즈 추천', '사이즈 뭐']),
  'intents/ko/shipping_fee.yaml': utterances('shipping_fee', 'fee', ['배송비 얼마', '배송비 있나요']),
  'eval/zh-gold.jsonl': gold([
    ['我穿什么码', 'size_fit.recommend'],
    ['邮费多少呢', 'shipping_fee.fee'],
  ]),
  'eval/en-gold.jsonl': gold([['what size do I take', 'size_fit.recommend']]),
  'eval/ko-gold.jsonl': gold([['사이즈 추천해요', 'size_fit.recommend']]),
}

/** Models of these utterances, trained once per machine and code. */
const TRAINED = join(import.meta.dirname, '../../node_modules/.cache/huashu-test/small')

/** Two topics with a few utterances and gold messages: learned in a moment. `open` tells which languages had to be trained; none at first, unless `untrained`. */
export async function smallIntents({ untrained = false } = {}) {
  const path = await folder(FILES)
  const cacheDir = join(path, 'cache')
  const dirs = { intentsDir: join(path, 'intents'), goldDir: join(path, 'eval') }
  if (!untrained) {
    await openModels({ ...dirs, cacheDir: TRAINED })
    await cp(TRAINED, cacheDir, { recursive: true })
  }
  return {
    path,
    cacheDir,
    async open(options: { corrected?: boolean } = {}) {
      const trained: string[] = []
      const models = await openModels({
        ...dirs,
        cacheDir,
        training: (locale) => trained.push(locale),
        ...options,
      })
      return { models, trained: trained.sort() }
    },
  }
}
