import { describe, expect, test } from 'vitest'
import { RULES } from '../../../src/guard/rules/index.ts'
import { GuardPolicy } from '../../../src/policy/store/guard-policy.ts'

const faults = (raw: unknown) =>
  GuardPolicy.safeParse(raw).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
const allowing = (rule: string) => ({ allow: [{ phrase: '无敌小狗', rule, reason: '款式名' }] })

describe('guard policy', () => {
  test('nothing said is nothing changed', () => {
    expect(GuardPolicy.parse({})).toEqual({ raise: {}, allow: [] })
  })
  test('every rule of the guard may be raised', () => {
    expect(RULES.flatMap(({ id }) => faults({ raise: { [id]: 'warn' } }))).toEqual([])
  })
  test('unknown rules are refused, with their place', () => {
    expect(faults({ raise: { R125: 'warn' } }).join()).toMatch(/^raise\.R125: no rule of the playbook/)
    expect(faults({ raise: { R91: 'warn' } }).join()).toMatch(/^raise\.R91: not a rule about texts/)
    expect(faults(allowing('R0')).join()).toMatch(/^allow\.0\.rule: no rule of the playbook/)
    expect(faults({ raise: { R22: 'hint' } })).toHaveLength(1)
  })
  test.each('R02 R13 R14 R15 R16 R19 R35 R71 R83 R84 R85 R86 R96 R97 R101 R105 R106 R124'.split(' '))(
    '%s is set by law or honesty: no phrase is allowed',
    (rule) => {
      expect(faults(allowing(rule))).toEqual(['allow.0.rule: law or honesty sets this rule: no phrase can be allowed'])
    },
  )
  test('a phrase needs a reason and more than a letter', () => {
    expect(faults({ allow: [{ phrase: '最', rule: 'R07', reason: '款式名' }] })).toHaveLength(1)
    expect(faults({ allow: [{ phrase: '无敌小狗', rule: 'R07', reason: ' ' }] })).toHaveLength(1)
    expect(faults(allowing('R07'))).toEqual([])
  })
})
