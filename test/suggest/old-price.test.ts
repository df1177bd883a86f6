import { expect, test } from 'vitest'
import { script } from '../scripts/script.ts'
import { ask, desk } from './small-desk.ts'

const PRICE = script({
  id: 'zh.price',
  category: 'C16',
  intents: ['shipping_fee.fee'],
  text: '{{product.name}}现在是{{product.price}}哦',
})
const told = (asOf: string) => ({ product: { id: 'tee', price: 59 }, asOf })

test('a price that was told days ago is offered with a hint, and the agent reads how old it is', () => {
  const answer = (asOf: string) => ask('邮费多少', { facts: told(asOf) }, desk([PRICE])).suggestions[0]!
  const old = answer('2026-11-20T09:00:00+08:00')
  expect(old.text).toBe('纯棉短袖现在是59元，以下单页面为准哦')
  expect(old.reasons.map(({ says }) => says).join()).toContain('商品价格 59元（4天前的价格）')
  const fresh = answer('2026-11-24T09:00:00+08:00')
  expect(fresh.text).toBe('纯棉短袖现在是59元哦')
  expect(fresh.reasons.map(({ says }) => says).join()).not.toContain('前的价格')
})
