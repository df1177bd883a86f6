import { expect, test } from 'vitest'
import { draft, examples, guard, levelOf } from '../shipped-guard.ts'

examples('R67', {
  zh: {
    hits: ['没货了', '这款无货', '黑色卖完了', 'M码没有了', '已售罄', '断货了哦'],
    harmless: [
      '这款暂时没货',
      '目前缺货',
      '如果没货会联系您',
      '有没有现货我看下',
      '优惠没有了',
      '没有问题',
      '缺货登记一下',
      '不会断货的',
      '大号没有现货，要等两天才有',
      '蓝色没货了，预计下周补到',
      '由于老款卖完了，主图改成新款',
    ],
  },
  en: {
    hits: ['It is sold out', 'Out of stock'],
    harmless: ['It is currently sold out', 'If it is sold out we will tell you'],
  },
  ko: { hits: ['품절입니다', '재고가 없습니다'], harmless: ['현재 품절입니다', '품절 여부를 확인할게요'] },
})

test('a bare "no more" is about what was asked', () => {
  expect(levelOf('R67', '没有了哦', { waiting: '那张券还能领吗' })).toBeUndefined()
  expect(levelOf('R67', '没有了哦', { waiting: '还能89拿吗' })).toBeUndefined()
  expect(levelOf('R67', '没有了哦', { waiting: '灰色的还有吗' })).toBe('block')
  expect(levelOf('R67', '灰色没有了哦', { waiting: '灰色有活动吗' })).toBe('block')
})
test('the fix says "for the moment"', () => {
  expect(guard.check('这款没货了，看看别的吧', draft)).toMatchObject({
    verdict: 'block',
    fixed: '这款暂时没有现货，看看别的吧',
  })
})
