import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featuresOf, intentsOf, sharesOf } from '../../src/intents/index.ts'
import { loadModels } from '../../src/server/models.ts'
import { folder, write } from './load/folder.ts'

const TOPICS = `
size_fit:
  name: {zh: 尺码, en: Size, ko: 사이즈}
  topics:
    recommend: {categories: [C25], zh: 推荐尺码, en: which size, ko: 추천}
shipping_fee:
  name: {zh: 运费, en: Postage, ko: 배송비}
  topics:
    fee: {categories: [C79], zh: 邮费, en: postage, ko: 배송비}
`
const file = (family: string, topic: string, texts: string[]) =>
  `family: ${family}\ntopics:\n  ${topic}: [${[...texts, ...texts.map((text) => `${text} ~`)].join(', ')}]\n`
const FILES = {
  'topics.yaml': TOPICS,
  'zh/size_fit.yaml': file('size_fit', 'recommend', ['穿什么码', '穿多大码', '选什么码']),
  'zh/shipping_fee.yaml': file('shipping_fee', 'fee', ['邮费多少', '运费多少', '邮费多少钱']),
  'en/size_fit.yaml': file('size_fit', 'recommend', ['what size', 'which size']),
  'en/shipping_fee.yaml': file('shipping_fee', 'fee', ['how much is shipping', 'what is the shipping fee']),
  'ko/size_fit.yaml': file('size_fit', 'recommend', ['사이즈 추천', '사이즈 뭐']),
  'ko/shipping_fee.yaml': file('shipping_fee', 'fee', ['배송비 얼마', '배송비 있나요']),
}

async function setUp() {
  const path = await folder(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`intents/${name}`, text])))
  const cacheDir = join(path, 'cache')
  const load = async () => {
    const trained: string[] = []
    const models = await loadModels({
      intentsDir: join(path, 'intents'),
      cacheDir,
      training: (locale) => trained.push(locale),
    })
    return { models, trained: trained.sort() }
  }
  return { path, cacheDir, load }
}

describe('loadModels', () => {
  test('trains once, then reads what it kept, and the two are the same', async () => {
    const { load, cacheDir } = await setUp()
    const first = await load()
    expect(first.trained).toEqual(['en', 'ko', 'zh'])
    const second = await load()
    expect(second.trained).toEqual([])
    expect(second.models).toEqual(first.models)
    expect((await readdir(cacheDir)).map((name) => name.slice(0, 10)).sort()).toEqual([
      'intents-en',
      'intents-ko',
      'intents-zh',
    ])
    const { zh } = second.models
    expect(intentsOf(zh, sharesOf(zh, featuresOf('邮费多少')))[0]!.family).toBe('shipping_fee')
  })
  test('trains the one language whose utterances changed, and drops its old model', async () => {
    const { load, path, cacheDir } = await setUp()
    await load()
    const before = await readdir(cacheDir)
    await write(path, { 'intents/ko/shipping_fee.yaml': file('shipping_fee', 'fee', ['배송비 얼마', '택배비 얼마']) })
    expect((await load()).trained).toEqual(['ko'])
    const after = await readdir(cacheDir)
    expect(after).toHaveLength(3)
    expect(
      after
        .filter((name) => before.includes(name))
        .map((name) => name.slice(8, 10))
        .sort(),
    ).toEqual(['en', 'zh'])
  })
  test('a new topic concerns every language', async () => {
    const { load, path } = await setUp()
    await load()
    await write(path, {
      'intents/topics.yaml': TOPICS.replace(
        '    fee:',
        '    free: {categories: [C52], zh: 包邮, en: free, ko: 무료}\n    fee:',
      ),
    })
    expect((await load()).trained).toEqual(['en', 'ko', 'zh'])
  })
  test('a file half written by a killed start is not read', async () => {
    const { load, cacheDir } = await setUp()
    await load()
    const [name] = await readdir(cacheDir)
    const whole = await readFile(join(cacheDir, name!))
    await writeFile(join(cacheDir, `${name}.part`), whole.subarray(0, 10))
    expect((await load()).trained).toEqual([])
    expect((await stat(join(cacheDir, name!))).size).toBe(whole.length)
  })
  test('faults in the utterances stop it, by name', async () => {
    const { load, path } = await setUp()
    await write(path, { 'intents/zh/size_fit.yaml': 'family: size_fit\ntopics:\n  colour: [红的]\n' })
    await expect(load()).rejects.toThrow('unknown intent "size_fit.colour"')
  })
})
