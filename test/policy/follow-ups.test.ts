import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followUps, localTime, StorePolicy } from '../../src/policy/index.ts'

const store = StorePolicy.parse({
  id: 'x',
  name: 'X',
  timezone: 'Asia/Shanghai',
  currency: 'CNY',
  shipping: { dispatchHours: 48, cutoff: '16:00', workweek: [1, 2, 3, 4, 5, 6] },
  followup: { unpaidHours: 6 },
})
const times = followUps(store, 'taobao')
const at = (text: string) => Date.parse(`${text}+08:00`)
const wall = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('when what a talk has left to do is due', () => {
  test.each([
    ['2026-11-23T10:00', 30, '2026-11-23 10:30'],
    ['2026-11-23T10:00', undefined, '2026-11-23 10:30'],
    ['2026-11-23T10:00', 120, '2026-11-23 12:00'],
    // "today" and "within a day": before the shop closes
    ['2026-11-23T10:00', 1440, '2026-11-23 21:00'],
    ['2026-11-23T22:00', 1440, '2026-11-23 22:00'],
    ['2026-11-23T10:00', 2880, '2026-11-24 21:00'],
  ])('an answer promised at %s within %s minutes: %s', (when, minutes, due) => {
    expect(wall(times.answer(at(when), minutes))).toBe(due)
  })

  test('an unpaid order is mentioned after the hours of the store, when shoppers may be written to', () => {
    expect(wall(times.unpaid(at('2026-11-23T10:00')))).toBe('2026-11-23 16:00')
    expect(wall(times.unpaid(at('2026-11-23T18:00')))).toBe('2026-11-24 09:00')
    expect(wall(times.unpaid(at('2026-11-23T02:00')))).toBe('2026-11-23 09:00')
    expect(wall(times.nextDay(at('2026-11-23T20:30')))).toBe('2026-11-24 20:30')
    expect(wall(times.nextDay(at('2026-11-23T23:30')))).toBe('2026-11-25 09:00')
  })

  test('a paid order is late when the last promised day is over', () => {
    // Monday before the cutoff: Wednesday is promised
    expect(wall(times.dispatch(at('2026-11-23T10:00')))).toBe('2026-11-26 00:00')
    expect(
      followUps(StorePolicy.parse({ id: 'y', name: 'Y', timezone: 'Asia/Seoul', currency: 'KRW' }), 'web').dispatch(0),
    ).toBe(undefined)
  })

  test('the next shift is today before the shop opens, else tomorrow', () => {
    expect(wall(times.nextShift(at('2026-11-23T03:00')))).toBe('2026-11-23 09:00')
    expect(wall(times.nextShift(at('2026-11-23T09:00')))).toBe('2026-11-24 09:00')
  })

  test('nobody is written to outside the hours, and nothing is due before it was promised', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Seoul', 'America/New_York', 'Europe/Berlin')
    const instants = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') })
    fc.assert(
      fc.property(zones, instants, (timezone, instant) => {
        const own = followUps({ ...store, timezone }, 'web')
        for (const due of [own.unpaid(instant), own.nextDay(instant), own.writable(instant)]) {
          const { minutes } = localTime(due, timezone)
          expect(due).toBeGreaterThanOrEqual(instant)
          expect(minutes).toBeGreaterThanOrEqual(9 * 60)
          expect(minutes).toBeLessThan(21 * 60)
        }
        expect(own.nextShift(instant)).toBeGreaterThan(instant - 1)
        expect(own.answer(instant, 10)).toBe(instant + 600_000)
      }),
    )
  })
})
