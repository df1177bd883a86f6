import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Card, chartSheet, chartsOfTable, goodsOfTable, goodsSheet, withCharts } from '../../src/policy/index.ts'

const words = fc.stringMatching(/^[a-z\u4e00-\u4e40=+@'-]{1,8}$/)
const localised = fc.oneof(words, fc.record({ zh: words, en: words }, { requiredKeys: ['zh'] }))
const price = fc.integer({ min: 0, max: 99_999 }).map((fen) => fen / 100)
const names = fc.stringMatching(/^[a-z\u4e00-\u4e40|:;=\\+'-]{1,8}$/)
const range = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.nat(99))
  .map(([from, more]) => [from / 8, (from + more) / 8])
const brand = fc.record({
  names: fc.array(names, { minLength: 1, maxLength: 2 }),
  sizes: fc.dictionary(
    names,
    fc.integer({ min: 80, max: 350 }).map((mm) => mm / 10),
    { minKeys: 1, maxKeys: 3 },
  ),
})
const shoes = fc.record(
  {
    kind: fc.constant('shoes'),
    cut: fc.record({ bmi: range, why: localised }),
    others: fc.array(brand, { maxLength: 2 }),
    rows: fc.constant([{ size: '40', foot_length: [24.5, 25] }]),
  },
  { requiredKeys: ['kind', 'rows'] },
)
const chart = fc.oneof(
  shoes,
  fc.constantFrom(
    undefined,
    {
      kind: 'child',
      rows: [
        { size: '110', height: [105, 115.5] },
        { size: '120', height: [115.5, 125], weight: [20, 25] },
      ],
    },
    { kind: 'adult', bias: -1, needs: ['height'], rows: [{ size: 'M', height: [160, 170] }] },
  ),
)
/** Cards with everything that a sheet can hold. */
const cards = fc
  .array(
    fc.record(
      {
        title: localised,
        shortName: localised,
        category: fc.constantFrom('clothing', 'tea'),
        price,
        specialPrice: price,
        aliases: fc.array(
          words.map((one) => `${one}款`),
          { minLength: 1, maxLength: 2 },
        ),
        variants: fc.array(
          fc.record({ size: words, colour: localised, price, stock: fc.nat(99) }, { requiredKeys: [] }),
          { maxLength: 3 },
        ),
        attributes: fc.record({ material: localised, safety: words }, { requiredKeys: [] }),
        flaws: fc.array(words, { minLength: 1, maxLength: 2 }),
        photosReal: fc.boolean(),
        weight: fc.constantFrom(0.25, 1.5),
        sizeChart: chart,
      },
      { requiredKeys: ['title', 'shortName', 'category', 'price', 'variants', 'attributes'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map((one, i) =>
      Card.parse({
        ...one,
        id: `p${i}`,
        externalIds: { jd: String(100_000 + i) },
        variants: one.variants.map((variant, n) => ({ ...variant, sku: `s${i}.${n}` })),
      }),
    ),
  )

test('what is written as a sheet, with its charts, is read again, whole', () => {
  fc.assert(
    fc.property(cards, (given) => {
      const read = goodsOfTable(goodsSheet(given, true))
      const { charts, faults } = chartsOfTable(chartSheet(given))
      const dressed = withCharts(read.cards, charts)
      expect([read.faults, read.unknown, faults, dressed.faults, dressed.unused]).toEqual([[], [], [], [], []])
      expect(dressed.cards.map(({ card }) => Card.parse(card))).toEqual(given)
    }),
  )
})

test('charts in a file of their own name their products', () => {
  fc.assert(
    fc.property(cards, (given) => {
      const read = goodsOfTable(goodsSheet(given, false))
      const dressed = withCharts(read.cards, chartsOfTable(chartSheet(given)).charts)
      expect(dressed.cards.map(({ card }) => Card.parse(card))).toEqual(given)
    }),
  )
})
