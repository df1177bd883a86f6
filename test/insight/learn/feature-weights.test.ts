import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFeatureWeights } from '../../../src/insight/learn/feature-weights.ts'
import { WEIGHTS, type Weights } from '../../../src/suggest/index.ts'

const agents = ['a', 'b', 'c', 'd', 'e']
const taught = (pairs: number, by: readonly string[] = agents) => {
  const weights = createFeatureWeights()
  // agents take what shares the shopper's words, and leave what prints facts
  for (let i = 0; i < pairs; i += 1)
    weights.learn({ words: 1, intent: 0.8 }, { facts: 1, intent: 0.8 }, 1, by[i % by.length]!)
  return weights
}

describe('learned weights', () => {
  test('follow what agents take, and leave what decides nothing', () => {
    const { inUse } = taught(2_000)
    expect(inUse.words).toBeGreaterThan(WEIGHTS.words)
    expect(inUse.facts).toBeLessThan(WEIGHTS.facts)
    expect(inUse.intent).toBe(WEIGHTS.intent)
  })
  test('are those that ship until enough agents have shown enough', () => {
    expect(taught(499).inUse).toBe(WEIGHTS)
    expect(taught(500).inUse).not.toBe(WEIGHTS)
    expect(taught(5_000, agents.slice(1)).inUse).toBe(WEIGHTS)
  })
  test('stay near what ships, whatever is fed; duties, repeats and what is typed are never learned', () => {
    const features = fc.dictionary(
      fc.constantFrom(...Object.keys(WEIGHTS)),
      fc.double({ min: -1, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(features, features, fc.nat(4)), { minLength: 1, maxLength: 40 }), (pairs) => {
        const weights = createFeatureWeights()
        for (let i = 0; i < 600; i += 1) {
          const [taken, other, agent] = pairs[i % pairs.length]!
          weights.learn(taken, other, 2, agents[agent]!)
        }
        const learned = weights.saved().weights
        for (const name of Object.keys(WEIGHTS) as (keyof Weights)[]) {
          expect(Math.abs(learned[name] - WEIGHTS[name])).toBeLessThanOrEqual(Math.abs(0.3 * WEIGHTS[name]) + 1e-12)
        }
        const fixed = ['duty', 'repeat', 'typed', 'mirror', 'won', 'near'] as const
        expect(fixed.map((name) => learned[name])).toEqual(fixed.map((name) => WEIGHTS[name]))
      }),
      { numRuns: 30 },
    )
  })
})
