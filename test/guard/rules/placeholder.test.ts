import { expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R96', {
  zh: {
    hits: [
      '您好，我是XX客服',
      '您的订单***已发',
      '价格是{price}元',
      '亲{{name}}您好',
      '某某快递',
      '单号___',
      '请联系[姓名x]',
      '您好 undefined',
      '【】您好',
      '快递是<courier>',
    ],
    harmless: [
      'XXL有货',
      'xxl码合适',
      '电话138****5678',
      '尺寸30*40',
      '(*^__^*) 欢迎',
      '/:^_^',
      '王**先生',
      '3XL也有',
      '【新品】看看',
      '[微笑]',
    ],
  },
  en: { hits: ['Hello XX, welcome', 'Dear {name}'], harmless: ['Size XXL is available', 'exxon'] },
  ko: { hits: ['{name} 고객님', 'XX 택배입니다'], harmless: ['XXL 사이즈 있어요', '010-****-5678'] },
})

test('a stored script means its slots, a filled one does not', () => {
  expect(levelOf('R96', '{{you}}，邮费{{shipping.fee|看页面}}', { kind: 'script' })).toBeUndefined()
  expect(levelOf('R96', '{{you}}，邮费5元', { kind: 'fill' })).toBe('block')
  expect(levelOf('R96', '{you}，您好', { kind: 'script' })).toBe('block')
})
