import { describe, expect, test } from 'vitest'
import { pendingOf } from '../../src/intents/pending.ts'

const topic = (name: string, share: number) => ({ name, share })

describe('what a question is about', () => {
  test('what an asked figure is needed for goes first', () => {
    expect(pendingOf('您身高多少呢', ['height'], [topic('stock_availability.check', 0.9)], [])).toEqual([
      'size_fit.recommend',
      'stock_availability.check',
    ])
  })

  test('of a child it is a size for children, a weight alone is for nappies', () => {
    expect(pendingOf('宝宝多高多重呢', ['height', 'weight'], [], [])).toEqual(['size_fit.child'])
    expect(pendingOf('宝宝现在多重呢', ['weight'], [], [])).toEqual(['size_fit.usage_size'])
  })

  test('what shopper and agent both speak of outweighs what one of them does', () => {
    const about = [topic('payment.problem', 0.5), topic('discount_promo.rule', 0.4)]
    const broughtUp = [topic('discount_promo.rule', 0.3), topic('size_fit.chart', 0.2)]
    expect(pendingOf('那是哪一种呢', [], about, broughtUp)).toEqual([
      'discount_promo.rule',
      'payment.problem',
      'size_fit.chart',
    ])
  })

  test('where somebody lives is asked for the postage, unless something else hangs on it', () => {
    expect(pendingOf('您是哪里的呢', ['region'], [topic('product_info.price', 0.9)], [])).toEqual([
      'shipping_fee.fee',
      'product_info.price',
    ])
    expect(pendingOf('您是哪里的呢', ['region'], [topic('shipping_time.eta', 0.9)], [])).toEqual(['shipping_time.eta'])
    expect(pendingOf('新地址发我', ['address'], [topic('product_info.price', 0.9)], [])).not.toContain(
      'shipping_fee.fee',
    )
  })

  test('a whole address is asked for to send it there', () => {
    const about = [topic('price_haggle.adjust', 0.5), topic('order_change.change_item', 0.4)]
    expect(pendingOf('可以的，地址给我一下', ['address'], about, [])[0]).toBe('order_change.change_address')
    expect(pendingOf('可以的，地址给我一下', ['address'], [topic('product_info.price', 0.9)], [])[0]).toBe(
      'shipping_fee.fee',
    )
  })

  test('an offer by name counts, a guess far behind does not', () => {
    expect(pendingOf('要帮您备注吗', [], [topic('shipping_time.dispatch', 0.05)], [])).toEqual(['order_change.remark'])
  })

  test('a question nobody can place is about nothing', () => {
    expect(pendingOf('那您说呢', [], [topic('order_change.cancel', 0.1)], [])).toEqual([])
  })

  test('whether there is anything else is about nothing', () => {
    expect(pendingOf('还有别的要帮忙吗', [], [topic('shipping_time.eta', 0.9)], [])).toEqual([])
  })
})
