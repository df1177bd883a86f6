import { describe, expect, test } from 'vitest'
import type { Shares } from '../../../src/intents/classifier/classify.ts'
import { fitOutOfScope, outOfScopeOf } from '../../../src/intents/classifier/out-of-scope.ts'
import { featuresOf, normalise, sharesOf } from '../../../src/intents/index.ts'
import { TINY_MODELS, tinyModel } from '../tiny-models.ts'

const OTHER_TRADES = 'chitchat_offtopic.unrelated'
const topics = [OTHER_TRADES, 'size_fit.recommend']
/** A message of which `share` sounds like other trades and `unseen` features are new. */
const message = (share: number, unseen: number): Shares => ({
  families: [share, 1 - share],
  topics: [share, 1 - share],
  besides: [],
  unseen,
})
const held = (share: number, unseen: number, foreign: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({
    topics: [i < foreign ? OTHER_TRADES : 'size_fit.recommend'],
    shares: message(share, unseen),
  }))
const model = {
  topics,
  outOfScope: fitOutOfScope({ topics }, [...held(0.8, 5, 9, 10), ...held(0.2, 2, 2, 30), ...held(0.02, 0, 1, 200)]),
}

describe('outOfScopeOf', () => {
  test('grows with what sounds foreign and with what was never seen', () => {
    expect(outOfScopeOf(model, message(0.6, 3))).toBeGreaterThan(outOfScopeOf(model, message(0.2, 3)))
    expect(outOfScopeOf(model, message(0.2, 9))).toBeGreaterThan(outOfScopeOf(model, message(0.2, 0)))
  })
  test('is a probability, sure at both ends', () => {
    expect(outOfScopeOf(model, message(0.95, 20))).toBeGreaterThan(0.9)
    expect(outOfScopeOf(model, message(0, 0))).toBeLessThan(0.1)
  })
  test('does not depend on how rare other trades were among the messages it was fitted on', () => {
    const rare = [...held(0.7, 3, 40, 50), ...held(0.05, 1, 10, 500)]
    const common = [
      ...rare,
      ...Array.from({ length: 9 }, () => rare.filter(({ topics: [first] }) => first === OTHER_TRADES)).flat(),
    ]
    const of = (messages: typeof rare) =>
      outOfScopeOf({ topics, outOfScope: fitOutOfScope({ topics }, messages) }, message(0.3, 2))
    expect(of(common)).toBeCloseTo(of(rare), 1)
  })
  test('a model that knows no other trades takes everything for its own', () => {
    const text = '明天会下雨吗'
    expect(outOfScopeOf(TINY_MODELS.zh, sharesOf(TINY_MODELS.zh, featuresOf(text)))).toBe(0)
  })
  test('counts the features that training never saw', () => {
    const learned = tinyModel('en', [{ text: 'will it rain', topics: [OTHER_TRADES] }])
    const unseen = (text: string) => sharesOf(learned, featuresOf(normalise(text).text)).unseen
    expect(unseen('how much is shipping now')).toBeLessThan(5)
    expect(unseen('quokkas vex jumbled walruses')).toBeGreaterThan(20)
  })
})
