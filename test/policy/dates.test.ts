import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalWindow, dispatchWindow, localDay, localTime } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'

const RULE = { hours: 48, cutoff: '16:00', workweek: [1, 2, 3, 4, 5, 6] }
const TRANSIT = { min: 2, max: 4, weekends: false }
const CALENDAR = STORE.calendar
const at = (day: string, clock = '10:00') => ({ day, minutes: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) })
const leaves = (day: string, clock?: string) => dispatchWindow(at(day, clock), RULE, CALENDAR)

describe('dispatchWindow', () => {
  test('inside the cutoff from today, after it from the next working day, by the promised limit', () => {
    expect(leaves('2026-11-24', '15:59')).toMatchObject({ from: '2026-11-24', to: '2026-11-26' })
    expect(leaves('2026-11-24', '16:01')).toMatchObject({ from: '2026-11-25', to: '2026-11-26' })
  })

  test('rest days do not count', () => {
    expect(leaves('2026-11-20')).toMatchObject({ from: '2026-11-20', to: '2026-11-23' })
    expect(leaves('2026-11-22')).toMatchObject({ from: '2026-11-23', to: '2026-11-25' })
  })

  test('a holiday closes the warehouse and is named', () => {
    const window = leaves('2026-02-14', '17:00')
    expect(window).toMatchObject({ from: '2026-02-24', to: '2026-02-25' })
    expect(window.holidays.map((holiday) => holiday.from)).toEqual(['2026-02-15'])
  })

  test('a holiday on which the warehouse works changes nothing', () => {
    expect(leaves('2026-05-01')).toMatchObject({ from: '2026-05-01', to: '2026-05-04', holidays: [] })
  })

  test('weekend days worked in exchange count', () => {
    const weekdays = { ...RULE, workweek: [1, 2, 3, 4, 5] }
    expect(dispatchWindow(at('2026-10-09'), weekdays, CALENDAR).to).toBe('2026-10-12')
    expect(dispatchWindow(at('2026-10-09'), weekdays, { ...CALENDAR, workdays: [] }).to).toBe('2026-10-13')
  })
})

describe('arrivalWindow', () => {
  test('shortest way from the first day, longest from the last, weekends left out', () => {
    const window = arrivalWindow(leaves('2026-11-24'), TRANSIT, CALENDAR)
    expect(window).toMatchObject({ from: '2026-11-26', to: '2026-12-02' })
  })

  test('couriers who rest over the holiday make it longer', () => {
    const window = arrivalWindow(leaves('2026-02-12'), TRANSIT, CALENDAR)
    expect(window.from).toBe('2026-02-14')
    expect(window.to >= '2026-02-26').toBe(true)
    expect(window.holidays).toHaveLength(1)
  })

  test('law: nothing leaves before it is paid, nothing arrives before it left, later payment never arrives earlier', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
    const minutes = fc.integer({ min: 0, max: 1439 })
    const hours = fc.constantFrom(24, 48, 72, 168)
    fc.assert(
      fc.property(
        day,
        minutes,
        hours,
        fc.integer({ min: 1, max: 5 }),
        fc.nat(5),
        (paid, minute, promised, min, more) => {
          const rule = { ...RULE, hours: promised }
          const transit = { min, max: min + more, weekends: false }
          const dispatch = dispatchWindow({ day: paid, minutes: minute }, rule, CALENDAR)
          const arrival = arrivalWindow(dispatch, transit, CALENDAR)
          expect(dispatch.from >= paid && dispatch.to >= dispatch.from).toBe(true)
          expect(arrival.from > dispatch.from && arrival.to > dispatch.to && arrival.to >= arrival.from).toBe(true)
          const late = arrivalWindow(dispatchWindow({ day: paid, minutes: 1439 }, rule, CALENDAR), transit, CALENDAR)
          expect(late.to >= arrival.to).toBe(true)
        },
      ),
    )
  })

  test('law: after the cut-off no range starts on the day of payment, and paying after it never arrives earlier than before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 961, max: 1439 }), (n, late) => {
        const day = new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
        const after = dispatchWindow({ day, minutes: late }, RULE, CALENDAR)
        const before = dispatchWindow({ day, minutes: 960 }, RULE, CALENDAR)
        expect(after.from > day && after.from >= before.from).toBe(true)
        expect(arrivalWindow(after, TRANSIT, CALENDAR).from >= arrivalWindow(before, TRANSIT, CALENDAR).from).toBe(true)
        expect(arrivalWindow(after, TRANSIT, CALENDAR).from > day).toBe(true)
      }),
    )
  })

  test('a calendar that never opens ends the search instead of running on', () => {
    const closed = { holidays: [], workdays: [] }
    expect(
      dispatchWindow(at('2026-01-01'), { hours: 48, cutoff: undefined, workweek: [] }, closed).to > '2026-12-01',
    ).toBe(true)
  })
})

describe('localTime', () => {
  test('reads the wall of the timezone', () => {
    const instant = Date.parse('2026-11-22T20:30:00Z')
    expect(localTime(instant, 'Asia/Shanghai')).toEqual({ day: '2026-11-23', minutes: 270 })
    expect(localTime(instant, 'America/New_York')).toEqual({ day: '2026-11-22', minutes: 930 })
    expect(localTime(Date.parse('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toEqual({ day: '2026-11-23', minutes: 0 })
    expect(localDay(instant, 'Asia/Shanghai')).toEqual({ day: '2026-11-23', weekday: 1 })
    expect(localDay(Date.parse('2026-11-22T04:00:00Z'), 'Asia/Shanghai').weekday).toBe(7)
  })
})
