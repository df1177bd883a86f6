import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BargainCase, type BargainRule, bargain } from '../../src/policy/index.ts'

const BOUNDED: BargainRule = { mode: 'bounded', floor: 0.95, authority: 'lead' }
const CASE: BargainCase = { pageFen: 10_000, paidFen: 10_000, askedFen: undefined, special: false }
const ask = (rule: BargainRule, more: Partial<BargainCase> = {}, roles: ('agent' | 'lead')[] = ['lead']) =>
  bargain(rule, { ...CASE, ...more }, roles, 'CNY')

describe('bargain', () => {
  test.each([
    ['fixed prices stand', { ...BOUNDED, mode: 'fixed' as const }, {}, 'no', 10_000, 0],
    ['no floor, no room', { ...BOUNDED, floor: undefined }, {}, 'no', 10_000, 0],
    ['special prices are final', BOUNDED, { special: true }, 'no', 10_000, 0],
    ['nothing named: the floor', BOUNDED, {}, 'grant', 9500, 500],
    ['inside the floor as asked', BOUNDED, { askedFen: 9800 }, 'grant', 9800, 200],
    ['below the floor: the floor', BOUNDED, { askedFen: 5000 }, 'grant', 9500, 500],
    ['asks more than the price', BOUNDED, { askedFen: 12_000 }, 'no', 10_000, 0],
    ['offers count against the floor', BOUNDED, { paidFen: 9700 }, 'grant', 9500, 200],
    ['offers already below it', BOUNDED, { paidFen: 9000 }, 'no', 9000, 0],
    ['an odd price is rounded up to the floor', BOUNDED, { pageFen: 3333, paidFen: 3333 }, 'grant', 3167, 166],
  ] as const)('%s', (_, rule, more, state, fen, givenFen) =>
    expect(ask(rule, more)).toMatchObject({ state, fen, givenFen }),
  )

  test('who has no authority asks; without one named only leads have it', () => {
    expect(ask(BOUNDED, {}, ['agent']).state).toBe('ask')
    expect(ask({ ...BOUNDED, authority: undefined }, {}, ['agent']).state).toBe('ask')
    expect(ask({ ...BOUNDED, authority: 'agent' }, {}, ['agent']).state).toBe('grant')
    expect(bargain(BOUNDED, CASE, [], 'CNY').state).toBe('ask')
  })

  test('explains itself, with the margin given away', () => {
    expect(ask(BOUNDED, {}, ['agent']).why).toEqual({
      zh: '底线95元（95%），让利5元，要主管点头',
      en: 'floor ¥95 (95%), gives away ¥5, a lead must agree',
      ko: '하한 95위안 (95%), 할인 5위안, 책임자 승인 필요',
    })
  })

  test('law: never below the floor or the ask, never above what is paid already; asking for less never gets below who asked for more', () => {
    const fen = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 100 }), fen, fen, (pageFen, percent, askedFen, lower) => {
        const paidFen = Math.ceil((pageFen * percent) / 100)
        const given = ask(BOUNDED, { pageFen, paidFen, askedFen })
        expect(given.fen).toBeLessThanOrEqual(paidFen)
        expect(given.fen + given.givenFen).toBe(paidFen)
        if (given.givenFen > 0) expect(given.fen >= pageFen * 0.95 && given.fen >= askedFen).toBe(true)
        const harder = ask(BOUNDED, { pageFen, paidFen, askedFen: Math.min(askedFen, lower) })
        expect(harder.fen).toBeGreaterThanOrEqual(Math.min(paidFen, Math.ceil(pageFen * 0.95)))
      }),
    )
  })
})
