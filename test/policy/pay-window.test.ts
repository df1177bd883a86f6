import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payWindow } from '../../src/policy/index.ts'

const DAY = 86_400_000
const PLACED = Date.parse('2026-11-22T10:00:00+08:00')

test.each([
  ['one week as in the manual', 7, 6 * DAY - 1, 'open'],
  ['the last day', 7, 6 * DAY + 1, 'last'],
  ['the last minute', 7, 7 * DAY - 1, 'last'],
  ['over', 7, 7 * DAY, 'expired'],
  ['half a day', 0.5, 0, 'last'],
] as const)('%s', (_, days, passed, state) => expect(payWindow(PLACED, days, PLACED + passed).state).toBe(state))

test('ends as long after the order as the store says', () => {
  expect(new Date(payWindow(PLACED, 3, PLACED).until).toISOString()).toBe('2026-11-25T02:00:00.000Z')
  expect(payWindow(PLACED, 1, PLACED).why).toEqual({
    zh: '下单后保留1天',
    en: 'kept for 1 day after ordering',
    ko: '주문 후 1일간 유지',
  })
})

test('law: once expired, expired for good', () => {
  const order = ['open', 'last', 'expired']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(40 * DAY), fc.nat(40 * DAY), (days, passed, more) => {
      const now = payWindow(PLACED, days, PLACED + passed).state
      const later = payWindow(PLACED, days, PLACED + passed + more).state
      expect(order.indexOf(later)).toBeGreaterThanOrEqual(order.indexOf(now))
    }),
  )
})
