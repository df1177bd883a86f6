import { describe, expect, test } from 'vitest'
import { unlawfulAllowances } from '../../src/guard/index.ts'
import type { GuardSettings } from '../../src/policy/index.ts'
import { draft, guard, shippedLists } from './shipped-guard.ts'

const settings = (own: Partial<GuardSettings>): GuardSettings => ({ raise: {}, allow: [], ...own })
const found = (text: string, own: Partial<GuardSettings>) =>
  guard.check(text, { ...draft, settings: settings(own) }).warnings.map(({ rule, level }) => `${rule} ${level}`)

describe('what the lead makes of the guard', () => {
  test('a rule may be raised, never lowered', () => {
    expect(found('你要哪个颜色呢亲', {})).toContain('R22 hint')
    expect(found('你要哪个颜色呢亲', { raise: { R22: 'warn' } })).toContain('R22 warn')
    expect(guard.check('你要哪个颜色呢亲', { ...draft, settings: settings({ raise: { R22: 'block' } }) }).verdict).toBe(
      'block',
    )
    expect(found('加我微信', { raise: { R106: 'warn' } })).toContain('R106 block')
  })
  test('a phrase may be allowed, for its rule and nowhere else', () => {
    const allow = [{ phrase: '完美主义系列', rule: 'R07', reason: '系列名' }]
    expect(found('喜欢无敌小狗吗', {})).toContain('R07 warn')
    const dogs = [{ phrase: '无敌小狗', rule: 'R07', reason: '款式名' }]
    expect(found('喜欢无敌小狗吗', { allow: dogs })).toEqual([])
    expect(found('我们天生无敌，喜欢无敌小狗吗', { allow: dogs })).toEqual(['R07 warn'])
    expect(found('喜欢无敌小狗吗', { allow })).toContain('R07 warn')
    expect(found('喜欢无敌小狗吗', { allow: [{ ...dogs[0]!, rule: 'R01' }] })).toContain('R07 warn')
  })
  test('however the phrase is written', () => {
    const allow = [{ phrase: 'ABC无敌狗', rule: 'R07', reason: '款式名' }]
    expect(found('喜欢ａｂｃ无敌狗吗', { allow })).toEqual([])
  })
  test('what the law forbids stays forbidden', () => {
    const allow = [{ phrase: '全网最低价', rule: 'R07', reason: '老板说的' }]
    expect(found('全网最低价', { allow })).toContain('R07 warn')
  })
  test('and such a phrase is named when the store is read', () => {
    const allow = [
      { phrase: '无敌小狗', rule: 'R07', reason: '款式名' },
      { phrase: '全网最低价', rule: 'R07', reason: '老板说的' },
      { phrase: '绝对领域', rule: 'R01', reason: '款式名' },
    ]
    expect(unlawfulAllowances(settings({ allow }), ['zh'], shippedLists)).toEqual([1])
  })
  test('the same text is judged anew under other settings', () => {
    expect(found('你看看这个', { raise: { R22: 'warn' } })).toContain('R22 warn')
    expect(found('你看看这个', {})).toContain('R22 hint')
  })
})
