import { describe, expect, test } from 'vitest'
import { type Analysis, initialState } from '../../src/intents/index.ts'
import { createLibrary } from '../../src/scripts/index.ts'
import type { Features, Offer } from '../../src/suggest/features.ts'
import { WEIGHTS } from '../../src/suggest/index.ts'
import { rank } from '../../src/suggest/rank.ts'
import { script } from '../scripts/script.ts'

const ZERO: Features = {
  intent: 0,
  topic: 0,
  words: 0,
  facts: 0,
  asks: 0,
  tier: 0,
  situation: 0,
  cue: 0,
  flow: 0,
  type: 0,
  mirror: 0,
  both: 0,
  typed: 0,
  own: 0,
  duty: 0,
  repeat: 0,
  won: 0,
  near: 0,
}
const intent = (family: string, confidence: number) => ({ name: `${family}.x`, family, confidence })
const analysis = (...intents: Analysis['intents']): Analysis => ({
  locale: 'zh',
  text: '',
  intents,
  topics: [],
  besides: [],
  entities: [],
  isOutOfScope: false,
  abstained: false,
  state: initialState('zh'),
  kind: 'text',
})
/** An offer of `id` (its topic: the id up to the digit) with a score; `category` by default its own. */
function offers(...given: [id: string, score: number, category?: string, text?: string][]): Offer[] {
  const library = createLibrary(given.map(([id, , category], i) => script({ id, category: category ?? `C${10 + i}` })))
  return given.map(([id, score, , text]) => ({
    candidate: {
      entry: library.get(id)!,
      topic: `${id.replace(/\d+$/, '')}.x`,
      topicShare: 0,
      words: 0,
      flow: 0,
      near: 0,
    },
    filled: { text: text ?? id, printed: [], missing: [] },
    template: id,
    features: { ...ZERO, intent: score / WEIGHTS.intent },
  }))
}
const order = (list: Offer[], reading = analysis(intent('a', 0.4), intent('b', 0.3))) =>
  [...rank(list, reading, WEIGHTS)].map(({ offer }) => offer.candidate.entry.script.id)

describe('rank', () => {
  test('best first, ties by the order of the library', () => {
    expect(order(offers(['a1', 0.2], ['b1', 0.9], ['c1', 0.5], ['d1', 0.5]))).toEqual(['b1', 'c1', 'd1', 'a1'])
    const tied = offers(['a1', 0.5], ['b1', 0.5], ['c1', 0.5])
    expect(order([...tied].reverse())).toEqual(['a1', 'b1', 'c1'])
  })
  test('what says again what a better one says steps back behind something new', () => {
    expect(order(offers(['a1', 1, 'C25'], ['a2', 0.95, 'C25'], ['b1', 0.6, 'C30']))).toEqual(['a1', 'b1', 'a2'])
    expect(order(offers(['a1', 1, 'C25'], ['a2', 0.95, 'C25'], ['b1', 0.2, 'C30']))).toEqual(['a1', 'a2', 'b1'])
  })
  test('of one text only the best stays', () => {
    expect(order(offers(['a1', 0.5, 'C25', '同'], ['b1', 0.9, 'C26', '同'], ['c1', 0.1]))).toEqual(['b1', 'c1'])
  })
  test('each of three questions has a place, and the first of two has one', () => {
    const list = offers(['b1', 1.4], ['b2', 1.3], ['b3', 1.2], ['c1', 0.6], ['a1', 0.4])
    const three = analysis(intent('a', 0.9), intent('b', 0.88), intent('c', 0.8))
    expect(order(list, three).slice(0, 3)).toEqual(['b1', 'c1', 'a1'])
    const two = analysis(intent('a', 0.9), intent('b', 0.88), intent('c', 0.2))
    expect(order(list, two).slice(0, 3)).toEqual(['b1', 'b2', 'a1'])
    const one = analysis(intent('b', 0.5), intent('a', 0.3))
    expect(order(list, one).slice(0, 3)).toEqual(['b1', 'b2', 'b3'])
  })
  test('what was clearly meant is answered first, however good the replies to something else', () => {
    const list = offers(['b1', 2, 'C25'], ['a1', 1.2, 'C26'])
    expect(order(list, analysis(intent('a', 0.9), intent('b', 0.6)))).toEqual(['a1', 'b1'])
    expect(order(list, analysis(intent('a', 0.9), intent('b', 0.8)))).toEqual(['b1', 'a1'])
    const angry = analysis(intent('a', 0.9), intent('b', 0.6))
    expect(order(list, { ...angry, state: { ...angry.state, mood: 'angry' } })).toEqual(['b1', 'a1'])
  })
  test('a likely second reading gets the third place', () => {
    const list = offers(['a1', 2, 'C25'], ['a2', 1.9, 'C26'], ['a3', 1.8, 'C27'], ['b1', 0.5, 'C30'])
    expect(order(list, analysis(intent('a', 0.9), intent('b', 0.5)))).toEqual(['a1', 'a2', 'b1', 'a3'])
    expect(order(list, analysis(intent('a', 0.9), intent('b', 0.1)))).toEqual(['a1', 'a2', 'a3', 'b1'])
  })
  test('the same facts for another type of customer step back', () => {
    const told = { text: 'a', printed: [{ name: 'discount.rule' as const, text: '满99减10' }], missing: [] }
    const type = { id: 'T05', score: 0.6, evidence: '便宜' }
    const list = (typed: boolean) =>
      offers(['a1', 1, 'C25'], ['b1', 0.95, 'C26'], ['c1', 0.7, 'C27']).map((offer, i) => {
        if (i === 2) return offer
        return { ...offer, filled: { ...told, text: `${i}` }, ...(i === 0 && typed ? { type } : {}) }
      })
    expect(order(list(true))).toEqual(['a1', 'c1', 'b1'])
    expect(order(list(false))).toEqual(['a1', 'b1', 'c1'])
  })
  test('scores are those of the features, whatever the place', () => {
    const scores = [...rank(offers(['a1', 1, 'C25'], ['a2', 0.9, 'C25']), analysis(intent('a', 0.9)), WEIGHTS)].map(
      ({ score }) => score,
    )
    expect(scores).toEqual([1, 0.9])
  })
  test('of nothing is nothing', () => {
    expect(order([])).toEqual([])
  })
})
