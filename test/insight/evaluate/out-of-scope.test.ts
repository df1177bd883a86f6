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

type Given = Parameters<typeof outOfScopeOf>[2] extends (text: string) => infer A ? A : never

/** An answer in short: what was read, and the tiers of what is suggested. */
function given(family: string | undefined, confidence: number, tiers: readonly string[]): Given {
  return {
    intents: family === undefined ? [] : [{ name: `${family}.x`, family, confidence }],
    suggestions: tiers.map((tier) => ({ tier })) as Given['suggestions'],
  }
}

test('recall: unsure, or read as small talk or other; an answer counts whatever was read', () => {
  const rows = [
    { text: 'unsure', intent: 'weather' },
    { text: 'silent', intent: 'weather' },
    { text: 'small talk', intent: 'weather' },
    { text: 'mistaken', intent: 'weather' },
    { text: 'mistaken', intent: 'greeting' },
  ]
  const read: Record<string, Given> = {
    unsure: given('refund', 0.29, ['ask', 'hold']),
    silent: given(undefined, 0, []),
    'small talk': given('chitchat_offtopic', 0.9, ['hold', 'answer']),
    mistaken: given('refund', 0.3, ['ask']),
  }
  expect(outOfScopeOf(rows, 'clinc150', (text) => read[text]!, 0.3)).toEqual({
    count: 4,
    skipped: 1,
    unanswered: 0.75,
    abstained: 0.5,
    harmless: 0.25,
    recall: 0.75,
    taken: [{ family: 'refund', count: 1 }],
  })
})

test('of the Korean collection daily life is left out, its other subjects count', () => {
  expect(isOutOfScope('ko-chatbot-data', '0')).toBe(false)
  expect(isOutOfScope('ko-chatbot-data', '2')).toBe(true)
})

test('an empty set has no figures', () => {
  expect(outOfScopeOf([], 'banking77', () => given(undefined, 0, []), 0.3)).toMatchObject({
    count: 0,
    unanswered: 0,
    recall: 0,
  })
})
