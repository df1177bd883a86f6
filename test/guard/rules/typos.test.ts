import { expect, test } from 'vitest'
import { draft, examples, guard } from '../shipped-guard.ts'

examples('R95', {
  zh: {
    hits: ['因该可以', '己经发出', '抱谦让您久等', '收获地址对吗', '优汇券', '麻犯您了'],
    harmless: ['应该可以', '自己经过', '收获满满', '秋收获得好评', '已经发出', '收货地址对吗', '知己经常来'],
  },
  en: { hits: ['You will recieve it', 'Check your adress'], harmless: ['You will receive it', 'address'] },
  ko: { hits: ['그렇게 하면 되요', '확인할께요'], harmless: ['그렇게 하면 돼요', '확인할게요', '안 되요청'] },
})

test('the fix is the right word', () => {
  expect(
    guard
      .check('亲，抱谦，您的货己经发出', draft)
      .warnings.filter(({ rule }) => rule === 'R95')
      .map(({ fix }) => fix),
  ).toEqual(['抱歉', '已经'])
})
