import { describe, expect, test } from 'vitest'
import { rangeOf } from '../../../src/guard/statements/time-said.ts'

const DAY = 1440

describe('the stretch a written time names', () => {
  test.each([
    ['今天', '', '', { low: 0, high: DAY, day: true }],
    ['明天', '', '', { low: DAY, high: 2 * DAY, day: true }],
    ['明后天', '', '', { low: DAY, high: 3 * DAY, day: true }],
    ['三天', '', '', { low: 3 * DAY, high: 3 * DAY }],
    ['两三天', '', '', { low: 2 * DAY, high: 3 * DAY }],
    ['3-5天', '', '', { low: 3 * DAY, high: 5 * DAY }],
    ['48小时', '', '内发货', { low: 0, high: 2 * DAY, within: true }],
    ['within 2 days', '', '', { low: 0, high: 2 * DAY, within: true }],
    ['이틀', '', '', { low: 2 * DAY, high: 2 * DAY }],
    ['半小时', '', '', { low: 30, high: 30 }],
  ])('%s %s%s', (written, before, after, range) => {
    expect(rangeOf(written, before, after)).toEqual(range)
  })
  test('about so long leaves a fifth, a day at the least', () => {
    expect(rangeOf('3天', '大概', '')).toEqual({ low: 2 * DAY, high: 4 * DAY })
    expect(rangeOf('10天', '一般', '')).toEqual({ low: 8 * DAY, high: 12 * DAY })
  })
  test('what has no figure has no stretch', () => {
    expect(rangeOf('天', '', '')).toBeUndefined()
  })
})
