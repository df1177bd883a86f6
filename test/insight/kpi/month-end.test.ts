import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { monthEnd, rollupOf } from '../../../src/insight/index.ts'
import { type ReplyClock, replyClock, StorePolicy } from '../../../src/policy/index.ts'
import { readClocks } from '../../../src/server/load/clocks.ts'
import { counted, Log, NEW_YORK, SHANGHAI } from './log.ts'

const clocks = await readClocks(join(import.meta.dirname, '../../../data/clocks'))
const store = StorePolicy.parse({ id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' })
const jd: ReplyClock = replyClock(store, clocks, 'jd', '2026-11-01')

/** `enquiries` on the first of November, so many of them answered. */
function month(enquiries: number, answered: number, more: (log: Log) => void = () => undefined) {
  const log = new Log()
  for (let i = 0; i < enquiries; i += 1) {
    const talk = log.in(`c${i}`).shopper('2026-11-01 10:00:00')
    if (i < answered) talk.agent('2026-11-01 10:00:40')
  }
  more(log)
  return [...counted(log).sheets.values()].map(rollupOf)
}
const at = (time: string, channel = 'jd') => ({
  channel,
  clock: jd,
  now: Date.parse(`${time.replace(' ', 'T')}+08:00`),
  timezone: SHANGHAI.timezone,
})

describe('the end of the month', () => {
  test.each([
    // enquiries, answered, points by JD's table
    [300, 179, 0],
    [301, 180, 2],
    [301, 211, 0],
    [600, 359, 2],
    [600, 419, 2],
    [600, 420, 0],
    [601, 360, 4],
    [601, 361, 2],
    [601, 420, 2],
    [601, 421, 0],
  ])('%i enquiries, %i answered: %i points', (enquiries, answered, points) => {
    const end = monthEnd(month(enquiries, answered), at('2026-11-30 23:59'))
    expect(end).toMatchObject({ enquiries, pointsNow: points, points })
  })
  test('at the present rate: 310 in the first half are 620 in the whole month', () => {
    const end = monthEnd(month(310, 180), at('2026-11-16 00:00'))
    expect(end).toMatchObject({
      month: '2026-11',
      enquiries: 310,
      expectedEnquiries: 620,
      answerRate: 180 / 310,
      answerRateMin: 0.7,
      pointsNow: 2,
      points: 4,
      alert: 'below',
      responseMeanMs: 40_000,
      responseMeanMaxMs: 45_000,
      clock: {
        id: 'jd-dongdong',
        verified: false,
        source: {
          zh: expect.stringMatching(/咚咚/),
          en: expect.stringMatching(/DongDong/),
          ko: expect.stringMatching(/둥둥/),
        },
      },
    })
  })
  test.each([
    [76, 'none'],
    [75, 'near'],
    [70, 'near'],
    [69, 'below'],
  ])('%i of 100 answered is %s', (answered, alert) => {
    expect(monthEnd(month(100, answered), at('2026-11-10 12:00')).alert).toBe(alert)
  })
  test('only this month and this channel count; with nothing there is nothing to fear', () => {
    const more = (log: Log) => {
      log.in('x').shopper('2026-10-31 10:00:00')
      log.in('y', 'web').shopper('2026-11-01 10:00:00')
    }
    expect(monthEnd(month(2, 2, more), at('2026-11-02 00:00'))).toMatchObject({
      enquiries: 2,
      answerRate: 1,
      alert: 'none',
    })
    const empty = monthEnd(month(0, 0), at('2026-11-01 00:00'))
    expect(empty).toMatchObject({ enquiries: 0, expectedEnquiries: 0, points: 0, alert: 'none' })
    expect(empty.answerRate).toBeUndefined()
  })
  test('the month ends on the store’s own wall', () => {
    const now = Date.parse('2026-12-01T08:00:00+08:00')
    const sheets = month(10, 10)
    expect(monthEnd(sheets, { ...at('2026-12-01 08:00'), now }).month).toBe('2026-12')
    // in New York it is still the last evening of November
    expect(monthEnd(sheets, { channel: 'jd', clock: jd, now, timezone: NEW_YORK.timezone }).month).toBe('2026-11')
  })
  test('satisfaction counts with more than thirty ratings', () => {
    const rated = (n: number) => (log: Log) => {
      for (let i = 0; i < n; i += 1) log.event('2026-11-01 12:00:00', 'rating_given', { score: i % 2 === 0 ? 5 : 1 })
    }
    expect(monthEnd(month(1, 1, rated(30)), at('2026-11-10 12:00')).satisfaction).toBeUndefined()
    expect(monthEnd(month(1, 1, rated(32)), at('2026-11-10 12:00'))).toMatchObject({
      satisfaction: 0.5,
      satisfactionMin: 0.8,
    })
  })
})
