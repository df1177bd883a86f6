import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseSize, SizeChart } from '../../src/policy/index.ts'

const rows = [
  { size: 'S', height: [150, 160], weight: [40, 50] },
  { size: 'M', height: [156, 166], weight: [48, 57] },
  { size: 'L', height: [162, 172], weight: [56, 65] },
  { size: 'XL', height: [168, 178], weight: [64, 75] },
]
const adult = (bias = 0) => SizeChart.parse({ kind: 'adult', bias, rows })

describe('adviseSize', () => {
  test('one size where all measures agree, with its reason', () => {
    expect(adviseSize(adult(), { height: 164, weight: 53 })).toEqual({
      state: 'one',
      pick: 'M',
      why: {
        zh: '身高164cm、体重53kg都在M码范围（156-166cm、48-57kg）',
        en: 'height 164cm, weight 53kg fit size M (156-166cm, 48-57kg)',
        ko: '키 164cm, 몸무게 53kg 기준 M 사이즈(156-166cm, 48-57kg)',
      },
    })
  })

  test('neighbours that both fit, or that disagree, are a border case with the closer fit first', () => {
    expect(adviseSize(adult(), { height: 158, weight: 49 })).toMatchObject({ state: 'border', pick: 'S', other: 'M' })
    expect(adviseSize(adult(), { height: 170, weight: 52 })).toMatchObject({ state: 'border', pick: 'M', other: 'L' })
  })

  test('half a size of bias decides a border case, a whole size shifts the advice', () => {
    const border = { height: 158, weight: 49 }
    expect(adviseSize(adult(0.5), border)).toMatchObject({
      state: 'one',
      pick: 'S',
      why: { zh: expect.stringContaining('偏大') },
    })
    expect(adviseSize(adult(-0.5), border)).toMatchObject({
      state: 'one',
      pick: 'M',
      why: { zh: expect.stringContaining('偏小') },
    })
    expect(adviseSize(adult(1), { height: 164, weight: 53 })).toMatchObject({ state: 'one', pick: 'S' })
    expect(adviseSize(adult(-1), { height: 164, weight: 53 })).toMatchObject({ state: 'one', pick: 'L' })
  })

  test('measures far apart or outside the chart are unsuitable, never the nearest size', () => {
    expect(adviseSize(adult(), { height: 152, weight: 72 })).toMatchObject({ state: 'unsuitable' })
    expect(adviseSize(adult(), { height: 164, weight: 90 })).toMatchObject({
      state: 'unsuitable',
      why: { zh: '体重90kg不在这款的尺码范围内' },
    })
  })

  test('names what is missing instead of guessing', () => {
    expect(adviseSize(adult(), { height: 164 })).toEqual({ state: 'missing', slots: ['weight'] })
    expect(adviseSize(adult(), {})).toEqual({ state: 'missing', slots: ['height', 'weight'] })
  })

  test('a value between two rows belongs to both neighbours', () => {
    const shoes = SizeChart.parse({
      kind: 'shoes',
      rows: [
        { size: '38', foot_length: [23.6, 24] },
        { size: '39', foot_length: [24.2, 24.5] },
      ],
    })
    expect(adviseSize(shoes, { foot_length: 24.1 })).toMatchObject({ state: 'border', pick: '38', other: '39' })
    expect(adviseSize(shoes, { foot_length: 23.8 })).toMatchObject({ state: 'one', pick: '38' })
    expect(adviseSize(shoes, { height: 170, weight: 60 })).toEqual({ state: 'missing', slots: ['foot_length'] })
  })

  test('a child is sized by height, weight only narrows, age does not overrule', () => {
    const child = SizeChart.parse({
      kind: 'child',
      rows: [
        { size: '100', height: [90, 100], weight: [12, 16], age: [2, 3] },
        { size: '110', height: [100, 110], weight: [15, 19], age: [3, 5] },
        { size: '120', height: [110, 120], weight: [18, 23], age: [5, 7] },
      ],
    })
    expect(adviseSize(child, { height: 105 })).toMatchObject({ state: 'one', pick: '110' })
    expect(adviseSize(child, { height: 105, age: 7 })).toMatchObject({ state: 'one', pick: '110' })
    expect(adviseSize(child, { height: 110, weight: 22 })).toMatchObject({ state: 'one', pick: '120' })
    expect(adviseSize(child, { age: 4 })).toEqual({ state: 'missing', slots: ['height'] })
  })

  test('age settles a border case of a child, and only that', () => {
    const child = SizeChart.parse({
      kind: 'child',
      rows: [
        { size: '110', height: [100, 110], age: [3, 5] },
        { size: '120', height: [110, 120], age: [5, 7] },
      ],
    })
    expect(adviseSize(child, { height: 110 })).toMatchObject({ state: 'border', pick: '110', other: '120' })
    expect(adviseSize(child, { height: 110, age: 4 })).toMatchObject({
      state: 'one',
      pick: '110',
      why: { zh: '身高110cm、年龄4岁，按年龄110码合适' },
    })
    expect(adviseSize(child, { height: 110, age: 6 })).toMatchObject({ state: 'one', pick: '120' })
    expect(adviseSize(child, { height: 110, age: 5 })).toMatchObject({ state: 'border' })
    expect(adviseSize(child, { height: 105, age: 6 })).toMatchObject({ state: 'one', pick: '110' })
  })

  test('a cut that does not suit the build is said early, although a row would fit (C59)', () => {
    const why = { zh: '收腰款，偏丰满上身会紧', en: 'cut close at the waist' }
    const fitted = SizeChart.parse({ kind: 'adult', rows, cut: { bmi: [16, 23], why } })
    expect(adviseSize(fitted, { height: 164, weight: 53 })).toMatchObject({ state: 'one', pick: 'M' })
    expect(adviseSize(fitted, { height: 164, weight: 64 })).toMatchObject({
      state: 'unsuitable',
      why: { zh: '收腰款，偏丰满上身会紧', en: 'cut close at the waist', ko: expect.stringContaining('64kg') },
    })
  })

  test('says by how much it runs large or small', () => {
    const why = (bias: number) => {
      const advice = adviseSize(adult(bias), { height: 164, weight: 53 })
      return 'why' in advice ? advice.why.zh : ''
    }
    expect(why(1)).toBe('身高164cm、体重53kg，版型偏大一码，S码更合身')
    expect(why(-1)).toBe('身高164cm、体重53kg，版型偏小一码，L码更合身')
    const half = adviseSize(adult(0.5), { height: 158, weight: 49 })
    expect(half).toMatchObject({
      why: { en: 'height 158cm, weight 49kg; it runs large by half a size, so S fits better' },
    })
  })

  test('law: every size advised is a row of the chart, and a taller, heavier body never gets a smaller one', () => {
    const sizes = rows.map((row) => row.size)
    const body = fc.record({ height: fc.integer({ min: 140, max: 190 }), weight: fc.integer({ min: 35, max: 90 }) })
    fc.assert(
      fc.property(body, fc.constantFrom(-1, -0.5, 0, 0.5, 1), fc.nat(6), (small, bias, more) => {
        const advice = adviseSize(adult(bias), small)
        const larger = adviseSize(adult(bias), { height: small.height + more, weight: small.weight + more })
        if (!('pick' in advice)) return
        expect(sizes).toContain(advice.pick)
        if ('other' in advice) expect(sizes.indexOf(advice.other)).toBe(sizes.indexOf(advice.pick) + 1)
        if ('pick' in larger) expect(sizes.indexOf(larger.pick)).toBeGreaterThanOrEqual(sizes.indexOf(advice.pick))
      }),
    )
  })
})

describe('SizeChart', () => {
  test('refuses rows without the deciding measure and rows out of order', () => {
    expect(SizeChart.safeParse({ kind: 'adult', rows: [{ size: 'M', height: [150, 160] }] }).success).toBe(false)
    expect(SizeChart.safeParse({ kind: 'adult', rows: [rows[1], rows[0]] }).success).toBe(false)
    expect(
      SizeChart.safeParse({ kind: 'adult', rows: [{ size: 'M', height: [166, 156], weight: [48, 57] }] }).success,
    ).toBe(false)
  })
})
