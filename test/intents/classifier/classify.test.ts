import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { softmax } from '../../../src/intents/classifier/classify.ts'
import { featuresOf, intentsOf, normalise, sharesOf, topicsOf } from '../../../src/intents/index.ts'
import { TINY_MODELS } from '../tiny-models.ts'

const model = TINY_MODELS.zh
const shares = (text: string) => sharesOf(model, featuresOf(normalise(text).text))
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const messages = fc.oneof(
  fc.constantFrom('穿什么码', '邮费多少钱', '你好', '165 110'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

describe('sharesOf', () => {
  test('adds up to one for any text, over families and over topics', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { families, topics } = shares(text)
        expect(sum(families)).toBeCloseTo(1, 6)
        expect(sum(topics)).toBeCloseTo(1, 6)
        for (const share of [...families, ...topics]) expect(share).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 100 },
    )
  })
  test("a family's share is that of its topics together", () => {
    const { families, topics } = shares('尺码偏大还是偏小，穿什么码')
    families.forEach((share, family) => {
      const own = topics.filter((_, topic) => model.familyOf[topic] === family)
      expect(sum(own)).toBeCloseTo(share, 6)
    })
  })
  test('a word said twice counts once', () => {
    const hashes = featuresOf('有货')
    expect(sharesOf(model, [...hashes, ...hashes])).toEqual(sharesOf(model, hashes))
  })
})

describe('intentsOf', () => {
  test('gives one intent per family with its best topic, best first, confidence within 0..1', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const intents = intentsOf(model, shares(text))
        expect(new Set(intents.map(({ family }) => family)).size).toBe(intents.length)
        const confidences = intents.map(({ confidence }) => confidence)
        expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
        for (const { name, family, confidence } of intents) {
          expect(name.startsWith(`${family}.`)).toBe(true)
          expect(confidence >= 0 && confidence <= 1).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
  test('keeps five, or as many as asked for', () => {
    expect(intentsOf(model, shares('有货吗'))).toHaveLength(5)
    expect(intentsOf(model, shares('有货吗'), 2)).toHaveLength(2)
  })
  test('sees both questions of a message', () => {
    const two = intentsOf(model, shares('有没有货，邮费多少钱'), 2).map(({ family }) => family)
    expect(two.sort()).toEqual(['shipping_fee', 'stock_availability'])
  })
})

test('topicsOf lists topics of any family, best first', () => {
  const topics = topicsOf(model, shares('尺码偏大还是偏小'), 3)
  expect(topics[0]!.name).toBe('size_fit.bias')
  expect(topics.map(({ share }) => share)).toEqual(topics.map(({ share }) => share).sort((a, b) => b - a))
})

test('softmax does not overflow', () => {
  expect([...softmax(Float64Array.of(1000, 1000, -1000))]).toEqual([0.5, 0.5, 0])
})
