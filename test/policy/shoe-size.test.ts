import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseSize, footLengthOf } from '../../src/policy/index.ts'
import { CATALOGUE } from './demo.ts'

const NIKE = { names: ['耐克', 'Nike'], sizes: { '42': 26.5, '42.5': 27 } }
const foot = (usual: Parameters<typeof footLengthOf>[1]) => footLengthOf({ others: [NIKE] }, usual)

describe('footLengthOf', () => {
  test.each([
    ['a Chinese 39', { size: '39' }, 24.5],
    ['a Chinese 40.5', { size: '40.5' }, 25.3],
    ['EU 42', { size: '42', system: 'EU' }, 26.5],
    ['245 in millimetres', { size: '245' }, 24.5],
    ['another brand by its own table', { size: '42', brand: 'nike' }, 26.5],
    ['a size that brand does not list', { size: '41', brand: '耐克' }, undefined],
    ['an unknown brand as the label says', { size: '42', brand: '回力' }, 26],
    ['US sizes differ by maker and sex', { size: '8', system: 'US' }, undefined],
    ['a letter', { size: 'M' }, undefined],
    ['a dress size', { size: '165' }, undefined],
    ['a waist', { size: '12' }, undefined],
  ] as const)('%s', (_, usual, cm) => expect(foot(usual)).toBe(cm))

  test('leads to the size of our own shoe', () => {
    const chart = CATALOGUE.get('shoes-canvas')!.sizeChart!
    expect(adviseSize(chart, { foot_length: foot({ size: '39' }) })).toMatchObject({ state: 'one', pick: '39' })
    expect(adviseSize(chart, { foot_length: foot({ size: '42', brand: 'Nike' }) })).toMatchObject({ pick: '43' })
  })

  test('law: a larger label never means a smaller foot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 44, max: 96 }),
        fc.nat(10),
        fc.constantFrom(undefined, 'EU'),
        (half, more, system) => {
          const small = foot({ size: String(half / 2), system })
          const large = foot({ size: String((half + more) / 2), system })
          if (small !== undefined && large !== undefined) expect(large).toBeGreaterThanOrEqual(small)
        },
      ),
    )
  })
})
