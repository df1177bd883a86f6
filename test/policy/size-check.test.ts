import { describe, expect, test } from 'vitest'
import { adviseSize, checkSize } from '../../src/policy/index.ts'
import { CATALOGUE } from './demo.ts'

const chart = CATALOGUE.get('tee-basic')!.sizeChart!
const check = (height: number, weight: number, asked: string) =>
  checkSize(chart, adviseSize(chart, { height, weight }), asked)

describe('checkSize', () => {
  test.each([
    ['as advised', 165, 55, 'M', 'fits'],
    ['too small', 165, 55, 'S', 'small'],
    ['too large', 165, 55, 'l', 'large'],
    ['either of a border case', 170, 52, 'M', 'fits'],
    ['the looser of a border case', 170, 52, 'L', 'fits'],
    ['beyond a border case', 170, 52, 'XL', 'large'],
    ['no size is right', 150, 85, 'M', 'none'],
    ['no such size', 165, 55, '39', undefined],
  ] as const)('%s', (_, height, weight, asked, verdict) => expect(check(height, weight, asked)).toBe(verdict))

  test('no verdict while measures are missing', () => {
    expect(checkSize(chart, adviseSize(chart, { height: 165 }), 'S')).toBeUndefined()
  })
})
