import { expect, test } from 'vitest'
import { clockText, replyClock } from '../../src/ui/reply-clock.ts'

const SINCE = '2026-11-22T10:00:00.000Z'
const DUE = '2026-11-22T10:03:00.000Z'
const at = (text: string) => replyClock({ waitingSince: SINCE, dueAt: DUE }, Date.parse(text))

test('counts down, turns amber in the last third, red when it is late', () => {
  expect(at('2026-11-22T10:00:00.000Z')).toEqual({ seconds: 180, level: 'calm' })
  expect(at('2026-11-22T10:01:59.500Z')).toEqual({ seconds: 61, level: 'calm' })
  expect(at('2026-11-22T10:02:00.000Z')).toEqual({ seconds: 60, level: 'amber' })
  expect(at('2026-11-22T10:03:00.000Z')).toMatchObject({ seconds: 0, level: 'red' })
  expect(at('2026-11-22T10:03:05.000Z')).toEqual({ seconds: -5, level: 'red' })
})

test('stands still while nobody waits', () => {
  expect(replyClock(undefined, 0)).toBeUndefined()
  expect(replyClock({ dueAt: DUE }, 0)).toBeUndefined()
})

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [-61, '−1:01'],
  [3_725, '1:02:05'],
])('%i s is %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
})
