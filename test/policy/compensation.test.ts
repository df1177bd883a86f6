import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compensation } from '../../src/policy/index.ts'

const BY_ROLE = { agent: 5, aftersale: 20, lead: 100 }

describe('compensation', () => {
  test.each([
    ['one limit for everybody', 10, ['agent'], 1000, 'ok', 1000],
    ['a fen above it', 10, ['agent'], 1001, 'ask', 1000],
    ['by role', BY_ROLE, ['agent'], 1000, 'ask', 500],
    ['the highest role held', BY_ROLE, ['agent', 'aftersale'], 2000, 'ok', 2000],
    ['a role without a figure counts as agent', BY_ROLE, ['reviewer'], 501, 'ask', 500],
    ['no limit, no offer', undefined, ['lead'], 1, 'ask', 0],
    ['no role, no offer', BY_ROLE, [], 1, 'ask', 0],
  ] as const)('%s', (_, limit, roles, wanted, state, limitFen) =>
    expect(compensation(limit, roles, wanted, undefined, 'CNY')).toMatchObject({ state, limitFen }),
  )

  test('never more than was paid', () => {
    expect(compensation(BY_ROLE, ['lead'], 4000, 3990, 'CNY')).toMatchObject({ state: 'ask', limitFen: 3990 })
  })

  test('explains itself', () => {
    expect(compensation(10, ['agent'], 1, undefined, 'CNY').why).toEqual({
      zh: '您的补偿权限为10元，超出请主管定',
      en: 'you may offer up to ¥10, a lead decides beyond',
      ko: '보상 권한 10위안, 초과는 책임자 결정',
    })
  })

  test('law: what may be offered may be offered in smaller parts too, and another role never takes away', () => {
    const roles = fc.subarray(['agent', 'aftersale', 'reviewer', 'lead', 'admin'] as const)
    fc.assert(
      fc.property(roles, roles, fc.nat(15_000), fc.nat(15_000), (held, more, wanted, less) => {
        const now = compensation(BY_ROLE, held, wanted, undefined, 'CNY')
        if (now.state === 'ok')
          expect(compensation(BY_ROLE, held, Math.max(0, wanted - less), undefined, 'CNY').state).toBe('ok')
        expect(compensation(BY_ROLE, [...held, ...more], wanted, undefined, 'CNY').limitFen).toBeGreaterThanOrEqual(
          now.limitFen,
        )
      }),
    )
  })
})
