import { describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import type { State } from '../../src/protocol/index.ts'
import type { Suggested } from '../../src/suggest/index.ts'
import { ask, event } from './small-desk.ts'

const TALK: Partial<State> = {
  wishes: ['送货前打电话'],
  said: ['您好', '亲，到时候给您送一双袜子哦'],
  slots: { colour: { value: '白色', text: '白色' }, courier: { value: 'zto', text: '中通' } },
}
const paid = (more: Partial<State> = {}, facts = {}) =>
  ask([event('order_paid')], {
    because: 'event',
    before: { ...initialState('zh'), ...TALK, ...more },
    facts,
  })
const copies = ({ suggestions }: Suggested) =>
  suggestions.map(({ todo }) => todo.flatMap(({ action, copy }) => (action === 'remark.add' ? (copy ?? '') : [])))

describe('an order paid without its note', () => {
  test('is reminded of once, with what was chosen, wished and promised', () => {
    const [first, ...rest] = copies(paid())
    expect(first).toHaveLength(1)
    for (const part of ['白色', '中通', '送货前打电话', '已答应', '送一双袜子']) expect(first![0]).toContain(part)
    expect(rest.flat()).toEqual([])
  })
  test('is not, when the order carries a remark, when it was ticked off, and when there is nothing to note', () => {
    expect(copies(paid({}, { order: { id: '1', status: 'paid', remark: '已备注', lines: [] } })).flat()).toEqual([])
    expect(copies(paid({ done: ['remark.add'] })).flat()).toEqual([])
    expect(copies(paid({ wishes: [], said: [], slots: {} })).flat()).toEqual([])
  })
})
