import { expect, test } from 'vitest'
import { Facts } from '../../src/protocol/index.ts'
import { factPatch } from '../../src/ui/fact-patch.ts'

test.each([
  ['height', ' 165 ', { shopper: { height: 165 } }],
  ['size', 'M', { shopper: { size: 'M' } }],
  ['product_ref', 'tee', { product: { id: 'tee' } }],
  ['product.material', '纯棉', { slots: { 'product.material': '纯棉' } }],
  ['order.tracking', '7531', { order: { trackingNo: '7531' } }],
  ['shopper.name', '小鱼', { shopper: { name: '小鱼' } }],
  ['followup.minutes', '30', { slots: { 'followup.minutes': '30' } }],
])('%s: "%s"', (slot, said, patch) => {
  expect(factPatch(slot, said)).toEqual(patch)
})

test('what is no number stays what was said', () => {
  expect(factPatch('weight', '110斤')).toEqual({ shopper: { weight: '110斤' } })
})

test('is what the service takes', () => {
  for (const slot of ['height', 'size', 'product_ref', 'product.material', 'followup.minutes'])
    expect(Facts.safeParse(factPatch(slot, '1')).success).toBe(true)
})
