import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { settle } from '../../src/policy/index.ts'
import { limited } from '../../src/policy/limited.ts'

const HERE = { channel: 'taobao', region: '江苏', zone: 'jzh', day: '2026-11-22' }
const field = limited(z.number())
const hours = (raw: unknown, at: Partial<typeof HERE> = {}) => settle(field.parse(raw), { ...HERE, ...at })

describe('settle', () => {
  test('a bare value holds everywhere', () => expect(hours(48)).toBe(48))

  test('the first value whose limits hold wins', () => {
    const raw = [
      { value: 24, only: { channel: ['jd', 'douyin'] } },
      { value: 72, only: { region: 'remote' } },
      { value: 96, only: { from: '2026-12-01', to: '2026-12-31' } },
      { value: 48 },
    ]
    expect(hours(raw)).toBe(48)
    expect(hours(raw, { channel: 'jd' })).toBe(24)
    expect(hours(raw, { zone: 'remote' })).toBe(72)
    expect(hours(raw, { day: '2026-12-01' })).toBe(96)
    expect(hours(raw, { day: '2026-12-31' })).toBe(96)
    expect(hours(raw, { day: '2027-01-01' })).toBe(48)
  })

  test('limits by region name, and silence where nothing holds', () => {
    expect(hours([{ value: 24, only: { region: ['江苏', '浙江'] } }])).toBe(24)
    expect(hours([{ value: 24, only: { region: '新疆' } }])).toBeUndefined()
    expect(settle(undefined, HERE)).toBeUndefined()
  })

  test('a list value is not taken for limits', () => {
    const list = limited(z.array(z.string()))
    expect(settle(list.parse(['支付宝', '花呗']), HERE)).toEqual(['支付宝', '花呗'])
    expect(settle(list.parse([]), HERE)).toEqual([])
    expect(settle(list.parse([{ value: ['支付宝'], only: { channel: 'taobao' } }]), HERE)).toEqual(['支付宝'])
  })

  test('a limit that does not exist is refused', () => {
    expect(field.safeParse([{ value: 1, only: { chanel: 'jd' } }]).success).toBe(false)
  })
})
