import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { featuresOf, normalise } from '../../src/intents/index.ts'

const features = (text: string) => new Set(featuresOf(normalise(text).text))
const shared = (a: string, b: string) => [...features(a)].filter((hash) => features(b).has(hash)).length

describe('featuresOf', () => {
  test('numbers of the same length are the same evidence, others are not', () => {
    expect(features('我165穿什么码')).toEqual(features('我172穿什么码'))
    expect(features('我165')).not.toEqual(features('我13812345678'))
  })
  test('the two ends of a message count', () => {
    expect(features('码')).not.toEqual(features('大码吗'))
    expect(shared('好的', '好的呢')).toBeLessThan(features('好的').size)
  })
  test('alike messages share more than unlike ones', () => {
    expect(shared('穿什么码呀', '我穿什么码')).toBeGreaterThan(shared('穿什么码呀', '邮费多少钱'))
    expect(shared('what size for me', 'which size for me')).toBeGreaterThan(shared('what size for me', 'thanks a lot'))
  })
  test('are 32-bit hashes and the same every time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const { text: plain } = normalise(text)
        const hashes = featuresOf(plain)
        expect(hashes).toEqual(featuresOf(plain))
        expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
