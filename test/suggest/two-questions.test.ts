import { expect, test } from 'vitest'
import { type Analysis, initialState } from '../../src/intents/index.ts'
import { twoQuestions } from '../../src/suggest/two-questions.ts'

const analysis = (intents: [string, number][], besides: string[] = [], more: Partial<Analysis> = {}): Analysis => ({
  locale: 'zh',
  text: '什么时候发货，几天能到',
  intents: intents.map(([name, confidence]) => ({ name, family: name.split('.')[0]!, confidence })),
  topics: [],
  besides,
  entities: [],
  isOutOfScope: false,
  abstained: false,
  state: initialState('zh'),
  kind: 'text',
  ...more,
})
const ETA: [string, number][] = [['shipping_time.eta', 1]]

test('of two families each script of the family answers', () => {
  const [stock, courier] = twoQuestions(
    analysis([
      ['stock_availability.check', 0.9],
      ['courier_choice.which', 0.8],
    ]),
  )!
  expect(stock!.isMeant('stock_availability.have')).toBe(true)
  expect(stock!.isMeant('courier_choice.which')).toBe(false)
  expect(courier!.isMeant('courier_choice.use')).toBe(true)
})

test('of one family a topic that a clause asks about besides is a second question', () => {
  const [eta, dispatch] = twoQuestions(analysis(ETA, ['shipping_time.dispatch']))!
  expect(eta!.isMeant('shipping_time.eta')).toBe(true)
  expect(dispatch!.isMeant('shipping_time.dispatch')).toBe(true)
  expect(dispatch!.isMeant('shipping_time.eta')).toBe(false)
})

test('one question, a doubtful reading, anger and an answer to the agent make no two questions', () => {
  const both = ['shipping_time.dispatch']
  expect(twoQuestions(analysis(ETA))).toBeUndefined()
  expect(twoQuestions(analysis(ETA, ['product_info.price']))).toBeUndefined()
  expect(twoQuestions(analysis([['shipping_time.eta', 0.5]], both))).toBeUndefined()
  expect(twoQuestions(analysis(ETA, both, { answers: true }))).toBeUndefined()
  const state = { ...initialState('zh'), mood: 'angry' as const }
  expect(twoQuestions(analysis(ETA, both, { state }))).toBeUndefined()
})
