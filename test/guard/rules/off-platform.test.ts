import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R106', {
  zh: {
    hits: [
      '加我微信',
      '加V信',
      '微 信联系',
      '薇信abc',
      '加扣扣聊',
      'ＶＸ：abc',
      '微\u200b信',
      'v.x号',
      '支付宝转账给我',
      '线下交易更便宜',
      '私下联系',
      'wechat聊',
      '加QQ群',
      '微-信号发您',
    ],
    harmless: [
      '支持微信支付',
      '口感QQ弹弹',
      'QQ糖有货',
      '加我们店铺会员',
      '请勿线下交易',
      '不走私下转账',
      '支付宝付款就可以',
      '扣扣子的款',
      '稍微慢一点',
      '寄他们那边至少6天',
      '你们那边省外的件要慢些',
      '打电话给快递了解',
    ],
  },
  en: {
    hits: ['Add me on WhatsApp', 'Pay us directly by bank transfer', 'message me on Line'],
    harmless: ['You can order online', 'Never pay outside the platform', 'You can use WeChat Pay'],
  },
  ko: {
    hits: ['카톡으로 연락 주세요', '계좌로 입금해 주세요'],
    harmless: ['카카오페이로 결제 가능합니다', '직거래는 하지 않습니다'],
  },
})

describe('R106 and the policy', () => {
  test('payment outside where the policy permits it', () => {
    expect(levelOf('R106', '可以支付宝转账', { offPlatformPayment: true })).toBeUndefined()
    expect(levelOf('R106', '加我微信', { offPlatformPayment: true })).toBe('block')
  })
  test('contacts are free on the store’s own web chat', () => {
    expect(levelOf('R106', '加我微信', { channel: 'web' })).toBeUndefined()
    expect(levelOf('R106', '加我微信', { channel: 'taobao' })).toBe('block')
  })
})
