import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featuresOf, intentsOf, type Model, normalise, sharesOf } from '../../src/intents/index.ts'
import { printOfLesson } from '../../src/server/corrections/print-of-lesson.ts'
import { write } from './load/folder.ts'
import { smallIntents, TOPICS, utterances } from './small-intents.ts'

const familyOf = (model: Model, text: string) =>
  intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))[0]!.family

describe('openModels', () => {
  test('trains once, then reads what it kept, and the two are the same', async () => {
    const { open, cacheDir } = await smallIntents({ untrained: true })
    const first = await open()
    expect(first.trained).toEqual(['en', 'ko', 'zh'])
    const second = await open()
    expect(second.trained).toEqual([])
    expect(second.models.inUse).toEqual(first.models.inUse)
    expect((await readdir(cacheDir)).map((name) => name.slice(0, 10)).sort()).toEqual([
      'intents-en',
      'intents-ko',
      'intents-zh',
    ])
    expect(familyOf(second.models.inUse.zh, '邮费多少')).toBe('shipping_fee')
  })
  test('trains the one language whose utterances changed, and drops its old model', async () => {
    const { open, path, cacheDir } = await smallIntents()
    await open()
    const before = await readdir(cacheDir)
    await write(path, {
      'intents/ko/shipping_fee.yaml': utterances('shipping_fee', 'fee', ['배송비 얼마', '택배비 얼마']),
    })
    expect((await open()).trained).toEqual(['ko'])
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
    const { open, path } = await smallIntents()
    await open()
    await write(path, {
      'intents/topics.yaml': TOPICS.replace(
        '    fee:',
        '    free: {categories: [C52], zh: 包邮, en: free, ko: 무료}\n    fee:',
      ),
    })
    expect((await open()).trained).toEqual(['en', 'ko', 'zh'])
  })
  test('what one process was taught another takes over, and keeps; and gives up again', async () => {
    const { open } = await smallIntents()
    const elsewhere = await smallIntents()
    const [one, two] = [(await open()).models, (await elsewhere.open()).models]
    const lesson = [{ text: '几块钱邮', topics: ['size_fit.recommend'] }]
    const how = { hasNew: true, signal: new AbortController().signal }
    await one.learn('zh', lesson, how)
    const taught = await one.taught('zh')
    expect([taught.print, taught.name]).toEqual([printOfLesson(lesson), (await two.taught('zh')).name])
    await two.adopt('zh', taught)
    expect([two.learned('zh'), two.inUse.zh]).toEqual([one.learned('zh'), one.inUse.zh])
    const restarted = (await elsewhere.open({ corrected: true })).models
    expect(restarted.inUse.zh).toEqual(one.inUse.zh)
    await expect(two.adopt('zh', { ...taught, print: 'another' })).rejects.toThrow('cannot be read')
    await one.learn('zh', [], how)
    await restarted.adopt('zh', await one.taught('zh'))
    expect(restarted.learned('zh')).toBe(printOfLesson([]))
    expect(restarted.inUse.zh).toEqual(one.inUse.zh)
  })
  test('a kept model that is spoilt is trained again', async () => {
    const { open, cacheDir } = await smallIntents()
    const { models } = await open()
    const name = (await readdir(cacheDir)).find((file) => file.startsWith('intents-zh'))!
    await writeFile(join(cacheDir, name), (await readFile(join(cacheDir, name))).subarray(0, 999))
    const again = await open()
    expect(again.trained).toEqual(['zh'])
    expect(again.models.inUse).toEqual(models.inUse)
  })
  test('faults in the utterances stop it, by name', async () => {
    const { open, path } = await smallIntents()
    await write(path, { 'intents/zh/size_fit.yaml': 'family: size_fit\ntopics:\n  colour: [红的]\n' })
    await expect(open()).rejects.toThrow('unknown topic "size_fit.colour"')
  })
})

