import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

const haggle = { waiting: '便宜点吧' }
examples(
  'R34',
  {
    zh: {
      hits: ['不打折也不包邮', '不议价，不改价的', '这个不能少，不好改'],
      harmless: ['不好意思，有满减活动', '不错的选择，不过已经是活动价', '真的不能少，谢谢理解', '不用担心，不限量'],
    },
  },
  haggle,
)
examples(
  'R70',
  {
    zh: {
      hits: ['价格动不了的哈', '真的少不了', '最低了', '一口价'],
      harmless: [
        '价格对每位顾客都一样，不能再少了',
        '已经是活动价了，动不了',
        '有满99减10的活动',
        '用料成本在这，少不了，谢谢理解',
        '好的，帮您看看',
      ],
    },
    en: { hits: ['No discounts'], harmless: ['No discounts, it is the same price for everyone'] },
    ko: { hits: ['할인은 불가해요'], harmless: ['모든 고객님께 동일해서 할인은 어려워요'] },
  },
  haggle,
)
examples('R121', {
  zh: {
    hits: ['砍价也得有个度吧', '您这是来抢劫的', '哪有这么砍价的', '几块钱也要计较'],
    harmless: ['您还价我理解，价格都是统一的', '已经是实在价了', '差几块钱就满减了', '谢谢您喜欢'],
  },
  en: { hits: ['Is that a joke?'], harmless: ['I see, the price is the same for all'] },
  ko: { hits: ['너무 깎으시네요'], harmless: ['가격은 동일하게 안내드려요'] },
})
describe('R121', () => {
  test('impatience towards who bargains', () => {
    expect(levelOf('R121', '都说了没有优惠', haggle)).toBe('warn')
    expect(levelOf('R121', '都说了没有优惠', { waiting: '什么材质' })).toBeUndefined()
  })
})
