import { expect, test } from 'vitest'
import { createCatalogue, createFacts, type FactsInput } from '../../../src/policy/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

const kindOf = (words: string, given: Partial<FactsInput> = {}) =>
  createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: {},
    locale: 'zh',
    channel: 'taobao',
    now: Date.parse('2026-11-24T10:00:00+08:00'),
    words,
    ...given,
  }).get('product.kind')?.value

test('the product at hand decides, then the words, and goods of two kinds leave it open', () => {
  expect(kindOf('怎么有股味', { productId: 'nuts-daily' })).toBe('food')
  expect(kindOf('吃着怎么样', { productId: 'tee-basic' })).toBe('worn')
  expect(kindOf('童装收到有股味')).toBe('worn')
  expect(kindOf('吃着有股怪味')).toBe('food')
  expect(kindOf('the kettle smells')).toBe('used')
  expect(kindOf('과자에서 냄새가 나요')).toBe('food')
  const ordered = { id: '1', status: 'delivered' as const, lines: [{ id: 'tee-basic' }] }
  expect(kindOf('坚果发霉了', { live: { order: ordered } })).toBe('food')
  expect(kindOf('发霉了', { live: { order: ordered } })).toBe('worn')
  expect(kindOf('零食把衣服弄脏了')).toBeUndefined()
  expect(kindOf('怎么有股味')).toBeUndefined()
})

test('what one message tells is no fact of the next', () => {
  expect(kindOf('毛衣有股味')).toBe('worn')
  expect(kindOf('湿巾有股味')).toBe('used')
})

test('a store with goods of one kind speaks of nothing else', () => {
  const snacks = CATALOGUE.byCategory('snacks')
  expect(kindOf('怎么有股味', { catalogue: createCatalogue(snacks) })).toBe('food')
})
