import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Card,
  createCatalogue,
  datedStock,
  mergedStock,
  type StockPatch,
  withStock,
} from '../../src/policy/index.ts'
import { CATALOGUE } from './demo.ts'

const TEE = CATALOGUE.get('tee-basic')!
const sku = TEE.variants[0]!.sku

test('what is told takes the place of what the card says; the rest stays', () => {
  const card = withStock(TEE, {
    id: TEE.id,
    price: 5,
    variants: [
      { sku, stock: 2 },
      { sku: 'no such', stock: 1 },
    ],
  })
  expect(card).toEqual({ ...TEE, price: 5, variants: [{ ...TEE.variants[0], stock: 2 }, ...TEE.variants.slice(1)] })
  expect('specialPrice' in withStock({ ...TEE, specialPrice: 3 }, { id: TEE.id, specialPrice: null })).toBe(false)
})

test('a card that is newer stays as it is', () => {
  const card = { ...TEE, asOf: '2026-11-22T10:00:00Z' }
  expect(withStock(card, { id: TEE.id, price: 5, asOf: '2026-11-22T09:00:00Z' })).toBe(card)
  expect(withStock(card, { id: TEE.id, price: 5, asOf: '2026-11-22T19:00:00+08:00' }).price).toBe(5)
})

test('a price alone says nothing of how old the stock is, nor stock of the price', () => {
  const [monday, tuesday, friday] = ['2026-11-16T09:00:00Z', '2026-11-17T09:00:00Z', '2026-11-20T09:00:00Z'] as const
  const card = { ...TEE, asOf: monday }
  const priced = datedStock({ id: TEE.id, price: 5 }, friday)
  expect(withStock(card, priced)).toMatchObject({ price: 5, priceAsOf: friday, stockAsOf: monday })
  // told late, but of something else: both hold
  const counted = datedStock({ id: TEE.id, variants: [{ sku, stock: 2 }] }, tuesday)
  const both = withStock(card, mergedStock(priced, counted))
  expect(both).toMatchObject({ price: 5, priceAsOf: friday, stockAsOf: tuesday })
  expect(both.variants[0]).toMatchObject({ stock: 2 })
  // of a newer card only what is older gives way
  const newer = { ...TEE, priceAsOf: monday, stockAsOf: friday }
  const told = mergedStock(datedStock({ id: TEE.id, price: 5 }, tuesday), counted)
  expect(withStock(newer, told)).toEqual({ ...newer, price: 5, priceAsOf: tuesday })
  // confirmed without a figure: both are
  expect(withStock(both, datedStock({ id: TEE.id }, friday))).toMatchObject({ asOf: friday })
  expect(withStock(both, datedStock({ id: TEE.id }, friday))).not.toHaveProperty('stockAsOf')
})

const patch = fc.record(
  {
    id: fc.constant(TEE.id),
    price: fc.integer({ min: 1, max: 9 }),
    variants: fc.array(fc.record({ sku: fc.constantFrom(...TEE.variants.map((one) => one.sku)), stock: fc.nat(9) }), {
      maxLength: 3,
    }),
    asOf: fc.constantFrom('2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z', '2026-11-22T03:00:00Z'),
  },
  { requiredKeys: ['id', 'asOf'] },
)

test('two told one after the other are what they are merged into', () => {
  fc.assert(
    fc.property(patch, patch, (a, b) => {
      const [first, second] = (a.asOf <= b.asOf ? [a, b] : [b, a]).map((one) => datedStock(one as StockPatch, one.asOf))
      const expected = withStock(withStock(TEE, first!), second!)
      const told = [a, b].map((one) => datedStock(one as StockPatch, one.asOf))
      expect(withStock(TEE, mergedStock(told[0], told[1]!))).toEqual(expected)
    }),
  )
})

test('a catalogue that was revised is what it would be if it were built anew', () => {
  const cards = CATALOGUE.all
  const change = fc.record({ place: fc.nat(cards.length - 1), price: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const catalogue = createCatalogue(cards)
      catalogue.ladder()
      const now = [...cards]
      for (const { place, price } of changes) {
        const { specialPrice: _, ...rest } = now[place]!
        const card: Card = { ...rest, price }
        now[place] = card
        catalogue.revise(card)
      }
      const anew = createCatalogue(now)
      expect(catalogue.all).toEqual(anew.all)
      const prices = (list: readonly Card[]) => list.map(({ specialPrice, price }) => specialPrice ?? price)
      const ids = (list: readonly Card[]) => list.map(({ id }) => id).sort()
      for (const [was, is] of [
        [catalogue.ladder(), anew.ladder()],
        ...now.map(({ category }) => [catalogue.byCategory(category), anew.byCategory(category)] as const),
      ] as const) {
        expect(prices(was)).toEqual(prices(is))
        expect(ids(was)).toEqual(ids(is))
      }
      for (const card of now) {
        expect(catalogue.get(card.id)).toEqual(card)
        for (const id of Object.values(card.externalIds)) expect(catalogue.resolve({ id })).toEqual(card)
      }
    }),
    { numRuns: 50 },
  )
})
