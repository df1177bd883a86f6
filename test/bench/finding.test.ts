import { expect, test } from 'vitest'
import { type Finding, isReached } from '../../bench/finding.ts'

const finding = (unit: Finding['unit'], value: number, target?: number): Finding => ({
  question: 'q',
  subject: 's',
  unit,
  value,
  ...(target === undefined ? {} : { target }),
})

test.each(['messages/s', 'share'] as const)('%s must be at least the target', (unit) => {
  expect(isReached(finding(unit, 0.72, 0.72))).toBe(true)
  expect(isReached(finding(unit, 0.71, 0.72))).toBe(false)
})

test.each(['µs', 'ms', 'MB'] as const)('%s must be at most the target', (unit) => {
  expect(isReached(finding(unit, 150, 150))).toBe(true)
  expect(isReached(finding(unit, 151, 150))).toBe(false)
})

test('without a target nothing is reached or missed', () => {
  expect(isReached(finding('ms', 1))).toBeUndefined()
})
