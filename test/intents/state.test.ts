import { describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import { afterAgent, afterEvent, isLight } from '../../src/intents/state.ts'

const ABOUT = [{ name: 'logistics_tracking.track', share: 0.9 }]
const script = (category: string) => ({ id: 'zh.x', category, tier: 'answer' as const, intents: [], asks: [] })

describe('what an agent asks', () => {
  const pendingAfter = (category: string) =>
    afterAgent({ ...initialState('zh'), about: ABOUT }, '想看点什么呢，店里有活动', script(category), []).pending
  test('is about what was spoken of', () => {
    expect(pendingAfter('C87')).toEqual(['logistics_tracking.track'])
  })
  test('in a welcome opens no matter', () => {
    expect(pendingAfter('C01')).toBeUndefined()
  })
})

describe('an event', () => {
  const before = { ...initialState('zh'), about: ABOUT }
  test('leaves what was spoken of alone', () => {
    expect(afterEvent(before, { role: 'event', type: 'tracking_update' }).about).toEqual(ABOUT)
  })
  test('of arrival ends the talk of the way', () => {
    expect(afterEvent(before, { role: 'event', type: 'order_received' }).about).toBeUndefined()
  })
})

test.each([
  ['acknowledgement.ok', true],
  ['other.fragment', true],
  ['other.store_visit', false],
  ['acknowledgement.wait', false],
  ['shipping_fee.fee', false],
])('%s says little: %s', (topic, light) => {
  expect(isLight(topic)).toBe(light)
})
