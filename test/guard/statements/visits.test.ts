import { describe, expect, test } from 'vitest'
import { visitsIn } from '../../../src/guard/statements/visits.ts'

describe('visits', () => {
  test('a named day is a word given', () => {
    expect(visitsIn('师傅周三上门安装', 'zh')).toMatchObject([
      { topic: 'visit', says: new Set(['2']), promise: 'given' },
    ])
    expect(visitsIn('the fitter comes on friday', 'en')).toMatchObject([{ says: new Set(['4']), promise: 'given' }])
  })
  test('a usual day is no promise', () => {
    expect(visitsIn('师傅一般周三上门', 'zh')[0]).not.toHaveProperty('promise')
  })
  test('a day on which nobody can come is denied', () => {
    expect(visitsIn('师傅周三排满了', 'zh')).toMatchObject([{ says: false, object: '周三' }])
  })
  test.each(['周三发货', '师傅周三上门可以吗', '如果师傅周三来', '师傅会联系您'])('no visit is stated: %s', (text) => {
    expect(visitsIn(text, 'zh')).toEqual([])
  })
})
