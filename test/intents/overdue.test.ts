import { expect, test } from 'vitest'
import { overdue } from '../../src/intents/overdue.ts'
import type { Reading } from '../../src/intents/state.ts'

const both = (dispatch: number): Reading => ({
  intents: [
    { name: 'payment.paid', family: 'payment', confidence: 0.9 },
    { name: 'shipping_time.urge', family: 'shipping_time', confidence: dispatch },
  ],
  topics: [
    { name: 'payment.paid', share: 0.6 },
    { name: 'shipping_time.urge', share: 0.4 },
  ],
})
const names = ({ intents }: Reading) => intents.map(({ name }) => name)

test.each([
  '三号就付款了怎么还没发',
  '付了钱五天了都没动静',
  'paid on monday and still waiting',
  '결제했는데 아직이에요',
])('%s: the parcel is asked for', (text) => {
  const { intents, topics } = overdue(both(0.6), text)
  expect(intents.map(({ name }) => name)).toEqual(['shipping_time.urge', 'payment.paid'])
  expect(intents[1]!.confidence).toBeCloseTo(0.27)
  expect(topics[0]!.share).toBeCloseTo(0.18)
})

test('a payment that is only told, and a reading of the dispatch that is a guess, stay', () => {
  expect(names(overdue(both(0.6), '付好了麻烦尽快发'))[0]).toBe('payment.paid')
  expect(names(overdue(both(0.3), '付款了还没用券'))[0]).toBe('payment.paid')
})
