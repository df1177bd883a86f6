import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inForceAt, nextChange, type Scheduled } from '../../../src/server/policies/schedule.ts'

const entry = (version: number, from: number) => ({ version, from, at: 0, author: '', store: {} }) as Scheduled
const FILE = entry(0, Number.NEGATIVE_INFINITY)

test("tomorrow's policy waits, also for what is written after it for today", () => {
  const schedule = [FILE, entry(1, 100), entry(2, 50)]
  expect([0, 49, 50, 99, 100, 1_000].map((time) => inForceAt(schedule, time)!.version)).toEqual([0, 0, 2, 2, 1, 1])
  expect([nextChange(schedule, 0), nextChange(schedule, 50), nextChange(schedule, 100)]).toEqual([50, 100, undefined])
})

test('of two for one moment the later written holds', () => {
  expect(inForceAt([FILE, entry(2, 50), entry(1, 50)], 60)!.version).toBe(2)
})

test('between two changes the same policy is in force', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 60 }), (times, at) => {
      const schedule = [FILE, ...times.map((from, i) => entry(i + 1, from))]
      const next = nextChange(schedule, at) ?? 100
      for (let time = at; time < next; time += 1) expect(inForceAt(schedule, time)).toBe(inForceAt(schedule, at))
    }),
  )
})
