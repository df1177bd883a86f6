import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFilter } from '../../src/guard/gram-filter.ts'
import { requiredSpots } from '../../src/guard/required-spots.ts'

const SOURCES = ['最好', '(?:微|薇)信', '给您(?:退|补)', '[好评]+', '\\d折', '.*', '包(?:邮|换)?', '您.{0,3}错']
const LETTERS = [...'最好微薇信给您退补评5折包邮换错,。a']

describe('which expressions a text may match', () => {
  const tries = createFilter(SOURCES.map(requiredSpots))
  const filter = (text: string) => tries(text).sort((a, b) => a - b)

  test('none that matches is ever left out, and none is named twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 150 }), (text) => {
        const tried = filter(text)
        expect(tried).toEqual([...new Set(tried)])
        SOURCES.forEach((source, id) => {
          if (new RegExp(source).test(text)) expect(tried).toContain(id)
        })
      }),
    )
  })
  test('what lacks a part of an expression is not tried on it', () => {
    expect(filter('今天发货')).toEqual([SOURCES.indexOf('.*')])
    expect(filter('最近很好')).not.toContain(0)
    expect(filter('最好')).toContain(0)
  })
  test('nor is what has its parts too far apart or in another order, in a text of any length', () => {
    const tries = createFilter([requiredSpots('您.{0,3}错'), requiredSpots('给.*退')])
    const near = (text: string) => tries(text).sort()
    for (const length of [10, 60, 500]) {
      const far = '，'.repeat(length)
      expect(near(`${far}您没错${far}给您退`)).toEqual([0, 1])
      expect(near(`您${far}错`)).toEqual([])
      expect(near(`退${far}给`)).toEqual([])
      expect(near(`给${far}退`)).toEqual([1])
    }
  })
  test('where only some are asked for, no other is named', () => {
    const among = Uint8Array.from(SOURCES, (source) => (source === '最好' ? 1 : 0))
    expect(tries('最好换微信给您退', among)).toEqual([SOURCES.indexOf('最好')])
  })
  test('one text leaves nothing behind for the next', () => {
    const before = filter('您好')
    filter('最好的微信给您退5折')
    expect(filter('您好')).toEqual(before)
  })
})
