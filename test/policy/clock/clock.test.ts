import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type ClockPreset,
  clockLevel,
  penaltyPoints,
  replyClock,
  replyDue,
  StorePolicy,
} from '../../../src/policy/index.ts'
import { readClocks } from '../../../src/server/load/clocks.ts'

const clocks = await readClocks(join(import.meta.dirname, '../../../data/clocks'))
const store = (rest: object = {}) =>
  StorePolicy.parse({ id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY', ...rest })
const DAY = '2026-11-22'

describe('replyClock', () => {
  test('a store that chooses nothing has the preset that claims the channel, else the house’s', () => {
    expect(replyClock(store(), clocks, 'jd', DAY)).toMatchObject({ id: 'jd-dongdong', replySec: 30, verified: false })
    expect(replyClock(store(), clocks, 'pdd', DAY)).toMatchObject({ id: 'three-minutes', replySec: 180, amberSec: 120 })
    expect(replyClock(store(), clocks, 'web', DAY)).toMatchObject({ id: 'house', replySec: 60, penalties: [] })
  })
  test('the store chooses per channel, and its own figures win', () => {
    const own = store({
      sla: {
        clock: [{ value: 'brisk', only: { channel: 'web' } }, { value: 'jd-dongdong' }],
        replySec: [{ value: 15, only: { channel: 'jd' } }],
        answerRateMin: 0.8,
      },
      blacklistPoints: 9,
    })
    expect(replyClock(own, clocks, 'web', DAY)).toMatchObject({ id: 'brisk', replySec: 20, answerRateMin: 0.8 })
    expect(replyClock(own, clocks, 'jd', DAY)).toMatchObject({ replySec: 15, amberSec: 10, blacklistPoints: 9 })
    expect(replyClock(own, clocks, 'taobao', DAY).penalties).toHaveLength(3)
  })
  test('a choice may hold for a season only', () => {
    const own = store({
      sla: { clock: [{ value: 'brisk', only: { from: '2026-11-11', to: '2026-11-11' } }, { value: 'house' }] },
    })
    expect(replyClock(own, clocks, 'jd', '2026-11-11').id).toBe('brisk')
    expect(replyClock(own, clocks, 'jd', '2026-11-12').id).toBe('house')
  })
  test('its own table of penalties takes the place of the preset’s', () => {
    const penalties = [{ range: [1, null], below: 0.9, points: 1 }]
    expect(replyClock(store({ penalties }), clocks, 'jd', DAY).penalties).toEqual([{ ...penalties[0], from: 0 }])
  })
  test('an unknown clock is no clock', () => {
    expect(() => replyClock(store({ sla: { clock: 'gone' } }), clocks, 'jd', DAY)).toThrow(
      'no clock "gone" among brisk',
    )
    expect(() => replyClock(store(), [], 'jd', DAY)).toThrow('no clock "house"')
  })
})

describe('penaltyPoints: the table of JD', () => {
  const { penalties } = clocks.find(({ id }) => id === 'jd-dongdong') as ClockPreset
  test.each([
    // enquiries, answer rate in per cent, points
    [300, 59.9, 0],
    [300, 69.9, 0],
    [301, 59.9, 2],
    [301, 69.9, 2],
    [301, 70, 0],
    [600, 59.9, 2],
    [600, 60, 2],
    [600, 69.9, 2],
    [600, 70, 0],
    [601, 59.9, 4],
    [601, 60, 2],
    [601, 69.9, 2],
    [601, 70, 0],
    [0, 0, 0],
  ])('%i enquiries at %d %%: %i points', (enquiries, percent, points) => {
    expect(penaltyPoints(penalties, enquiries, percent / 100)).toBe(points)
  })
  test('a rate that is a quotient meets the limit exactly', () => {
    expect(penaltyPoints(penalties, 600, 420 / 600)).toBe(0)
    expect(penaltyPoints(penalties, 1_000, 600 / 1_000)).toBe(2)
    expect(penaltyPoints(penalties, 1_000, 599 / 1_000)).toBe(4)
  })
})

describe('a waiting shopper', () => {
  const jd = { amberSec: 20, replySec: 30 }
  test('is due after the limit', () => {
    expect(replyDue(1_000, jd)).toEqual({ amberAt: 21_000, dueAt: 31_000 })
  })
  test.each([
    [1_000, 'calm'],
    [20_999, 'calm'],
    [21_000, 'amber'],
    [31_000, 'amber'],
    [31_001, 'red'],
  ])('at %i is %s', (now, level) => {
    expect(clockLevel(1_000, now, jd)).toBe(level)
  })
})