describe('learning corrections', () => {
  const WORD = { text: '包不包', topics: ['shipping_fee.fee'] }
  /** Turns the meaning of every gold message round. */
  const WRONG = ['我穿什么码', '穿什么码', '穿多大码', '选什么码', '什么码'].map((text) => ({
    text,
    topics: ['shipping_fee.fee'],
  }))
  const how = { hasNew: true, signal: new AbortController().signal }

  test('puts a new model in use and leaves the old one as it was; the next start has it', async () => {
    const { open } = await smallIntents()
    const { models } = await open()
    const before = models.inUse
    const { isAccepted, gold } = await models.learn('zh', [WORD], how)
    expect([isAccepted, gold]).toEqual([true, { before: 1, after: 1 }])
    expect(familyOf(models.inUse.zh, '包不包')).toBe('shipping_fee')
    expect(models.inUse).not.toBe(before)
    expect([models.inUse.en, models.inUse.ko]).toEqual([before.en, before.ko])
    expect(models.learned('zh')).toBe(printOfLesson([WORD]))
    expect(models.learned('en')).toBe(printOfLesson([]))

    const shipped = (await open()).models
    expect(shipped.inUse.zh.weights).toEqual(before.zh.weights)
    const corrected = (await open({ corrected: true })).models
    expect(corrected.learned('zh')).toBe(printOfLesson([WORD]))
    expect(corrected.inUse.zh.weights).toEqual(models.inUse.zh.weights)
  })
  test('a correction stands in place of the same utterance', async () => {
    const { open } = await smallIntents()
    const { models } = await open()
    expect(familyOf(models.inUse.zh, '穿多大码')).toBe('size_fit')
    await models.learn('zh', [{ text: '穿多大码', topics: ['shipping_fee.fee'] }], { ...how, hasNew: false })
    expect(familyOf(models.inUse.zh, '穿多大码')).toBe('shipping_fee')
  })
  test('a model that reads the gold set worse is kept out, now and at the next start', async () => {
    const { open, cacheDir } = await smallIntents()
    const { models } = await open()
    await models.learn('zh', [WORD], how)
    const { zh } = models.inUse
    const { isAccepted, gold } = await models.learn('zh', [WORD, ...WRONG], how)
    expect([isAccepted, gold]).toEqual([false, { before: 1, after: 0.5 }])
    expect(models.inUse.zh).toBe(zh)
    expect(models.learned('zh')).toBe(printOfLesson([WORD]))
    expect((await open({ corrected: true })).models.learned('zh')).toBe(printOfLesson([WORD]))
    expect((await readdir(cacheDir)).filter((name) => name.startsWith('corrected-'))).toHaveLength(1)
  })
  test('when all is taken back, the model that ships is in use again', async () => {
    const { open } = await smallIntents()
    const { models } = await open()
    const shipped = models.inUse.zh
    await models.learn('zh', [WORD], how)
    expect(await models.learn('zh', [], how)).toEqual({ isAccepted: true })
    expect([models.inUse.zh.weights, models.learned('zh')]).toEqual([shipped.weights, printOfLesson([])])
    expect((await open({ corrected: true })).models.learned('zh')).toBe(printOfLesson([]))
  })
  test('corrected models of other data are not used, nor spoilt ones', async () => {
    const { open, path, cacheDir } = await smallIntents()
    const { models } = await open()
    await models.learn('zh', [WORD], how)
    await models.learn('en', [{ text: 'free', topics: ['shipping_fee.fee'] }], how)
    const name = (await readdir(cacheDir)).find((file) => file.startsWith('corrected-intents-en'))!
    await writeFile(join(cacheDir, name), 'spoilt')
    await write(path, { 'intents/zh/size_fit.yaml': utterances('size_fit', 'recommend', ['穿什么码', '多大码']) })
    const again = (await open({ corrected: true })).models
    expect([again.learned('zh'), again.learned('en')]).toEqual([printOfLesson([]), printOfLesson([])])
  })
  test('ends with its signal, and nothing has changed', async () => {
    const { open, cacheDir } = await smallIntents()
    const { models } = await open()
    const before = models.inUse
    const stop = new AbortController()
    const learning = models.learn('zh', [WORD], { hasNew: true, signal: stop.signal })
    stop.abort()
    await expect(learning).rejects.toThrow()
    expect(models.inUse).toBe(before)
    expect(await readdir(cacheDir)).toHaveLength(3)
  })
})
