import { expect, test } from 'vitest'
import { createFacts, isForReceiver } from '../../src/policy/index.ts'
import { CATALOGUE, STORE } from './demo.ts'

test('what is named to who buys a present follows whom it is for', () => {
  expect(isForReceiver('wipes', 'girlfriend')).toBe(false)
  expect(isForReceiver('kids', 'elder')).toBe(false)
  expect(isForReceiver('snacks', 'girlfriend')).toBe(true)
  expect(isForReceiver('tea', 'baby')).toBe(false)
  expect(isForReceiver('kids', 'child')).toBe(true)
  expect(isForReceiver('kids', 'daughter')).toBe(true)
  expect(isForReceiver('wipes', undefined)).toBe(true)
})

test('popular goods leave out what is not for the receiver', () => {
  const hot = (receiver: string) =>
    createFacts({
      store: STORE,
      catalogue: CATALOGUE,
      slots: { receiver: { value: receiver, text: receiver } },
      locale: 'en',
      channel: 'web',
      now: Date.parse('2026-11-24T10:00:00+08:00'),
    }).get('hot.items')?.text
  expect(hot('girlfriend')).not.toContain('wipes')
  expect(hot('baby')).toContain('wipes')
})
