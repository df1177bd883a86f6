import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R84', {
  zh: {
    hits: [
      '好评返现2元',
      '五星好评送红包',
      '晒图返5元',
      '删差评给您退20元',
      '补偿您，麻烦改成好评',
      '不删差评就不退款',
      '给个好评才处理',
    ],
    harmless: [
      '满意的话给个好评哦',
      '不支持好评返现',
      '写评价没有奖励',
      '谢谢您的五星好评',
      '好评很多的一款',
      '看评价再决定也可以',
      '差评我们虚心接受',
    ],
  },
  en: {
    hits: ['Leave a 5-star review and get a coupon', 'Delete your review and we refund $5'],
    harmless: ['We hope you leave a review', 'We never offer money for reviews'],
  },
  ko: {
    hits: ['좋은 리뷰 남기시면 쿠폰 드려요', '리뷰를 삭제해 주시면 환불해 드릴게요'],
    harmless: ['리뷰 남겨 주시면 감사하겠습니다', '리뷰 대가는 없습니다'],
  },
})

describe('R83: the appointed role', () => {
  const intents = ['complaint_dispute.review_threat']
  test('another role hands over', () => {
    expect(levelOf('R83', '关于您的差评想跟您聊聊', { intents, roles: ['agent'] })).toBe('block')
  })
  test('the reviewer may, and other topics are free', () => {
    expect(levelOf('R83', '关于您的差评想跟您聊聊', { intents, roles: ['reviewer'] })).toBeUndefined()
    expect(levelOf('R83', '实在抱歉，这就帮您看', { intents, roles: ['agent'] })).toBeUndefined()
    expect(levelOf('R83', '满意的话欢迎评价', { roles: ['agent'] })).toBeUndefined()
  })
})
