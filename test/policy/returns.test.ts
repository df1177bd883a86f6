import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { returnTerms } from '../../src/policy/index.ts'

const RULE = { days: 7, exempt: ['snacks' as const] }
const SHIRT = { category: 'clothing' as const }
const on = (today: string, rule = RULE, goods: Parameters<typeof returnTerms>[1] = SHIRT) =>
  returnTerms(rule, goods, '2026-11-22', today)

describe('returnTerms', () => {
  test('the day after receipt is the first of seven', () => {
    expect(on('2026-11-22')).toMatchObject({ state: 'yes', days: 7, until: '2026-11-29' })
    expect(on('2026-11-29').state).toBe('yes')
    expect(on('2026-11-30').state).toBe('late')
  })

  test('a store may give more, never less than the law', () => {
    expect(on('2026-12-07', { ...RULE, days: 15 })).toMatchObject({ state: 'yes', until: '2026-12-07' })
    expect(on('2026-11-29', { ...RULE, days: 0 })).toMatchObject({ state: 'yes', days: 7 })
  })

  test('exempt by category or by card; a card may take itself back in', () => {
    expect(on('2026-11-23', RULE, { category: 'snacks' }).state).toBe('no')
    expect(on('2026-11-23', RULE, { category: 'clothing', noReasonReturn: false }).state).toBe('no')
    expect(on('2026-11-23', RULE, { category: 'snacks', noReasonReturn: true }).state).toBe('yes')
    expect(returnTerms(RULE, undefined, undefined, '2026-11-23')).toMatchObject({ state: 'yes', days: 7 })
  })

  test('explains itself in one line', () => {
    expect(on('2026-11-23').why.zh).toBe('签收次日起7天')
    expect(on('2026-11-23', RULE, { category: 'snacks' }).why.en).toBe('exempt by law from no-reason returns')
  })

  test('law: whatever a store writes, six days after receipt it is still possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 7 }), (days, passed) => {
        const today = new Date(Date.UTC(2026, 10, 22 + passed)).toISOString().slice(0, 10)
        expect(on(today, { ...RULE, days }).state).toBe('yes')
      }),
    )
  })
})
