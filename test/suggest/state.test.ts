import { describe, expect, test } from 'vitest'
import { initialState, type Moment } from '../../src/intents/index.ts'
import { createFlows, createFollow } from '../../src/suggest/index.ts'

const follow = createFollow(createFlows([]))
const asks = (name: string, text: string, confidence = 0.9, answers = false): Moment => ({
  role: 'shopper',
  text,
  intents: [{ name, family: name.split('.')[0]!, confidence }],
  answers,
})
const stateAfter = (...moments: Moment[]) => moments.reduce(follow, initialState('zh'))

describe('wishes for the order', () => {
  test('are kept in the shopper’s words, each once, the newest last', () => {
    const { wishes } = stateAfter(
      asks('order_change.remark', '麻烦送货前打电话'),
      asks('courier_choice.use', '发顺丰'),
      asks('order_change.remark', '麻烦送货前打电话'),
    )
    expect(wishes).toEqual(['发顺丰', '麻烦送货前打电话'])
  })
  test('are not made of doubtful readings, of answers or of other matters', () => {
    expect(stateAfter(asks('order_change.remark', '随便', 0.4)).wishes).toBeUndefined()
    expect(stateAfter(asks('order_change.remark', '好', 0.9, true)).wishes).toBeUndefined()
    expect(stateAfter(asks('shipping_fee.fee', '邮费多少')).wishes).toBeUndefined()
  })
})

test('what the agent ticks off is done, once', () => {
  const tick: Moment = { role: 'event', type: 'todo_done', action: 'remark.add' }
  expect(stateAfter(tick, tick).done).toEqual(['remark.add'])
  expect(stateAfter({ role: 'event', type: 'todo_done' }).done).toBeUndefined()
})
