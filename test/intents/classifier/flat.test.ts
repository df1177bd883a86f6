import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFlatReader, type Labelled, trainFlat } from '../../../src/intents/index.ts'

const samples: Labelled[] = ['红色的', '蓝色的', '黑色的', '白色的', '灰色的', '绿色的']
  .flatMap((text) => [`有${text}吗`, `${text}还有货吗`, `想要${text}`])
  .map((text) => ({ text, label: 'colour' }))
for (const day of ['今天', '明天', '后天', '周一', '周二', '下周'])
  for (const text of [`${day}发货吗`, `${day}能发吗`, `什么时候发,${day}吗`]) samples.push({ text, label: 'dispatch' })

const model = trainFlat(samples)
const sharesOf = createFlatReader(model)
const best = (text: string) => {
  const shares = [...sharesOf(text)]
  return model.classes[shares.indexOf(Math.max(...shares))]
}

describe('a model with one head', () => {
  test('reads what it was taught, and what is said alike', () => {
    for (const { text, label } of samples) expect(best(text)).toBe(label)
    expect(best('紫色的还有货吗')).toBe('colour')
    expect(best('大后天能发货吗')).toBe('dispatch')
  })
  test('the same texts give the same model', () => {
    expect(trainFlat(samples)).toEqual(model)
  })
  test('shares of any text are parts of one, whatever was read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
        const shares = [...sharesOf(text)]
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
        sharesOf(other)
        expect([...sharesOf(text)]).toEqual(shares)
      }),
    )
  })
  test('knows nothing of a text without a known feature but how often each class was taught', () => {
    expect([...sharesOf('龘')]).toEqual([...sharesOf('䶮')])
  })
})
