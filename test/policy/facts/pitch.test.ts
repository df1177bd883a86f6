import { expect, test } from 'vitest'
import type { SlotName } from '../../../src/intents/index.ts'
import { createFacts, type FactsInput } from '../../../src/policy/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

function text(name: SlotName, product: Record<string, unknown> = {}, given: Partial<FactsInput> = {}) {
  return createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: {},
    locale: 'zh',
    channel: 'taobao',
    now: Date.parse('2026-11-24T10:00:00+08:00'),
    productId: 'tee-basic',
    live: { product: { id: 'tee-basic', ...product } },
    ...given,
  }).get(name)?.text
}

test('feature, advantage, benefit in their order', () => {
  expect(text('product.pitch')).toBe('精梳棉面料、双针锁边领口，领口洗多了也不容易松，贴身穿软和透气，单穿内搭都方便')
  expect(text('product.pitch', {}, { locale: 'en' })).toMatch(/^combed cotton .*: the collar .*; soft and breathable/)
})

test('what is missing is left out, not invented; a feature alone is no pitch', () => {
  expect(text('product.pitch', { attributes: { feature: '圆领', benefit: '好穿' } })).toBe('圆领，好穿')
  expect(text('product.pitch', { attributes: { feature: '圆领' } })).toBeUndefined()
  expect(text('product.pitch', { attributes: { benefit: '好穿' } })).toBeUndefined()
})

test('no proof without figures, none from weak ones', () => {
  expect(text('product.proof')).toBeUndefined()
  expect(text('product.proof', { sold: 12, rating: 3.9 })).toBeUndefined()
  expect(text('product.proof', { sold: 3200 })).toBe('已售3200件')
  expect(text('product.proof', { sold: 3200, rating: 4.8 })).toBe('已售3200件，评分4.8')
  expect(text('product.proof', { sold: 'many', rating: 9 })).toBeUndefined()
})

test('the question fits the goods', () => {
  expect(text('product.check')).toContain('穿')
  expect(text('product.check', {}, { productId: 'nuts-daily', live: {} })).toContain('吃')
})
