import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { read } from './read.ts'

describe('date', () => {
  test.each([
    ['明天', '2026-11-19'],
    ['后天', '2026-11-20'],
    ['周三', '2026-11-18'],
    ['周五能到吗', '2026-11-20'],
    ['周一能到吗', '2026-11-23'],
    ['下周二', '2026-11-24'],
    ['上周五', '2026-11-13'],
    ['11月25号', '2026-11-25'],
    ['十一月二十五号', '2026-11-25'],
    ['2026年12月1日', '2026-12-01'],
    ['25号', '2026-11-25'],
    ['3号能到吗', '2026-12-03'],
    ['28号拍的还没发', '2026-10-28'],
    ['三天后', '2026-11-21'],
    ['三天前', '2026-11-15'],
    ['in 3 days', '2026-11-21'],
    ['next monday', '2026-11-23'],
    ['nov 25', '2026-11-25'],
    ['내일', '2026-11-19'],
    ['다음주 화요일', '2026-11-24'],
  ])('%s', (text, day) => expect(read(text)).toEqual([`date=${day}`]))

  test('the day is the one of the time zone', () => {
    const justAfterMidnight = Date.parse('2026-11-19T00:30:00+08:00')
    expect(read('今天', { at: justAfterMidnight })).toEqual(['date=2026-11-19'])
    expect(read('today', { at: justAfterMidnight, timezone: 'America/New_York' })).toEqual(['date=2026-11-18'])
  })

  test('without a time the words stay', () => {
    expect(extract('下周二', { locale: 'zh' })).toMatchObject([{ slot: 'date', value: '下周二' }])
  })

  test.each(['8号楼', '3号线', '98号店', '2月30号', '35号', '每周年庆'])('no date: %s', (text) => {
    expect(read(text).filter((found) => found.startsWith('date'))).toEqual([])
  })
})

describe('time and duration', () => {
  test.each([
    ['下午三点前', ['time=15:00']],
    ['晚上八点', ['time=20:00']],
    ['八点半', ['time=08:30']],
    ['10:20', ['time=10:20']],
    ['3:30pm', ['time=15:30']],
    ['오후 3시', ['time=15:00']],
    ['晚上12点', ['time=00:00']],
    ['三天', ['duration=3 day']],
    ['一个星期', ['duration=7 day']],
    ['3-5天', ['duration=3-5 day']],
    ['七八天', ['duration=7-8 day']],
    ['48小时', ['duration=48 hour']],
    ['3일 정도', ['duration=3 day']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['便宜一点', '早一点发', '快一点', '说两点', '7天无理由', '第三天', '5月的'])('nothing: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

test('the day is that of the zone, in whichever order zones and times are asked', () => {
  const today = (at: string, timezone: string) =>
    extract('今天', { locale: 'zh', at: Date.parse(at), timezone })[0]!.value
  expect(today('2026-11-18T15:59:59Z', 'Asia/Shanghai')).toBe('2026-11-18')
  expect(today('2026-11-18T15:59:59Z', 'Asia/Seoul')).toBe('2026-11-19')
  expect(today('2026-11-18T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-19')
  expect(today('2026-11-18T15:59:59Z', 'Asia/Shanghai')).toBe('2026-11-18')
})
