import { expect, test } from 'vitest'
import { isOutOfScope, outOfScopeOf } from '../../../src/insight/evaluate/out-of-scope.ts'

test('what shops hear too does not count', () => {
  expect(isOutOfScope('clinc150', 'thank_you')).toBe(false)
  expect(isOutOfScope('clinc150', 'order_status')).toBe(false)
  expect(isOutOfScope('clinc150', 'oos')).toBe(true)
  expect(isOutOfScope('clinc150', 'weather')).toBe(true)
  expect(isOutOfScope('banking77', 'declined_card_payment')).toBe(false)
  expect(isOutOfScope('banking77', 'exchange_rate')).toBe(true)
})

test('recall: abstained, or read as small talk or other', () => {
  const rows = [
    { text: 'unsure', intent: 'weather' },
    { text: 'silent', intent: 'weather' },
    { text: 'small talk', intent: 'weather' },
    { text: 'mistaken', intent: 'weather' },
    { text: 'mistaken', intent: 'greeting' },
  ]
  const read: Record<string, { family: string; confidence: number }> = {
    unsure: { family: 'refund', confidence: 0.29 },
    'small talk': { family: 'chitchat_offtopic', confidence: 0.9 },
    mistaken: { family: 'refund', confidence: 0.3 },
  }
  const predict = (text: string) => (read[text] ? [{ name: `${read[text].family}.x`, ...read[text] }] : [])
  expect(outOfScopeOf(rows, 'clinc150', predict, 0.3)).toEqual({
    count: 4,
    skipped: 1,
    abstained: 0.5,
    harmless: 0.25,
    recall: 0.75,
    taken: [{ family: 'refund', count: 1 }],
  })
})

test('an empty set has no figures', () => {
  expect(outOfScopeOf([], 'banking77', () => [], 0.3)).toMatchObject({ count: 0, recall: 0 })
})
